import { serve } from '@navette/app-server/serve';
import { silentLog } from '@navette/core';
import { prepareShelves, shelvesApplication } from './shelves.ts';

/** A server of shelves in a process of its own, to be killed or weighed. */
const started = await serve({
	data: process.argv[2] ?? '',
	port: 0,
	log: silentLog,
	applications: [shelvesApplication],
	prepare: prepareShelves,
	rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
});
if (!started.ok) throw new Error(started.error);
process.send?.(started.value.url);
