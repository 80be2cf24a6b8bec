/**
 * A server in a process of its own, whose memory can be looked at: it writes its heap when it is asked,
 * and holds a text on purpose, to show that the search finds one.
 */
import { createWriteStream } from 'node:fs';
import { writeHeapSnapshot } from 'node:v8';
import { createLog } from '@navette/app-server/log';
import { startServer } from '@navette/app-server/start';
import { ok } from '@navette/core';
import { prepareShelves, shelvesApplication } from '../../engine/support/shelves.ts';

/** Who enters: hash of a token, account, usage and subject of a right; `universe` is the directory's. */
export type Entry = readonly [
	hash: string,
	org: string,
	account: string,
	usage: string,
	subject: string,
];

const [data = '', logFile = '', pushHost = '', entriesText = '[]'] = process.argv.slice(2);
const entries = JSON.parse(entriesText) as readonly Entry[];
const lines = createWriteStream(logFile);
const log = createLog('info', (name) => `someone-${name.length}`, {
	write: (line) => void lines.write(line),
});
const started = await startServer({
	...{ data, port: 0, log, logRequests: true, demonstration: true },
	applications: [shelvesApplication],
	directory: { kind: 'host', universe: 'universe' },
	push: { contact: 'mailto:ada@example.org', hosts: [], plain: [pushHost] },
	rates: {
		...{ perToken: 100_000, refusalsPerAddress: 1_000, strangersPerAddress: 1_000 },
		...{ entriesPerAddress: 10_000, entriesPerOrganisation: 10_000, offersPerAddress: 10_000 },
	},
});
if (!started.ok) throw new Error(started.error);
const { engine, url, close } = started.value;
await prepareShelves(engine);
for (const [hash, org, account, usage, subject] of entries)
	await engine.run({
		...{ org, caller: () => ({ id: 'set-up', rights: [] }) },
		async work(context) {
			const rights = [{ usage, subject, power: 1 }];
			await context.write('ACCESS', { hash }, { account, label: account, rights, created: 0 });
			return ok(null);
		},
	});

/** Kept on purpose. */
const held: string[] = [];

process.on(
	'message',
	(asked: { readonly heap?: string; readonly hold?: string; readonly end?: true }) => {
		if (asked.hold !== undefined) held.push(asked.hold);
		if (asked.heap !== undefined) writeHeapSnapshot(asked.heap);
		if (asked.end) void close().then(() => process.disconnect());
		else process.send?.({ done: held.length });
	},
);
process.send?.({ url });
