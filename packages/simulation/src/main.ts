/** `npm run sim -- --seed S --steps N`: worlds one after the other until N events have happened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { replayCommand, simulate } from './simulate.ts';
import { openMemory, openSqliteIn } from './stores.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string' },
		steps: { type: 'string', default: '20000' },
		devices: { type: 'string', default: '4' },
		servers: { type: 'string', default: '2' },
		'bus-loss': { type: 'string', default: '0' },
		sqlite: { type: 'boolean', default: false },
	},
});
const folder = values.sqlite ? mkdtempSync(path.join(tmpdir(), 'navette-sim-')) : undefined;
const plan = {
	seed: Number(values.seed ?? crypto.getRandomValues(new Uint32Array(1))[0]),
	steps: Number(values.steps),
	devices: Number(values.devices),
	servers: Number(values.servers),
	busLoss: Number(values['bus-loss']),
	sqlite: values.sqlite,
};
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
process.stdout.write(`seed ${plan.seed}\n`);
const outcome = await simulate(plan, folder ? openSqliteIn(folder) : openMemory, (done) => {
	const { worlds, steps, commits } = done;
	process.stdout.write(`${worlds} worlds, ${steps} steps, ${commits} commits, ${seconds()} s\n`);
});
if (folder) rmSync(folder, { recursive: true, force: true });
if (outcome.failed) {
	const { failed } = outcome;
	const why = failed.failure instanceof Error ? failed.failure.stack : String(failed.failure);
	process.stdout.write(`${failed.last.join('\n')}\n\n${why}\n`);
	process.stdout.write(
		`seed ${failed.seed}, step ${failed.steps}. Again: ${replayCommand(plan, failed)}\n`,
	);
	process.exitCode = 1;
}
