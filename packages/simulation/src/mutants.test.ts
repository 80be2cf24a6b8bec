import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MUTANTS } from './mutants.ts';
import { runMutant } from './run-mutant.ts';

const STEPS = 150_000;

for (const mutant of MUTANTS)
	test(`a platform that breaks "${mutant.rule}" is noticed`, async (t) => {
		const { steps, seed, why } = await runMutant(mutant, 1, STEPS);
		t.diagnostic(`${mutant.name}: ${seed === undefined ? 'survived' : `seed ${seed}, ${why}`}`);
		assert.ok(seed !== undefined, `${mutant.name} survived ${steps} steps`);
	});
