/** One server of boxes among several: configured by the environment, ended by SIGTERM. */
import { readConfig } from '@navette/app-server/config';
import { serve } from '@navette/app-server/serve';
import { silentLog } from '@navette/core';
import { boxesApplication, prepareBoxes } from '../../first-light/support/boxes.ts';

const read = readConfig(process.env);
if (!read.ok) throw new Error(read.error);
const { config } = read.value;
const started = await serve({
	...config,
	log: silentLog,
	applications: [boxesApplication],
	prepare: prepareBoxes,
	rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
});
if (!started.ok) throw new Error(started.error);
const running = started.value;
process.on('SIGTERM', async () => {
	running.server.drain(config.drainSeconds * 800);
	await new Promise((resolve) => setTimeout(resolve, config.drainSeconds * 1_000));
	await running.close();
	process.exit(0);
});
process.send?.(running.url);
