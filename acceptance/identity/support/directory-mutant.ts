import type { Mutant } from './mutant.ts';

/** A check of the package `directory`, removed; its tests by name. */
export const directoryMutant = (
	side: 'client' | 'model' | 'server',
	file: string,
	check: string,
	edits: Mutant['edits'],
	...tests: readonly string[]
): Mutant => ({
	check,
	file: `directory/src/${side}/${file}.ts`,
	edits,
	tests: tests.map((name) => `directory/src/testing/${name}.test.ts`),
});
