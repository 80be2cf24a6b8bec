import { serve } from '@navette/app-server/serve';
import { silentLog } from '@navette/core';
import { boxesApplication, prepareBoxes } from './boxes.ts';

/** A server in a process of its own, to be killed. */
const started = await serve({
	data: process.argv[2] ?? '',
	port: 0,
	log: silentLog,
	applications: [boxesApplication],
	prepare: prepareBoxes,
	rates: { perToken: 1_000_000, refusalsPerAddress: 100 },
});
if (!started.ok) throw new Error(started.error);
process.send?.(started.value.url);
