import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormats, parseMoney, parseQuantity, parseWeight } from '@navette/ui/formats';
import type { GeneralCatalogue, PriceProposal, Product } from '../../model/index.ts';
import {
	bulkCells,
	bulkPrices,
	conditionsInTime,
	generalProducts,
	importChanges,
	listedProposals,
	NEW_PRODUCT,
	readConditions,
	readProduct,
	shownGeneralProducts,
} from './index.ts';

const TODAY = 20250605;
const cv = (d: number, pu: number, dispo: 0 | 3 = 3) => ({ d, dispo, pu, pn: 250, pb: 270 });
const product = (lib: string, more: Partial<Product> = {}): Product => ({
	...{ lib, rayon: 'Crèmerie', cons: 'F', labels: [], tva: 550, mode: 'U' },
	...{ emb: 'unite', demi: false, par: 0, cree: 0, cv: [cv(20250101, 340)] },
	...more,
});
const CATALOGUE: GeneralCatalogue = {
	prods: {
		'3.1': product('Camembert', { cv: [cv(20240101, 320), cv(20250101, 340), cv(20250701, 360)] }),
		'3.2': product('Beurre', { cv: [cv(20250101, 310, 0)] }),
		'3.3': product('Crème ancienne', { sup: 20250301 }),
		'4.1': product('Café', { rayon: 'Épicerie' }),
	},
};
const products = generalProducts(CATALOGUE, TODAY);
const read = { money: parseMoney, weight: parseWeight, quantity: parseQuantity };

test('products are found by name, shelf, producer, and by where they stand', () => {
	const codes = (query: Partial<Parameters<typeof shownGeneralProducts>[1]>) =>
		shownGeneralProducts(
			products,
			{ search: '', pr: '', rayon: '', show: 'all', ...query },
			(pr) => (pr === '3' ? 'Laiterie' : 'Torréfacteur'),
		).map(({ code }) => code);
	assert.deepEqual(
		codes({ search: 'creme' }),
		['3.2', '3.1', '3.3'],
		'the shelf counts, accents do not',
	);
	assert.deepEqual(codes({ search: 'torref cafe' }), ['4.1']);
	assert.deepEqual(codes({ show: 'sold' }), ['3.1', '4.1']);
	assert.deepEqual(codes({ show: 'off' }), ['3.2']);
	assert.deepEqual(codes({ show: 'coming' }), ['3.1']);
	assert.deepEqual(codes({ show: 'removed' }), ['3.3']);
	assert.deepEqual(codes({ pr: '3', rayon: 'Épicerie' }), []);
});

test('a timeline: coming, in force, past, each with what it adds', () => {
	const timeline = conditionsInTime(CATALOGUE.prods['3.1'] ?? product(''), TODAY);
	assert.deepEqual(
		timeline.map(({ when, more, conditions }) => [when, conditions.pu, more]),
		[
			['coming', 360, 20],
			['current', 340, 20],
			['past', 320, undefined],
		],
	);
});

test('a bulk change: from the price in force that day, rounded, nothing that stays or vanishes', () => {
	const change = { kind: 'percent', by: 500, round: 5, day: 20250801 } as const;
	const prices = bulkPrices(products, change);
	assert.deepEqual(
		prices.map(({ code, before, after }) => [code, before, after]),
		[
			['3.2', 310, 325],
			['3.1', 360, 380],
			['4.1', 340, 355],
		],
	);
	assert.deepEqual(bulkCells(prices, 20250801).slice(0, 2), [
		['pr', 'rp', 'd', 'pu'],
		['3', '2', '20250801', '3.25'],
	]);
	assert.deepEqual(bulkPrices(products, { ...change, kind: 'cents', by: -400, round: 1 }), []);
	assert.deepEqual(bulkPrices(products, { ...change, by: 0, round: 1 }), []);
});

test('what a file changes is said column by column; what it leaves is not there', () => {
	const cells = [
		['Producteur', 'Numéro', 'Produit', 'Prix', 'À partir du', 'Rayon', 'Mode', 'Poids net (g)'],
		['3', '1', 'Camembert', '3,80', '01/08/2025', '', '', ''],
		['3', '2', 'Beurre', '', '', '', '', ''],
		['4', '', 'Thé', '4,00', '', 'Épicerie', 'U', '100'],
	];
	const facts = { today: TODAY, now: 1, producers: ['3', '4'] };
	const changes = importChanges(CATALOGUE, cells, facts);
	assert.deepEqual([...changes.keys()], ['3.1', '4.2']);
	assert.deepEqual(
		changes.get('3.1')?.map(({ column, before, after }) => [column.id, before, after]),
		[
			['d', 20250701, 20250801],
			['pu', 360, 380],
		],
	);
	assert.ok(
		changes.get('4.2')?.some(({ column, after }) => column.id === 'lib' && after === 'Thé'),
	);
});

test('typed conditions: numbers of the language, a day that has not passed', () => {
	const draft = { day: '2025-06-05', price: '3,60', dispo: '3', net: '250 g', gross: '', most: '' };
	const made = (more: Partial<typeof draft>, mode: 'U' | 'P' = 'U') => {
		const found = readConditions({ ...draft, ...more }, mode, TODAY, read);
		return 'fault' in found ? found.fault : found.conditions;
	};
	assert.deepEqual(made({}), { d: TODAY, dispo: 3, pu: 360, pn: 250, pb: 250 });
	assert.deepEqual(made({ most: '2,5', gross: '270 g' }), {
		...{ d: TODAY, dispo: 3, pu: 360, pn: 250, pb: 270, qmax: 5 },
	});
	assert.deepEqual(made({ net: '', most: '2 kg' }, 'P'), {
		...{ d: TODAY, dispo: 3, pu: 360, pn: 1_000, pb: 1_000, qmax: 2_000 },
	});
	for (const [field, more] of [
		['day', { day: '2025-06-04' }],
		['price', { price: 'cher' }],
		['net', { net: '' }],
		['gross', { gross: '200 g' }],
		['most', { most: '1/3' }],
	] as const)
		assert.equal(made(more), field);
	assert.equal(createFormats('fr').money(360).replaceAll(/\s/g, ' '), '3,60 €');
});

test('a typed product: what must be said is named, what contradicts is not sent', () => {
	const draft = { ...NEW_PRODUCT, pr: '3', lib: ' Carottes ', rayon: 'Légumes' };
	const made = (more: Partial<typeof draft>) => {
		const found = readProduct({ ...draft, ...more }, read);
		return 'fault' in found ? found.fault : found.perm;
	};
	assert.deepEqual(made({ demi: true, whole: true, labels: 'AB, Bleu' }), {
		...{ lib: 'Carottes', rayon: 'Légumes', cons: 'S', labels: ['AB', 'Bleu'], tva: 550 },
		...{ mode: 'U', emb: 'unite', demi: true, par: 2 },
	});
	assert.deepEqual(made({ mode: 'P', step: '500 g', demi: true }), {
		...{ lib: 'Carottes', rayon: 'Légumes', cons: 'S', labels: [], tva: 550, mode: 'P' },
		...{ emb: 'unite', demi: false, par: 0, pas: 500 },
	});
	assert.equal(made({ mode: 'P' }), 'step');
	assert.equal(made({ pr: '' }), 'pr');
	assert.equal(made({ lib: '' }), 'lib');
	assert.equal(made({ rayon: '' }), 'rayon');
	assert.equal(made({ tva: 'zéro' }), 'tva');
});

test('proposals: those that wait first, the oldest first; decided ones from the latest', () => {
	const proposal = (k: string, t: number, st: PriceProposal['st'], at = 0): PriceProposal => ({
		...{ k, prod: '3.1', cv: cv(20250801, 1), t, par: 'PR/bocage.3 Lea', st },
		...(at > 0 ? { dec: { t: at, par: 'GP/bocage Yann' } } : {}),
	});
	const lists = [
		{
			key: { gp: 'bocage', pr: '3' },
			data: { n: 3, props: [proposal('a', 1, 'acc', 5), proposal('b', 9, 'att')] },
		},
		{
			key: { gp: 'bocage', pr: '4' },
			data: { n: 2, props: [proposal('c', 2, 'att'), proposal('d', 3, 'ret', 7)] },
		},
	];
	const { waiting, decided } = listedProposals(lists, CATALOGUE.prods);
	assert.deepEqual(
		waiting.map((one) => [one.proposal.k, one.pr, one.label]),
		[
			['c', '4', 'Camembert'],
			['b', '3', 'Camembert'],
		],
	);
	assert.deepEqual(
		decided.map((one) => one.proposal.k),
		['d', 'a'],
	);
});
