import { type Failure, ok, type Result } from '@navette/core';
import type {
	AccessPolicy,
	DocumentSource,
	OperationContext,
	OrganisationAbout,
} from '@navette/engine';
import type { Account, DocumentType, NewsRule, ThreadType } from '@navette/model';
import type { ErrorCatalogue } from '@navette/protocol';
import type { Awaitable } from '@navette/storage';
import type { GenericSchema, InferOutput } from 'valibot';
import type { GuessKind } from './rate.ts';
import type { TaskDefinition } from './tasks/task-definition.ts';

/** A named entry that writes: one file each. */
export interface OperationDefinition {
	readonly name: string;
	/** One sentence for the API page, in English. */
	readonly about: string;
	readonly input: GenericSchema;
	/** An input that the schema accepts, shown on the API page. */
	readonly example: unknown;
	/** Runs in a frozen organisation too; see `Operation`. */
	readonly whenFrozen?: boolean;
	/** Whoever says nothing of himself may ask too, as an account without rights. */
	readonly public?: true;
	/** What whoever asks may be guessing at: counted apart, by address. */
	readonly guesses?: GuessKind;
	/** Refuses an account before any document is read. */
	readonly who: (account: Account, input: unknown) => Failure | undefined;
	readonly handler: (
		context: OperationContext,
		input: unknown,
	) => Awaitable<Result<unknown, Failure>>;
}

/** A named entry that only reads, on request. */
export interface ReportDefinition {
	readonly name: string;
	readonly about: string;
	readonly input: GenericSchema;
	readonly example: unknown;
	/** Whoever says nothing of himself may ask too, as an account without rights. */
	readonly public?: true;
	/** What whoever asks may be guessing at: counted apart, by address. */
	readonly guesses?: GuessKind;
	readonly who: (account: Account, input: unknown) => Failure | undefined;
	readonly handler: (
		source: DocumentSource,
		input: unknown,
		account: Account,
		org: string,
		about: OrganisationAbout,
	) => Awaitable<Result<unknown, Failure>>;
}

/** What one application brings to a server. */
export interface ServerApplication {
	readonly name: string;
	readonly documents: readonly DocumentType[];
	readonly threads: readonly ThreadType[];
	readonly policy: AccessPolicy;
	readonly operations: readonly OperationDefinition[];
	readonly reports: readonly ReportDefinition[];
	/** What it does after commits, later, or each day. */
	readonly tasks?: readonly TaskDefinition[];
	readonly errors: ErrorCatalogue;
	/** What is news on its threads, to somebody whose application is closed. */
	readonly news?: NewsRule;
}

/** Declares an operation whose handler is typed by its schema. */
export const defineOperation = <Schema extends GenericSchema>(definition: {
	readonly name: string;
	readonly about: string;
	readonly input: Schema;
	readonly example: unknown;
	readonly whenFrozen?: boolean;
	readonly public?: true;
	readonly guesses?: GuessKind;
	readonly who: (account: Account, input: InferOutput<Schema>) => Failure | undefined;
	readonly handler: (
		context: OperationContext,
		input: InferOutput<Schema>,
	) => Awaitable<Result<unknown, Failure>>;
}): OperationDefinition => ({
	...definition,
	who: (account, input) => definition.who(account, input as InferOutput<Schema>),
	handler: (context, input) => definition.handler(context, input as InferOutput<Schema>),
});

/** Declares a report whose handler is typed by its schema. */
export const defineReport = <Schema extends GenericSchema>(definition: {
	readonly name: string;
	readonly about: string;
	readonly input: Schema;
	readonly example: unknown;
	readonly public?: true;
	readonly guesses?: GuessKind;
	readonly who: (account: Account, input: InferOutput<Schema>) => Failure | undefined;
	readonly handler: (
		source: DocumentSource,
		input: InferOutput<Schema>,
		account: Account,
		org: string,
		about: OrganisationAbout,
	) => Awaitable<Result<unknown, Failure>>;
}): ReportDefinition => ({
	...definition,
	who: (account, input) => definition.who(account, input as InferOutput<Schema>),
	handler: (source, input, account, org, about) =>
		definition.handler(source, input as InferOutput<Schema>, account, org, about),
});

/** Admits everybody who is somebody. */
export const anybody = (): undefined => undefined;

/** A handler's answer that says nothing more than "done". */
export const done: Result<null, never> = ok(null);
