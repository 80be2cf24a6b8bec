import type { Clock, Failure, Result } from '@navette/core';
import { ok } from '@navette/core';
import type { Account } from '@navette/model';
import type { CommitNotice, DocumentWriter } from '@navette/storage';
import type { AccessPolicy } from './access.ts';
import { type CommitDeps, commitWrites } from './commit.ts';
import type { FileCheck } from './files/file-check.ts';
import type { DroppedFile } from './files/settle-files.ts';
import type { OpenContext } from './operation-context.ts';
import { clockMovedBy, settingsToStored, storedToSettings } from './organisation.ts';
import { charge } from './quotas/charge.ts';
import type { Limits } from './quotas/usage.ts';
import type { DeferredTask } from './tasks/contract.ts';
import { TASK_TYPE, type TaskData } from './tasks/task-type.ts';

/** What a context's writes became. */
export interface ContextOutcome {
	readonly commit: CommitNotice;
	readonly dropped: readonly DroppedFile[];
	/** Tasks recorded. */
	readonly deferred: readonly DeferredTask[];
}

/** Commits what the handler of a context asked to write. */
export const commitContext = async (
	deps: CommitDeps & { readonly policy: AccessPolicy; readonly clock: Clock },
	writer: DocumentWriter,
	where: {
		readonly org: string;
		readonly account: Account;
		readonly now: number;
		readonly limits: Limits | undefined;
	},
	open: OpenContext,
	check: FileCheck,
): Promise<Result<ContextOutcome, Failure>> => {
	const { org, account, now, limits } = where;
	const writes = open.pending();
	const machineNow = deps.clock.now();
	const scene = { org, account: account.id, now, machineNow, check };
	const committed = await commitWrites(deps, writer, scene, writes);
	if (!committed.ok) return committed;
	const { threads, dropped, amounts } = committed.value;
	const status = open.status();
	const clockMove = open.clockMove();
	const row = status || clockMove > 0 ? await writer.organisation() : undefined;
	if (row)
		await writer.putOrganisation({
			...row,
			status: status ?? row.status,
			settings: settingsToStored(clockMovedBy(storedToSettings(row.settings), clockMove)),
		});
	const charged = await charge(writer, { now, random: deps.random }, limits, amounts);
	if (!charged.ok) return charged;
	/* what may be seen changes with the status and the clock too: open sockets ask again */
	const rightsMoved =
		status !== undefined ||
		clockMove > 0 ||
		writes.some((write) => deps.policy.dependsOn.includes(write.type.name));
	const deferred = writes.flatMap(({ type, key, data }) =>
		type === TASK_TYPE && data !== undefined
			? [{ org, id: key.id ?? '', due: (data as TaskData).due }]
			: [],
	);
	return ok({ commit: { org, threads, rightsMoved, by: account.id }, dropped, deferred });
};
