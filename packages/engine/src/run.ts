import {
	bytesToBase64Url,
	type Clock,
	dayOf,
	err,
	type Failure,
	failure,
	type Log,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Account, Catalogue } from '@navette/model';
import type {
	BlobStore,
	CommitNotice,
	DocumentStore,
	DocumentWriter,
	StoreTransaction,
	ThreadChange,
	ThreadReference,
} from '@navette/storage';
import type { AccessPolicy, Grant } from './access.ts';
import { answerToStored, recallAnswer } from './answers.ts';
import { commitContext } from './commit-context.ts';
import type { EngineConfig } from './config.ts';
import type { Caller, Committed, Engine, Operation } from './contract.ts';
import type { DataMemory } from './data-memory.ts';
import { createSource, type DocumentSource } from './document-source.ts';
import { atStore } from './files/at-store.ts';
import { createFileCheck, type FileCheck, lookUp } from './files/file-check.ts';
import type { GroupCommit } from './group-commit.ts';
import { createJudging, type Judging } from './judging.ts';
import { openContext } from './operation-context.ts';
import { aboutOf, readOrganisation } from './organisation.ts';
import { grantByPath } from './perimeter.ts';
import { chargeOperation } from './quotas/charge.ts';
import type { Limits } from './quotas/usage.ts';

interface RunnerDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly clock: Clock;
	readonly random: Random;
	readonly config: EngineConfig;
	readonly commits: GroupCommit<Committed<unknown>>;
	readonly log: Log;
	/** Where contents of files are; absent when no type holds any. */
	readonly blobs?: BlobStore;
	readonly memory: DataMemory;
}

/** Whoever calls, known, inside a transaction. */
export interface Entered {
	readonly writer: DocumentWriter;
	readonly account: Account;
	readonly source: DocumentSource;
	readonly now: number;
	/** What the organisation adds to the clock of the machine, ms. */
	readonly offset: number;
	/** Whether its administrators may move its clock. */
	readonly movesClock: boolean;
	/** What the organisation may use, if that is limited. */
	readonly limits: Limits | undefined;
	readonly isFrozen: boolean;
	/** The organisation's history. */
	readonly epoch: string;
}

/** Who calls, on which organisation, at what time: the first steps of everything that writes. */
const enter = async (
	deps: RunnerDeps,
	transaction: StoreTransaction,
	org: string,
	caller: Caller,
	whenFrozen = false,
): Promise<Result<Entered, Failure>> => {
	const writer = transaction.in(org);
	const organisation = await readOrganisation(writer);
	if (!organisation.ok) return organisation;
	const isFrozen = organisation.value.row.status === 'frozen';
	if (isFrozen && !whenFrozen) return err(failure('E-FROZEN'));
	const { clockOffset: offset, clockMoved, limits } = organisation.value.settings;
	const now = deps.clock.now() + offset;
	const source = createSource(deps.catalogue, writer, now, deps.memory);
	const account = await caller(source);
	const { epoch } = aboutOf(organisation.value.row, deps.store.epoch);
	if (!account) return err(failure('E-TOKEN'));
	const movesClock = clockMoved !== undefined;
	return ok({ writer, account, source, now, offset, movesClock, limits, isFrozen, epoch });
};

const nothingMoved = (org: string): CommitNotice => ({ org, threads: [], rightsMoved: false });

/** What a job that is no operation answers. */
const bare = <Output>(
	org: string,
	{ account, now }: Entered,
	result: Output,
): Committed<Output> => {
	const nothing = { commit: nothingMoved(org), grants: NO_GRANTS, dropped: [], deferred: [] };
	return { result, now, account, ...nothing, repeated: false };
};

const NO_GRANTS: ReadonlyMap<string, Grant> = new Map();

/** What an account is given of threads that moved, as of the transaction that moved them. */
const grantsOf = async (
	deps: RunnerDeps,
	{ source, account }: Entered,
	threads: readonly ThreadChange[],
): Promise<ReadonlyMap<string, Grant>> => {
	const grants = new Map<string, Grant>();
	for (const { path } of threads) {
		const grant = await grantByPath(deps, source, account, path, {});
		if (grant.ok) grants.set(path, grant.value);
	}
	return grants;
};

const runOnce = async <Output>(
	deps: RunnerDeps,
	transaction: StoreTransaction,
	operation: Operation<Output>,
	check: FileCheck,
	judging: Judging,
): Promise<Result<Committed<Output>, Failure>> => {
	const { org, identity } = operation;
	judging.begin();
	const entered = await enter(deps, transaction, org, operation.caller, operation.whenFrozen);
	if (!entered.ok) return entered;
	const { writer, account, now, offset, movesClock, limits } = entered.value;
	const fingerprint = identity?.fingerprintFor(account);
	const recalled =
		identity && fingerprint
			? await recallAnswer(writer, identity.operation, fingerprint)
			: ok(undefined);
	if (!recalled.ok) return recalled;
	if (recalled.value) {
		const result = recalled.value.result as Output;
		return ok({ ...bare(org, entered.value, result), repeated: true });
	}
	if (fingerprint) judging.known({ fingerprint, account, now });
	const { catalogue, random, memory } = deps;
	const counted = identity ? await chargeOperation(writer, { now, random }, limits) : ok(undefined);
	if (!counted.ok) return counted;
	const open = openContext({
		...{ catalogue, random, memory, reader: writer, org, account, now, offset, movesClock },
	});
	const outcome = await operation.work(open.context);
	if (!outcome.ok) return outcome;
	if (entered.value.isFrozen && open.pending().length > 0) return err(failure('E-FROZEN'));
	const where = { org, account, now, limits };
	const committed = await commitContext(deps, writer, where, open, check);
	if (!committed.ok) return committed;
	if (identity && fingerprint) {
		const answer = answerToStored(fingerprint, outcome.value);
		await writer.putAnswer(identity.operation, dayOf(now), answer);
	}
	const { threads } = committed.value.commit;
	const grants = operation.withGrants ? await grantsOf(deps, entered.value, threads) : NO_GRANTS;
	return ok({ ...bare(org, entered.value, outcome.value), ...committed.value, grants });
};

/** Times an operation runs again because it attaches a content that was not looked at yet. */
const LOOK_UPS = 3;

/** Everything that needs a transaction on behalf of an account. */
export const createRunner = (deps: RunnerDeps) => {
	const run = async <Output>(
		operation: Operation<Output>,
	): Promise<Result<Committed<Output>, Failure>> => {
		const check = createFileCheck();
		const judging = createJudging(operation);
		for (let round = 1; ; round++) {
			const isOver = ({ code }: Failure) =>
				code !== 'E-FILE' || check.asked.size === 0 || round > LOOK_UPS;
			const outcome = await deps.commits.submit({
				org: operation.org,
				run: (transaction) => runOnce(deps, transaction, operation, check, judging),
				refused: (transaction, refusal) =>
					isOver(refusal) ? judging.refused(transaction, refusal) : undefined,
			});
			if (outcome.ok) return ok(outcome.value as Committed<Output>);
			if (isOver(outcome.error)) return outcome;
			const looked = await atStore(deps.log, () => lookUp(deps.blobs, check));
			if (!looked.ok) return looked;
		}
	};

	/** Runs work of the engine's own on behalf of an account, in a shared transaction. */
	const within = async <Output>(
		org: string,
		caller: Caller,
		work: (entered: Entered) => Promise<Result<Output, Failure>>,
	): Promise<Result<Output, Failure>> => {
		const outcome = await deps.commits.submit({
			org,
			async run(transaction) {
				const entered = await enter(deps, transaction, org, caller);
				if (!entered.ok) return entered;
				const result = await work(entered.value);
				return result.ok ? ok(bare(org, entered.value, result.value)) : result;
			},
		});
		return outcome.ok ? ok(outcome.value.result as Output) : outcome;
	};

	/** References of the paths an account may see; threads that have none are created empty. */
	const openAll = async (
		transaction: StoreTransaction,
		org: string,
		caller: Caller,
		paths: readonly string[],
	) => {
		const entered = await enter(deps, transaction, org, caller, true);
		if (!entered.ok) return entered;
		const { writer, account, source, now, epoch, isFrozen } = entered.value;
		const threads: { path: string; outcome: Result<string, Failure> }[] = [];
		for (const path of paths) {
			const grant = await grantByPath(deps, source, account, path, {});
			if (!grant.ok) {
				threads.push({ path, outcome: grant });
				continue;
			}
			if (isFrozen) {
				const known = await writer.thread(path);
				threads.push({ path, outcome: known ? ok(known.reference) : err(failure('E-FROZEN')) });
				continue;
			}
			const [thread] = await writer.lockThreads([path], {
				reference: () => bytesToBase64Url(deps.random.bytes(16)) as ThreadReference,
				day: dayOf(now),
			});
			if (!thread) throw new Error('a thread that was locked is not there');
			threads.push({ path, outcome: ok(thread.reference) });
		}
		return ok(bare(org, entered.value, { epoch, now, threads }));
	};

	const open: Engine['open'] = async (org, caller, paths) => {
		const outcome = await deps.commits.submit({
			org,
			run: (transaction) => openAll(transaction, org, caller, [...paths].sort()),
		});
		if (!outcome.ok) return outcome;
		const { epoch, now, threads } = outcome.value.result as {
			epoch: string;
			now: number;
			threads: { path: string; outcome: Result<string, Failure> }[];
		};
		const byPath = new Map(threads.map((thread) => [thread.path, thread.outcome]));
		return ok({
			epoch,
			now,
			threads: paths.map((path) => ({
				path,
				outcome: byPath.get(path) ?? err(failure('E-THREAD')),
			})),
		});
	};

	return { run, open, within };
};
