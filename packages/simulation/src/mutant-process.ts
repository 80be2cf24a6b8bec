/** A simulation of a mutated platform: `mutant-process.ts <name> <seed> <steps>`; says what it saw. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MUTANTS, UNSEEN } from './mutants.ts';

const [name = '', seed = '1', steps = '0'] = process.argv.slice(2);
const mutant = [...MUTANTS, ...UNSEEN].find((one) => one.name === name);
if (!mutant) throw new Error(`no mutant ${name}`);

let isApplied = false;
registerHooks({
	load(url, context, next) {
		if (!url.endsWith(`/packages/${mutant.file}`)) return next(url, context);
		const parts = readFileSync(fileURLToPath(url), 'utf8').split(mutant.from);
		if (parts.length !== 2)
			throw new Error(`${mutant.name}: its text is there ${parts.length - 1} times`);
		isApplied = true;
		return { format: 'module-typescript', source: parts.join(mutant.to), shortCircuit: true };
	},
});

const { simulate } = await import('./simulate.ts');
const { openMemory } = await import('./stores.ts');
const plan = { seed: Number(seed), steps: Number(steps), devices: 4, servers: 2 };
const outcome = await simulate(
	{ ...plan, busLoss: mutant.busLoss ?? 0, sqlite: false },
	openMemory,
);
if (!isApplied) throw new Error(`${mutant.name}: ${mutant.file} was not loaded`);
const { failed } = outcome;
process.stdout.write(
	JSON.stringify({
		steps: outcome.steps + (failed?.steps ?? 0),
		seed: failed?.seed,
		why: failed && String(failed.failure),
	}),
);
