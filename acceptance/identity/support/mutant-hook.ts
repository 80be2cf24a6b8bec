/** Loaded before a test: one source file is read with a check removed from it (`MUTANT`, JSON). */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutate } from './mutant.ts';

const mutant: Mutant = JSON.parse(process.env.MUTANT ?? '');
let isApplied = false;

registerHooks({
	load(url, context, next) {
		if (!url.endsWith(`/packages/${mutant.file}`)) return next(url, context);
		isApplied = true;
		const source = mutate(readFileSync(fileURLToPath(url), 'utf8'), mutant);
		return { format: 'module-typescript', source, shortCircuit: true };
	},
});

process.on('exit', () => {
	if (!isApplied) process.stdout.write('the mutated file was not loaded\n');
});
