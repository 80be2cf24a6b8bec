import { loadavg } from 'node:os';
import path from 'node:path';
import { measureBroadcast } from './measures/broadcast.ts';
import { measureColdPull } from './measures/cold-pull.ts';
import { measureOperations } from './measures/operations.ts';
import { measurePropagation } from './measures/propagation.ts';
import { measurePulls } from './measures/pulls.ts';
import { describeMachine, type Figure, type Results, tableOf, writeResults } from './results.ts';

/** Every measure, by the word that selects it: `npm run bench -- operations pulls`. */
const MEASURES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
	operations: () => measureOperations(20_000),
	pulls: () => measurePulls(1_000_000, 200),
	cold: () => measureColdPull(10_000, 3),
	propagation: () => measurePropagation(400),
	broadcast: () => measureBroadcast(1_000, 30),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !MEASURES[name]);
if (unknown.length > 0)
	throw new Error(
		`no measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}`,
	);

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
const file = writeResults(path.resolve(import.meta.dirname, '../../..'), all);
process.stdout.write(`\nWritten to ${path.relative(process.cwd(), file)}\n`);
