import type { Failure, Result } from '@navette/core';
import type { Awaitable } from '@navette/storage';
import type { OperationContext } from '../operation-context.ts';
import type { TaskRecord } from './task-type.ts';

/** Something that was recorded in a transaction that is now durable. */
export interface DeferredTask {
	readonly org: string;
	readonly id: string;
	/** When it may be begun, clock of the machine, ms. */
	readonly due: number;
}

/** What may be begun in an organisation. */
export interface DueTasks {
	/** Earliest first. */
	readonly ids: readonly string[];
	/** When to look again at the latest, clock of the machine, ms; absent when nothing waits. */
	readonly next?: number;
}

/** What became of an attempt to begin a task. */
export type Claim =
	| { readonly kind: 'mine'; readonly task: TaskRecord; readonly now: number }
	/** Done, dropped, given up, held by somebody else, too early, or its organisation is not open. */
	| { readonly kind: 'none' };

/** A task in somebody's hands. */
export interface HeldTask {
	readonly org: string;
	readonly id: string;
	/** The name of the lease. */
	readonly by: string;
}

/** How a task is begun. */
export interface LeaseTerms {
	/** How long nobody else may begin it, ms. */
	readonly ms: number;
	/** How often a task of a name may be begun. */
	readonly most: (name: string) => number;
}

/** How doing a task ended. */
export type TaskEnd =
	/** `write`: in the very transaction that notes it, so that it happens once. */
	| {
			readonly kind: 'done';
			readonly write?: (context: OperationContext) => Awaitable<Result<unknown, Failure>>;
			/** For what recurs: when it is done next, clock of the machine, ms. */
			readonly next?: number;
	  }
	/**
	 * To be tried again in so many milliseconds. The attempt that ends counts (`kept`), or not
	 * (`undone`), or is forgotten with those before it (`fresh`).
	 */
	| {
			readonly kind: 'again';
			readonly ms: number;
			readonly code: string;
			readonly attempts: 'kept' | 'undone' | 'fresh';
	  }
	| { readonly kind: 'given-up'; readonly code: string };

/** A task that recurs. */
export interface RecurringTask {
	readonly id: string;
	readonly name: string;
	/** When it is first done, clock of the machine, ms. */
	readonly due: number;
}

/** What is wanted of the tasks of an organisation. */
export interface TaskCounts {
	/** Waiting or being done, what recurs included; at most the limit asked for. */
	readonly pending: number;
	readonly dead: number;
	/** Of what waits and is late: how long, ms; 0 when nothing is. */
	readonly oldestMs: number;
}

/**
 * What is recorded by operations to be done after them. A task is done at least once, by one holder at
 * a time: beginning it takes a lease, in a transaction that fails for all but one; a lease that ends
 * without news may be taken by another, and what the first says afterwards is refused. Holders go by
 * the clocks of their machines: a lease is left alone for ten seconds more than it lasts.
 */
export interface Tasks {
	/** Tells what was recorded, once it is durable; answers what stops that. */
	hear(listener: (deferred: DeferredTask) => void): () => void;
	due(org: string, limit: number): Promise<DueTasks>;
	/** Begins a task, if it may be; one begun as often as it may be is given up instead. */
	claim(held: HeldTask, lease: LeaseTerms): Promise<Claim>;
	/** Keeps a task for longer; false when it is somebody else's, or nobody's. */
	renew(held: HeldTask, ms: number): Promise<boolean>;
	/** Notes how it ended. `E-TASK-LOST` when it is not, or no longer, the holder's. */
	finish(held: HeldTask, end: TaskEnd): Promise<Result<void, Failure>>;
	/** Records what recurs, where it is not yet. */
	ensure(org: string, recurring: readonly RecurringTask[]): Promise<void>;
	/** The next to be done, then those given up, the latest first. */
	list(org: string, limit: number): Promise<readonly TaskRecord[]>;
	counts(org: string, limit: number): Promise<TaskCounts>;
	/** Makes a task due now, whatever it waits for; `E-TASK` when there is none, or somebody does it. */
	retry(org: string, id: string): Promise<Result<void, Failure>>;
	/** Forgets a task; `E-TASK` as for `retry`. */
	drop(org: string, id: string): Promise<Result<void, Failure>>;
}
