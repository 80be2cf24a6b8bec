import { readConfig } from '@navette/app-server/config';
import { serve } from '@navette/app-server/serve';
import { ok, silentLog } from '@navette/core';
import { hashOfToken } from '@navette/server';
import { benchApplication } from './bench-application.ts';

/** A real server in a process of its own: what the measures talk to over loopback. */
/* the folder, points a second of a token, and the tokens that are let in */
const [data = '', perToken = '', ...tokens] = process.argv.slice(2);
const read = readConfig(process.env);
if (!read.ok) throw new Error(read.error);
const { providers, siteKeys } = read.value.config;
const started = await serve({
	data,
	providers,
	siteKeys,
	port: 0,
	log: silentLog,
	applications: [benchApplication],
	rates: { perToken: Number(perToken), refusalsPerAddress: 1_000 },
});
if (!started.ok) throw new Error(started.error);
const { engine, url, close } = started.value;
await engine.putOrganisation('bench', 'open', { label: 'Bench', clockOffset: 0 });
await engine.run({
	org: 'bench',
	caller: () => ({ id: 'set-up', rights: [] }),
	work: async (context) => {
		const rights = ['BENCH', 'ADM'].map((usage) => ({ usage, subject: '', power: 1 }));
		const access = { account: 'bench', label: 'bench', rights, created: 0 };
		for (const token of tokens) await context.write('ACCESS', { hash: hashOfToken(token) }, access);
		return ok(null);
	},
});
process.on('message', (message) => {
	if (message === 'memory') globalThis.gc?.();
	else if (message !== 'resident') return;
	const { rss, heapUsed, external } = process.memoryUsage();
	process.send?.({ rss, live: heapUsed + external });
});
process.on('disconnect', () => void close());
process.send?.({ url });
