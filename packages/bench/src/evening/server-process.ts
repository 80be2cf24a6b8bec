import { serve } from '@navette/app-server/serve';
import { circuitApplication } from '@navette/circuit/server';
import { ok, silentLog } from '@navette/core';
import type { Key, Right } from '@navette/model';
import { hashOfToken } from '@navette/server';
import { eveningOf } from './organisation.ts';
import { nameOf, ordersOf, screensOf } from './plan.ts';
import { tokenOf } from './token.ts';

/** The server of an evening in a process of its own, with everybody's access, at its usual limits. */
const [data = '', secret = '', groups = '', consumers = '', writes = '', screens = '', now = ''] =
	process.argv.slice(2);
const BATCH = 500;

const started = await serve({ data, port: 0, log: silentLog, applications: [circuitApplication] });
if (!started.ok) throw new Error(started.error);
const { engine, url, close } = started.value;
await engine.putOrganisation('evening', 'open', { label: 'Evening', clockOffset: 0 });

interface Row {
	readonly type: string;
	readonly key: Key;
	readonly data: unknown;
}

const write = async (rows: readonly Row[]): Promise<void> => {
	const outcome = await engine.run({
		org: 'evening',
		caller: () => ({ id: 'set-up', rights: [] }),
		work: async (context) => {
			for (const row of rows) await context.write(row.type, row.key, row.data);
			return ok(null);
		},
	});
	if (!outcome.ok) throw new Error(outcome.error.code);
};

const accessOf = (name: string): Row => {
	const [usage = '', subject = ''] = name.split('/');
	const rights: readonly Right[] = [{ usage, subject, power: 1 }];
	const access = { account: name, label: name, rights, created: Number(now) };
	return { type: 'ACCESS', key: { hash: hashOfToken(tokenOf(secret, name)) }, data: access };
};

const evening = eveningOf({ groups: Number(groups), consumers: Number(consumers) }, Number(now));
const names = new Set([
	...ordersOf(evening, Number(writes)).map(({ gc, co }) => `CO/${gc}.${co}`),
	...screensOf(evening, Number(screens)).map(nameOf),
]);
const rows: readonly Row[] = [...evening.documents, ...[...names].map(accessOf)];
for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH));

process.on('message', () => {
	globalThis.gc?.();
	const { rss, heapUsed, external } = process.memoryUsage();
	process.send?.({ rss, live: heapUsed + external });
});
process.on('disconnect', () => void close());
process.send?.({ url });
