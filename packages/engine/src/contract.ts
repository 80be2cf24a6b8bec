import type { Failure, Result } from '@navette/core';
import type { Account, Version } from '@navette/model';
import type { Awaitable, CommitNotice } from '@navette/storage';
import type { Grant, Wish } from './access.ts';
import type { CallIdentity } from './answers.ts';
import type { DeletionProgress } from './delete-organisation.ts';
import type { DocumentSource } from './document-source.ts';
import type { Files } from './files/contract.ts';
import type { DroppedFile } from './files/settle-files.ts';
import type { OperationContext } from './operation-context.ts';
import type { OrganisationAbout, OrganisationSettings } from './organisation.ts';
import type { Cursor, Page } from './pull.ts';
import type { Quotas } from './quotas/quotas.ts';
import type { OrganisationSizes } from './sizes.ts';
import type { DeferredTask, Tasks } from './tasks/contract.ts';

/** Finds who calls, from what is stored now; `undefined` = nobody (`E-TOKEN`). */
export type Caller = (source: DocumentSource) => Awaitable<Account | undefined>;

/** An operation to run. */
export interface Operation<Output> {
	readonly org: string;
	readonly caller: Caller;
	/** Absent for what is not to be remembered (internal work). */
	readonly identity?: CallIdentity;
	/** Also say what the caller is given of the threads that moved, for the answer's notices. */
	readonly withGrants?: boolean;
	/** Runs in a frozen organisation too; then it may change its status, and no document. */
	readonly whenFrozen?: boolean;
	/** Reads and writes through the context; may run again, so it has no other effect. */
	readonly work: (context: OperationContext) => Awaitable<Result<Output, Failure>>;
}

/** A thread as a device asks for it. */
export interface ThreadWish extends Wish, Cursor {
	readonly reference: string;
	/** What the device held did not sum up to what it was told. */
	readonly disagrees?: boolean | undefined;
}

/** The engine: every way in and out of the documents of all organisations. */
export interface Engine {
	/** Runs an operation once; resolves when what it wrote is durable. */
	run<Output>(operation: Operation<Output>): Promise<Result<Committed<Output>, Failure>>;
	/** Runs a read-only function on one snapshot. */
	read<Output>(
		org: string,
		caller: Caller,
		work: (
			source: DocumentSource,
			account: Account,
			about: OrganisationAbout,
		) => Awaitable<Result<Output, Failure>>,
	): Promise<Result<Output, Failure>>;
	/** References of threads of the caller's perimeter, created when they have none yet. */
	open(org: string, caller: Caller, paths: readonly string[]): Promise<Result<Opened, Failure>>;
	/** What changed in some threads, all from one snapshot. */
	pull(
		org: string,
		caller: Caller,
		threads: readonly ThreadWish[],
		limit: number,
	): Promise<Result<Pulled, Failure>>;
	/** Who calls, the time of the organisation, and what the caller is given of each of these threads now; a refused path is absent. */
	grants(
		org: string,
		caller: Caller,
		wishes: readonly { readonly path: string; readonly wish: Wish }[],
	): Promise<
		Result<
			{
				readonly account: Account;
				readonly now: number;
				readonly threads: ReadonlyMap<string, Grant>;
			},
			Failure
		>
	>;
	/** Where threads stand now, by reference, whoever may see them: for who tells listeners. */
	versions(
		org: string,
		references: Iterable<string>,
	): Promise<Result<ReadonlyMap<string, Version>, Failure>>;
	/** Creates an organisation, or changes its settings or status. */
	putOrganisation(
		org: string,
		status: 'open' | 'frozen' | 'closed',
		settings: OrganisationSettings,
	): Promise<Result<void, Failure>>;
	/**
	 * Deletes an organisation with everything it keeps: for ever. Resolves once all is gone; what a kill
	 * leaves goes when it is asked again. `E-ORG` when there is none.
	 */
	deleteOrganisation(org: string, told?: DeletionProgress): Promise<Result<void, Failure>>;
	/** What organisations may use. */
	readonly quotas: Quotas;
	/** What operations recorded to be done after them. */
	readonly tasks: Tasks;
	/** Contents of files; absent when the engine was given no store for them. */
	readonly files?: Files;
	organisations(): Promise<readonly string[]>;
	/** What the operator sees of an organisation, closed ones included; `E-ORG` when there is none. */
	describe(org: string): Promise<Result<OrganisationAbout, Failure>>;
	/**
	 * Counts what an organisation keeps, page by page beside the work of others (so not one state of
	 * it); stops once `limit` documents were counted.
	 */
	sizes(org: string, limit: number): Promise<OrganisationSizes>;
	/** Daily work of an organisation, one after the other. */
	maintain(org: string): Promise<Result<MaintenanceReport, Failure>>;
	/** The same, each on its own. */
	readonly maintenance: Maintenance;
	/** Waits for operations under way, then closes the store. */
	close(): Promise<void>;
}

/** Outcome of `open`: each path in the order asked. */
export interface Opened {
	/** The organisation's history; another one than a device knew = compare everything. */
	readonly epoch: string;
	readonly now: number;
	readonly threads: readonly { readonly path: string; readonly outcome: Result<string, Failure> }[];
}

/** One thread that was read: where it is, what the caller is given of it, and the page. */
export interface PulledThread {
	readonly path: string;
	readonly grant: Grant;
	readonly page: Page;
}

/** Outcome of `pull`: each thread in the order asked. */
export interface Pulled {
	/** The organisation's history; another one than a device knew = compare everything. */
	readonly epoch: string;
	readonly now: number;
	readonly threads: readonly {
		readonly reference: string;
		readonly outcome: Result<PulledThread, Failure>;
	}[];
}

/** What a durable operation answers. */
export interface Committed<Output> {
	readonly result: Output;
	/** Time of the organisation, ms. */
	readonly now: number;
	/** Who it was done for. */
	readonly account: Account;
	/** What moved; nothing when the answer is a remembered one. */
	readonly commit: CommitNotice;
	/** What the caller is given of the threads that moved, by path, when it was asked for. */
	readonly grants: ReadonlyMap<string, Grant>;
	/** Contents that no document names any more, to be removed. */
	readonly dropped: readonly DroppedFile[];
	/** Tasks that were recorded, to be done from now on. */
	readonly deferred: readonly DeferredTask[];
	/** Whether the result was remembered from an earlier call with the same id. */
	readonly repeated: boolean;
}

/** Daily work of an organisation, in short transactions; each answers how many went. */
export interface Maintenance {
	/** Tombstones older than a year go; horizons move. */
	tombstones(org: string): Promise<number>;
	/** Answers of operations are forgotten after the time for which they are promised. */
	answers(org: string): Promise<number>;
	/** Contents of files that no document has named for a day go. */
	contents(org: string): Promise<number>;
}

/** What a daily maintenance removed. */
export interface MaintenanceReport {
	/** Tombstones older than they are kept. */
	readonly tombstones: number;
	/** Answers of operations older than the promise to remember them. */
	readonly answers: number;
	/** Contents of files that no document named for a day. */
	readonly contents: number;
}
