import type { Failure, Log, Result } from '@navette/core';
import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Awaitable } from '@navette/storage';
import type { GenericSchema, InferOutput } from 'valibot';

/** One time that a task is done. */
export interface TaskRun {
	/** Code of the organisation; `SITE` for a task of the site. */
	readonly org: string;
	/** The same each time it is tried: what receivers can tell repetitions by. */
	readonly id: string;
	/** From 1. */
	readonly attempt: number;
	/** Time of the organisation when it was begun, ms. */
	readonly now: number;
	/** Fires when somebody else may do it from now on, or the server stops: end at once. */
	readonly signal: AbortSignal;
	/** For what an operator should know, without content. */
	readonly log: Log;
	/** Reads from one snapshot, as nobody in particular. */
	read<Output>(
		work: (source: DocumentSource) => Awaitable<Result<Output, Failure>>,
	): Promise<Result<Output, Failure>>;
}

/** What a handler adds to the transaction that notes that the task is done: it happens once. */
export type LastWrite = (context: OperationContext) => Awaitable<Result<unknown, Failure>>;

/** How often a failure is tried again. */
export interface RetryRule {
	/** Times it is begun before it is given up. */
	readonly attempts: number;
	/** Wait after the first failure, ms; each next one waits twice as long, give or take a quarter. */
	readonly firstMs: number;
	readonly mostMs: number;
}

/** 12 times over a day. */
export const DEFAULT_RETRY: RetryRule = { attempts: 12, firstMs: 5_000, mostMs: 6 * 3_600_000 };

/** When something is done each day. */
export interface Daily {
	readonly hour: number;
	readonly minute?: number;
	/** Zone of that hour; UTC unless told. */
	readonly timeZone?: string;
	/** Organisations are spread over so many minutes, so that not all begin at once. */
	readonly spreadMinutes?: number;
	readonly each: 'organisation' | 'site';
}

/** Something that is done after commits, later, or each day: one file each. */
export interface TaskDefinition {
	readonly name: string;
	/** One sentence for administrators, in English. */
	readonly about: string;
	readonly input: GenericSchema;
	readonly retry?: RetryRule;
	/** Done each day, without anybody asking; its input is an empty object. */
	readonly daily?: Daily;
	/**
	 * Does it. It may be done more than once for one record, never twice at the same time. A failure
	 * whose catalogue entry says `later` is tried again (after `detail.seconds`, if it says so); any
	 * other is given up at once. `LastWrite` is written with the note that it is done.
	 */
	readonly handler: (
		run: TaskRun,
		input: unknown,
	) => Awaitable<Result<LastWrite | undefined, Failure>>;
}

/** Declares a task whose handler is typed by its schema. */
export const defineTask = <Schema extends GenericSchema>(
	definition: Omit<TaskDefinition, 'input' | 'handler'> & {
		readonly input: Schema;
		readonly handler: (
			run: TaskRun,
			input: InferOutput<Schema>,
		) => Awaitable<Result<LastWrite | undefined, Failure>>;
	},
): TaskDefinition => ({
	...definition,
	handler: (run, input) => definition.handler(run, input as InferOutput<Schema>),
});
