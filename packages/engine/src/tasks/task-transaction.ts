import {
	type Clock,
	err,
	type Failure,
	failure,
	type Log,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Account, Catalogue } from '@navette/model';
import type { BlobStore, DocumentStore, DocumentWriter, StoreTransaction } from '@navette/storage';
import type { AccessPolicy } from '../access.ts';
import { commitContext } from '../commit-context.ts';
import type { EngineConfig } from '../config.ts';
import type { Committed } from '../contract.ts';
import type { DataMemory } from '../data-memory.ts';
import { createFileCheck } from '../files/file-check.ts';
import type { GroupCommit } from '../group-commit.ts';
import { type OpenContext, openContext } from '../operation-context.ts';
import { isThere, storedToSettings } from '../organisation.ts';
import type { Limits } from '../quotas/usage.ts';
import { SITE } from './task-type.ts';

/** What tasks are made from. */
export interface TaskDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly clock: Clock;
	readonly random: Random;
	readonly config: EngineConfig;
	readonly commits: GroupCommit<Committed<unknown>>;
	readonly log: Log;
	readonly blobs?: BlobStore;
	readonly memory: DataMemory;
}

/** An organisation as far as its tasks go. */
export interface TaskPlace {
	/** Whether tasks may be begun, and write documents. */
	readonly isOpen: boolean;
	/** What it adds to the clock of the machine, ms. */
	readonly offset: number;
	readonly limits: Limits | undefined;
}

/** The place of a reader; `E-ORG` when the organisation is not there. The site itself is always open. */
export const placeOf = async (
	reader: Pick<DocumentWriter, 'organisation'>,
	org: string,
): Promise<Result<TaskPlace, Failure>> => {
	if (org === SITE) return ok({ isOpen: true, offset: 0, limits: undefined });
	const row = await reader.organisation();
	if (!row || !isThere(row.status)) return err(failure('E-ORG'));
	const { clockOffset: offset, limits } = storedToSettings(row.settings);
	return ok({ isOpen: row.status === 'open', offset, limits });
};

/** Work on tasks inside a transaction. */
export interface TaskScene extends TaskPlace {
	readonly open: OpenContext;
	/** Clock of the machine, ms. */
	readonly machineNow: number;
}

const account: Account = { id: 'task', rights: [] };

/**
 * Runs work on the tasks of an organisation in a transaction shared with operations. What it writes
 * through the context is committed with it, and listeners are told.
 */
export const taskTransaction = async <T>(
	deps: TaskDeps,
	org: string,
	work: (scene: TaskScene) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> => {
	const { catalogue, random, memory } = deps;
	const run = async (
		transaction: StoreTransaction,
	): Promise<Result<Committed<unknown>, Failure>> => {
		const reader = transaction.in(org);
		const place = await placeOf(reader, org);
		if (!place.ok) return place;
		const { offset, limits } = place.value;
		const machineNow = deps.clock.now();
		const now = machineNow + offset;
		const open = openContext({ catalogue, reader, org, account, now, offset, random, memory });
		const outcome = await work({ ...place.value, open, machineNow });
		if (!outcome.ok) return outcome;
		const where = { org, account, now, limits };
		const committed = await commitContext(deps, reader, where, open, createFileCheck());
		if (!committed.ok) return committed;
		const done = { result: outcome.value, now, account, grants: new Map(), repeated: false };
		return ok({ ...done, ...committed.value });
	};
	const done = await deps.commits.submit({ org, run });
	return done.ok ? ok(done.value.result as T) : done;
};
