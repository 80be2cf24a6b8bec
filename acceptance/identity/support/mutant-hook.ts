/** Loaded before a test: one source file is read with a check removed from it (`MUTANT`, JSON). */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutate } from './mutant.ts';

const mutant: Mutant = JSON.parse(process.env.MUTANT ?? '');
const { href } = new URL(`../../../packages/${mutant.file}`, import.meta.url);
registerHooks({
	load(url, context, next) {
		if (url !== href) return next(url, context);
		const source = mutate(readFileSync(fileURLToPath(url), 'utf8'), mutant);
		process.stdout.write(`mutated: ${mutant.file}\n`);
		return { format: 'module-typescript', source, shortCircuit: true };
	},
});
