import { err, ok } from '@navette/core';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withSite } from '../with-site.ts';
import { quotaRows } from './quota.ts';

/** Documents counted before it is said that there are more; tasks too. */
const MEASURED = 1_000_000;
const TASKS = 1_000;

/** `navette org show`: its status, what it keeps, its limits, its tasks. */
export const showOrganisation = (terminal: Terminal, org: string): Promise<Outcome> =>
	withSite(terminal, async ({ engine }) => {
		const about = await engine.describe(org);
		if (!about.ok) return err(`There is no organisation "${org}". "navette org list" shows them.`);
		const { status, label } = about.value;
		const sizes = await engine.sizes(org, MEASURED);
		const quotas = await engine.quotas.state(org);
		const tasks = await engine.tasks.counts(org, TASKS);
		const json = { org, status, label, ...sizes, tasks, quotas: quotas.ok ? quotas.value : null };
		const sizeRows = sizes.types.map(({ type, documents, bytes }) => [
			...[type, String(documents), String(bytes)],
		]);
		const lines = [
			`${org}  ${status}  ${label}`,
			'',
			...columns([['type', 'documents', 'bytes'], ...sizeRows]),
			...(sizes.isPartial ? ['(there is more)'] : []),
			...(quotas.ok
				? ['', ...columns([['what', 'used', 'limit', ''], ...quotaRows(quotas.value)])]
				: []),
			'',
			`tasks: ${tasks.pending} waiting or daily, ${tasks.dead} given up`,
		];
		return ok({ json, lines });
	});
