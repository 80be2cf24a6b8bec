import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	acceptedConditions,
	decideProposal,
	type GeneralCatalogue,
	MAX_PROPOSALS,
	type PriceProposals,
	type Product,
	type ProposedConditions,
	propose,
} from './index.ts';

const product = (more: Partial<Product> = {}): Product => ({
	...{ lib: 'Camembert', rayon: 'Crèmerie', cons: 'F', labels: [], tva: 550, mode: 'U' },
	...{ emb: 'unite', demi: false, par: 0, cree: 0 },
	cv: [{ d: 20250101, dispo: 3, pu: 340, pn: 250, pb: 270, excl: ['agora'] }],
	...more,
});
const catalogue: GeneralCatalogue = {
	prods: { '3.2': product(), '3.9': product({ sup: 20250301 }) },
};
const cv = (d: number, pu: number): ProposedConditions => ({ d, dispo: 3, pu, pn: 250, pb: 270 });
const facts = { now: 1_000, par: 'PR/bocage.3 Lea', today: 20250605 };
const asked = (d: number, pu: number, prod = '3.2') => ({ prod, cv: cv(d, pu) });

const proposed = (...prices: readonly (readonly [number, number])[]): PriceProposals =>
	prices.reduce<PriceProposals | undefined>((list, [d, pu], index) => {
		const next = propose(list, catalogue, asked(d, pu), { ...facts, now: 1_000 + index });
		assert.ok(next.ok);
		return next.value;
	}, undefined) ?? assert.fail();

test('a proposal remembers what was in force; one that waits for the same day is replaced', () => {
	const list = proposed([20250701, 360], [20250701, 355], [20250801, 370]);
	assert.deepEqual(
		list.props.map((one) => [one.k, one.cv.pu, one.av?.pu, one.st]),
		[
			['1001.1', 355, 340, 'att'],
			['1002.2', 370, 340, 'att'],
		],
	);
	assert.equal(list.n, 3);
});

test('refused: a day that has passed, a product removed or unknown', () => {
	const code = (d: number, prod: string) => {
		const made = propose(undefined, catalogue, asked(d, 360, prod), facts);
		return made.ok ? 'ok' : made.error.code;
	};
	assert.equal(code(20250604, '3.2'), 'E-DATE');
	assert.equal(code(20250605, '3.2'), 'ok');
	assert.equal(code(20250701, '3.9'), 'E-PROD');
	assert.equal(code(20250701, '8.8'), 'E-PROD');
});

test('decided once: accepted, refused with its reason, or taken back', () => {
	const list = proposed([20250701, 360]);
	const refused = decideProposal(list, '1000.0', { sort: 'ref', motif: 'Trop tard' }, facts);
	assert.ok(refused.ok);
	assert.deepEqual(refused.value.props[0]?.dec, { t: 1_000, par: facts.par, motif: 'Trop tard' });
	const again = decideProposal(refused.value, '1000.0', { sort: 'acc' }, facts);
	assert.equal(!again.ok && again.error.code, 'E-VIDE');
	const unknown = decideProposal(undefined, '1000.0', { sort: 'ret' }, facts);
	assert.equal(!unknown.ok && unknown.error.code, 'E-VIDE');
});

test('accepted: from its day, or today when it waited too long; exclusions stay', () => {
	const after = (today: number) => {
		const made = acceptedConditions(catalogue, asked(20250701, 360), today);
		return made.ok ? made.value.prods['3.2']?.cv.at(-1) : undefined;
	};
	assert.deepEqual(after(20250605), { ...cv(20250701, 360), excl: ['agora'] });
	assert.equal(after(20250710)?.d, 20250710);
	assert.equal(acceptedConditions(catalogue, asked(20250701, 360, '3.9'), 20250605).ok, false);
});

test('a full list makes room with what was decided, never with what waits', () => {
	const waiting = proposed([20250701, 360]).props[0] ?? assert.fail();
	const many = Array.from({ length: MAX_PROPOSALS }, (_, index) => ({
		...{ ...waiting, k: `k${index}`, cv: cv(20260101 + index, 360) },
	}));
	const full = propose({ n: 500, props: many }, catalogue, asked(20250801, 1), facts);
	assert.equal(!full.ok && full.error.code, 'E-DEJA');
	const [first, ...others] = many;
	assert.ok(first);
	const room = { n: 500, props: [...others, { ...first, st: 'acc' as const }] };
	const made = propose(room, catalogue, asked(20250801, 1), facts);
	assert.equal(made.ok && made.value.props.length, MAX_PROPOSALS);
	assert.equal(made.ok && made.value.props.some(({ k }) => k === 'k0'), false);
});
