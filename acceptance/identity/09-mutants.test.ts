import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATALOGUE_MUTANTS } from './support/catalogue-mutants.ts';
import { CHAIN_MUTANTS } from './support/chain-mutants.ts';
import { CRYPTO_MUTANTS } from './support/crypto-mutants.ts';
import { GROUP_MUTANTS } from './support/group-mutants.ts';
import { runLedgerMutant } from './support/ledger-mutants.ts';
import { type Mutant, mutate } from './support/mutant.ts';
import { runCryptoMutant } from './support/run-crypto-mutant.ts';
import { sampleOf } from './support/sample-of.ts';

/**
 * Point 9: a check that nothing misses when it is gone proves nothing. Each run breaks some, drawn by a
 * seed of its own that it says; `NAVETTE_MUTANTS=all` breaks every one (one or two minutes).
 */
const LEDGER_MUTANTS: readonly Mutant[] = [...CHAIN_MUTANTS, ...GROUP_MUTANTS];
const SEALING_MUTANTS: readonly Mutant[] = [...CRYPTO_MUTANTS, ...CATALOGUE_MUTANTS];
const isWhole = process.env.NAVETTE_MUTANTS === 'all';
const seed = Number(process.env.NAVETTE_SEED ?? crypto.getRandomValues(new Uint16Array(1))[0]);
const drawn = (mutants: readonly Mutant[], count: number): readonly Mutant[] =>
	isWhole ? mutants : sampleOf(mutants, count, seed);

const nameOf = ({ check }: Mutant): string => check;

test('9. every mutant finds its place in the source, once, and has a name of its own', () => {
	const all = [...LEDGER_MUTANTS, ...SEALING_MUTANTS];
	for (const mutant of all) {
		const source = readFileSync(new URL(`../../packages/${mutant.file}`, import.meta.url), 'utf8');
		assert.notEqual(mutate(source, mutant), source, mutant.check);
	}
	assert.equal(new Set(all.map(nameOf)).size, all.length);
});

test('9. what is drawn depends on the seed alone, and every mutant is drawn by some', () => {
	assert.deepEqual(sampleOf(LEDGER_MUTANTS, 10, 7), sampleOf(LEDGER_MUTANTS, 10, 7));
	const seen = new Set<string>();
	for (let one = 0; one < 100; one++)
		for (const mutant of sampleOf(LEDGER_MUTANTS, 10, one)) seen.add(nameOf(mutant));
	assert.deepEqual([...seen].toSorted(), LEDGER_MUTANTS.map(nameOf).toSorted());
});

for (const [at, mutant] of drawn(LEDGER_MUTANTS, 10).entries())
	test(`9. ledger, noticed when not refused: ${mutant.check}`, async (t) => {
		const noticed = await runLedgerMutant(mutant, `m${at}`);
		t.diagnostic(`${noticed ?? 'by nothing'} (seed ${seed}: NAVETTE_SEED draws the same)`);
		assert.notEqual(noticed, undefined, mutant.file);
	});

test('9. cryptography: each check removed is noticed', { concurrency: 2 }, async (t) => {
	const runs = drawn(SEALING_MUTANTS, 4).map((mutant) =>
		t.test(`noticed when not refused: ${mutant.check}`, async (one) => {
			const noticed = await runCryptoMutant(mutant);
			one.diagnostic(`${noticed ?? 'by nothing'} (seed ${seed}: NAVETTE_SEED draws the same)`);
			assert.notEqual(noticed, undefined, mutant.file);
		}),
	);
	await Promise.all(runs);
});

test('9. a check that is there is not noticed: the tests pass on a source where nothing is removed', async () => {
	const [first] = CRYPTO_MUTANTS.filter(({ tests }) => tests?.[0]?.includes('x-wing-public-key'));
	assert.ok(first);
	const edits = first.edits.map(([from]) => [from, from] as const);
	assert.equal(await runCryptoMutant({ ...first, edits }), undefined);
});
