import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DIRECTORY_MUTANTS } from './support/directory-mutants.ts';
import { mutate } from './support/mutant.ts';
import { runCryptoMutant } from './support/run-crypto-mutant.ts';
import { sampleOf } from './support/sample-of.ts';

/**
 * Point 9, the directory: each of its checks, and of the device's before it, is missed when it is gone.
 * The adversaries are in `packages/directory/src/testing`. `NAVETTE_MUTANTS=all` removes every check.
 */
const isWhole = process.env.NAVETTE_MUTANTS === 'all';
const seed = Number(process.env.NAVETTE_SEED ?? crypto.getRandomValues(new Uint16Array(1))[0]);

test('9. every mutant of the directory finds its place in the source, once, and has a name of its own', () => {
	for (const mutant of DIRECTORY_MUTANTS) {
		const source = readFileSync(new URL(`../../packages/${mutant.file}`, import.meta.url), 'utf8');
		assert.notEqual(mutate(source, mutant), source, mutant.check);
	}
	const names = DIRECTORY_MUTANTS.map(({ check }) => check);
	assert.equal(new Set(names).size, names.length);
});

test('9. the directory: each check removed is noticed', { concurrency: 2 }, async (t) => {
	const drawn = isWhole ? DIRECTORY_MUTANTS : sampleOf(DIRECTORY_MUTANTS, 4, seed);
	const runs = drawn.map((mutant) =>
		t.test(`noticed when not refused: ${mutant.check}`, async (one) => {
			const noticed = await runCryptoMutant(mutant);
			one.diagnostic(`${noticed ?? 'by nothing'} (seed ${seed}: NAVETTE_SEED draws the same)`);
			assert.notEqual(noticed, undefined, mutant.file);
		}),
	);
	await Promise.all(runs);
});
