import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MUTANTS, runMutant } from '@navette/simulation';

/** Point 7: a simulation that cannot fail proves nothing, so each rule is broken in its turn. */
const STEPS = 300_000;

for (const mutant of MUTANTS)
	test(`7. noticed when broken: ${mutant.rule} (${mutant.name})`, async (t) => {
		const { steps, seed, why } = await runMutant(mutant, mutant.world ?? 1, STEPS);
		t.diagnostic(`${mutant.name}: ${steps} steps, seed ${seed}, ${why?.slice(0, 160)}`);
		assert.ok(seed !== undefined, `${mutant.name} survived ${steps} steps`);
	});
