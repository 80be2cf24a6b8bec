import { loadavg } from 'node:os';
import path from 'node:path';
import { measureBroadcast } from './measures/broadcast.ts';
import { measureColdPull } from './measures/cold-pull.ts';
import { measureOperations } from './measures/operations.ts';
import { measurePropagation } from './measures/propagation.ts';
import { measurePulls } from './measures/pulls.ts';
import { describeMachine, type Figure, type Results, tableOf, writeResults } from './results.ts';

const quick = process.argv.includes('--quick');
const size = (usual: number, small: number): number => (quick ? small : usual);

/** Every measure, by the word that selects it: `npm run bench -- operations pulls [--quick]`. */
const MEASURES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
	operations: () => measureOperations(size(20_000, 500)),
	pulls: () => measurePulls(size(1_000_000, 5_000), size(200, 20)),
	cold: () => measureColdPull(size(10_000, 500), size(3, 1)),
	propagation: () => measurePropagation(size(400, 20)),
	broadcast: () => measureBroadcast(size(1_000, 50), size(30, 3)),
};

const wanted = process.argv.slice(2).filter((name) => name !== '--quick');
const unknown = wanted.filter((name) => !MEASURES[name]);
if (unknown.length > 0) {
	const names = Object.keys(MEASURES).join(', ');
	process.stderr.write(`There is no measure ${unknown.join(', ')}; there are ${names}.\n`);
	process.exit(2);
}

const before = loadavg();
const results: Figure[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	process.stdout.write(`${name}…\n`);
	results.push(...(await measure()));
}
const all: Results = {
	date: new Date().toISOString(),
	machine: describeMachine(),
	versions: { node: process.version, sqlite: process.versions.sqlite ?? '' },
	load: { before, after: loadavg() },
	results,
};
process.stdout.write(`\n${tableOf(results)}\n`);
const folder = process.env.NAVETTE_BENCH ?? path.resolve(import.meta.dirname, '../../../bench');
const file = writeResults(folder, all);
process.stdout.write(`\nWritten to ${path.relative(process.cwd(), file)}\n`);
