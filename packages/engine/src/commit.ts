import {
	addDays,
	bytesToBase64Url,
	dayOf,
	err,
	type Failure,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { DocumentWriter, ThreadChange, ThreadReference } from '@navette/storage';
import type { EngineConfig } from './config.ts';
import {
	type DroppedFile,
	type FileScene,
	type SettledWrite,
	settleFiles,
} from './files/settle-files.ts';
import type { PendingWrite } from './operation-context.ts';
import { attachWrites, type CommitPlan, planCommit, threadsToLock } from './plan.ts';
import { amountsBetween } from './quotas/count.ts';
import { type Amounts, addAmounts, NOTHING } from './quotas/usage.ts';
import { checkUnique } from './unique.ts';

export interface CommitDeps {
	readonly catalogue: Catalogue;
	readonly random: Random;
	readonly config: EngineConfig;
}

const changesOf = (plan: CommitPlan): readonly ThreadChange[] =>
	plan.threads.map(({ before, version, types }) => ({
		path: before.path,
		reference: before.reference,
		from: before.version,
		version,
		types,
		documents: plan.documents
			.filter((document) => document.threads.includes(before.handle))
			.map((document) => document.row),
	}));

/** What a commit did: threads that moved, and contents that are named no more. */
export interface CommitOutcome {
	readonly threads: readonly ThreadChange[];
	readonly dropped: readonly DroppedFile[];
	/** What came and went. */
	readonly amounts: Amounts;
}

const amountsIn = (plan: CommitPlan, dropped: readonly DroppedFile[]): Amounts =>
	plan.documents.reduce(
		(sum, { row, previous }) => addAmounts(sum, amountsBetween(previous, row)),
		{ ...NOTHING, fileBytes: -dropped.reduce((sum, { size }) => sum + size, 0) },
	);

/** Writes what an operation asked for, and says what moved. */
export const commitWrites = async (
	deps: CommitDeps,
	writer: DocumentWriter,
	scene: FileScene,
	asked: readonly PendingWrite[],
): Promise<Result<CommitOutcome, Failure>> => {
	if (asked.length === 0) return ok({ threads: [], dropped: [], amounts: NOTHING });
	const settled: SettledWrite[] = [];
	for (const write of asked) {
		const settling = settleFiles(writer, scene, write);
		const outcome = settling instanceof Promise ? await settling : settling;
		if (!outcome.ok) return outcome;
		settled.push(outcome.value);
	}
	const writes = settled.map(({ write }) => write);
	const unique = await checkUnique(writer, writes);
	if (!unique.ok) return err(unique.error);
	const today = dayOf(scene.now);
	const attached = attachWrites(deps.catalogue, writes);
	const locked = await writer.lockThreads(threadsToLock(attached), {
		reference: () => bytesToBase64Url(deps.random.bytes(16)) as ThreadReference,
		day: today,
	});
	const plan = planCommit(attached, locked, today);
	/* nobody listens to what is attached to nothing: it leaves no tombstone */
	for (const { row, previous, threads } of plan.documents)
		if (row.del > 0 && previous && deps.catalogue.documents.get(row.type)?.traceless)
			await writer.removeDocument(previous);
		else await writer.putDocument(row, previous, threads);
	const stale = addDays(today, -deps.config.cleanAfterDays);
	for (const { before, version, versions, deleted } of plan.threads) {
		await writer.putThread(before.handle, { version, versions });
		if (deleted && before.cleanDate < stale)
			await writer.purgeTombstones(before.handle, {
				before: addDays(today, -deps.config.tombstoneDays),
				today,
				limit: deps.config.purgeRows,
			});
	}
	const dropped = settled.flatMap((one) => one.dropped);
	return ok({ threads: changesOf(plan), dropped, amounts: amountsIn(plan, dropped) });
};
