import { serve } from '@navette/app-server/serve';
import { circuitApplication } from '@navette/circuit/server';
import { ok, silentLog } from '@navette/core';
import type { Key, Right } from '@navette/model';
import { hashOfToken } from '@navette/server';

/** A document written as it is, before anybody comes. */
export interface Row {
	readonly type: string;
	readonly key: Key;
	readonly data: unknown;
}

/** Documents of one transaction. */
const BATCH = 500;

/** The access that a token opens to one right, `USAGE/subject`. */
export const accessOf = (right: string, token: string, created: number): Row => {
	const [usage = '', subject = ''] = right.split('/');
	const rights: readonly Right[] = [{ usage, subject, power: 1 }];
	const data = { account: right, label: right, rights, created };
	return { type: 'ACCESS', key: { hash: hashOfToken(token) }, data };
};

/**
 * Serves an organisation made of these documents, at the usual limits, in a process that `startChild`
 * started: says its address, answers how much memory it holds, ends with its parent.
 */
export const serveSeeded = async (
	folder: string,
	org: string,
	rows: readonly Row[],
): Promise<void> => {
	const applications = [circuitApplication];
	const started = await serve({ data: folder, port: 0, log: silentLog, applications });
	if (!started.ok) throw new Error(started.error);
	const { engine, url, close } = started.value;
	await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
	for (let from = 0; from < rows.length; from += BATCH) {
		const outcome = await engine.run({
			org,
			caller: () => ({ id: 'set-up', rights: [] }),
			work: async (context) => {
				for (const { type, key, data } of rows.slice(from, from + BATCH))
					await context.write(type, key, data);
				return ok(null);
			},
		});
		if (!outcome.ok) throw new Error(outcome.error.code);
	}
	process.on('message', () => {
		globalThis.gc?.();
		const { rss, heapUsed, external } = process.memoryUsage();
		process.send?.({ rss, live: heapUsed + external });
	});
	process.on('disconnect', () => void close());
	process.send?.({ url });
};
