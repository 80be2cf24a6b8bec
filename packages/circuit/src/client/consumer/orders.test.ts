import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '@navette/client';
import fc from 'fast-check';
import type { CatalogueLine, ConsumerOrder, GroupOrder } from '../../model/index.ts';
import type { OfferedLine } from '../animator/catalogue.ts';
import { linesToShow, stillAsked } from './asked-lines.ts';
import { consumerOf, orderId, orderPlace, orderThread } from './consumer-role.ts';
import { groupProducts } from './group-products.ts';
import { lineLabelOf, orderLineCall } from './order-calls.ts';
import { orderRows, shelvesOf } from './order-rows.ts';
import { pendingOrder } from './pending-lines.ts';
import { filterCounts, filterProducts } from './product-filter.ts';
import { orderedAmount, shownOrder } from './shown-order.ts';
import { staleLineOf } from './stale-line.ts';

const consumer = consumerOf({ right: 'CO/dupleix.3', gps: ['bocage'] });
const place = orderPlace(consumer, 'bocage', '20250614');

const line = (
	lib: string,
	perm: Partial<CatalogueLine['perm']>,
	act: Partial<CatalogueLine['act']> = {},
	more: Partial<OfferedLine> = {},
): OfferedLine => ({
	perm: {
		...{ lib, rayon: 'Épicerie', cons: 'S', labels: [], tva: 550, mode: 'U', emb: 'unite' },
		...{ demi: false, par: 0, cree: 0, ...perm },
	},
	act: { d: 20250101, dispo: 4, pu: 100, pn: 1000, pb: 1000, ...act },
	chg: [],
	...more,
});

const catalogue = {
	lignes: {
		'1.1': line(
			'Oranges',
			{ mode: 'U', emb: 'caisse', demi: true, par: 2, rayon: 'Fruits' },
			{ pu: 2100, pn: 10_000, pb: 10_500, qmax: 4 },
		),
		'1.2': line('Carottes', { mode: 'P', pas: 500, rayon: 'Légumes' }, { pu: 220 }),
		'2.1': line('Œufs par 12', { cree: 500, labels: ['Bio'] }, { pu: 420 }),
		'2.2': line('Café', {}, { pu: 540 }, { indispo: true }),
		'2.3': line(
			'Camembert',
			{ rayon: 'Crèmerie' },
			{ pu: 360 },
			{ ouv: { d: 20250101, dispo: 4, pu: 340, pn: 250, pb: 270 } },
		),
	},
};

const call = (id: string, from: number, to: number, state: OutboxEntry['state'] = 'waiting') => {
	const { name, input, label } = orderLineCall(place, {
		...{ code: '1.1', mode: 'U', lib: 'Oranges', from, to },
	});
	return { id, name, input, label, state };
};

const nothingPending = pendingOrder([], place);

const order = (lignes: ConsumerOrder['lignes']): ConsumerOrder => ({
	lignes,
	tot: { nref: 0, pb: 0, px: 0, est: false, al: 0 },
});
const half = { cmd: { q2: 1, t: 1, par: 'CO/dupleix.3' }, t1: 1 };

test('a role names its consumer, its order and its thread', () => {
	assert.equal(orderId(place), 'dupleix.3.bocage.20250614');
	assert.equal(orderThread(place), 'CMDC/dupleix.bocage.20250614');
	assert.equal(consumerOf({ right: 'CO/x.2', gc: 'dupleix', co: 7 }).co, '7');
	assert.equal(consumer.avance, 0);
	assert.equal(consumer.blocked, false);
	assert.equal(consumerOf({ right: 'CO/dupleix.3', st: 1 }).blocked, true);
	assert.equal(consumerOf({ right: 'CO/dupleix.3', avance: 12 }).avance, 12);
});

test('a change says what was seen: a quantity, or no line', () => {
	const { input } = orderLineCall(place, {
		...{ code: '1.2', mode: 'P', lib: 'Carottes', from: 500, to: 1000 },
	});
	assert.deepEqual(input, {
		...{ right: 'CO/dupleix.3', gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
		...{ prod: '1.2', g: 1000, seen: { g: 500 } },
	});
	assert.equal((call('a', 0, 2).input as { seen: unknown }).seen, null);
	assert.equal(lineLabelOf(call('a', 0, 2).label)?.to, 2);
	assert.equal(lineLabelOf(call('a', 0, 3).label)?.en, 'Oranges: 1½ (Sat 14 Jun)');
	assert.equal(lineLabelOf({ kind: 'order-line' }), undefined);
	assert.equal(lineLabelOf('x'), undefined);
});

test('the outbox is read by product: the last change counts, refusals are kept apart', () => {
	const other = orderPlace({ ...consumer, co: '4' }, 'bocage', '20250614');
	const elsewhere = orderLineCall(other, {
		...{ code: '1.1', mode: 'U', lib: 'Oranges', from: 0, to: 8 },
	});
	const pending = pendingOrder(
		[
			{ id: 'z', state: 'waiting', ...elsewhere },
			call('a', 2, 3, 'sending'),
			call('b', 3, 4),
			call('c', 4, 5),
		],
		place,
	);
	assert.deepEqual(pending.lines.get('1.1'), {
		...{ code: '1.1', mode: 'U', lib: 'Oranges', from: 2, to: 5 },
		...{ state: 'sending', waiting: ['b', 'c'] },
	});
	const refused = pendingOrder([call('a', 2, 3, 'refused'), call('b', 3, 4, 'refused')], place);
	assert.deepEqual(refused.refused.get('1.1')?.ids, ['a', 'b']);
	assert.equal(refused.refused.get('1.1')?.to, 4);
	assert.equal(refused.refused.get('1.1')?.error.saved, false);
	assert.equal(refused.lines.size, 0);
});

test('what was asked shows until the order moved or holds it, or a refusal came', () => {
	const asked = new Map([['1.1', { code: '1.1', to: 3, keeping: false, version: 7 }]]);
	const at = (version: number, amount: number, pending = nothingPending) =>
		stillAsked(asked, { pending, version, amountOf: () => amount }).size;
	assert.equal(at(7, 1), 1);
	assert.equal(at(7, 3), 0);
	assert.equal(at(8, 1), 0);
	assert.equal(at(7, 1, pendingOrder([call('a', 1, 3, 'refused')], place)), 0);
	const keeping = new Map([['1.1', { code: '1.1', to: 3, keeping: true, version: 7 }]]);
	const arrival = { pending: nothingPending, version: 9, amountOf: () => 1 };
	assert.equal(stillAsked(keeping, arrival), keeping);
	const shown = linesToShow(pendingOrder([call('a', 0, 1)], place), asked);
	assert.equal(shown.get('1.1')?.to, 3);
});

test('S3: ½ crate shows at once, with its price; a removal leaves nothing', () => {
	const context = { gc: 'dupleix', catalogue, author: 'CO/dupleix.3', now: 10 };
	const shown = shownOrder(null, pendingOrder([call('a', 0, 1)], place).lines, context);
	assert.equal(shown?.tot.px, 1050);
	assert.equal(shown?.tot.nref, 1);
	assert.equal(orderedAmount(shown, '1.1', catalogue), 1);
	const removed = shownOrder(shown, pendingOrder([call('b', 1, 0)], place).lines, context);
	assert.equal(removed, null);
});

test('a change that the rules refuse is not shown', () => {
	const context = { gc: 'dupleix', catalogue, author: 'CO/dupleix.3', now: 10 };
	const lines = new Map([['2.1', { code: '2.1', to: 1 }]]);
	assert.equal(shownOrder(null, lines, context), null);
	assert.equal(shownOrder(null, lines, { ...context, catalogue: undefined }), null);
});

test('rows: shelf and name order, old price, warning above the maximum, group without a half', () => {
	const groupOrder: GroupOrder = {
		lignes: {
			'1.1': {
				...{ cmd: { q2: 3, g: 0, nco: 2 }, att: { q2: 3, g: 0 } },
				...{ dis: { q2: 0, g: 0 }, al: 8 },
			},
		},
		tot: { nco: 2, nref: 1, pb: 0, px: 0, al: 0 },
	};
	const mine = order({ '1.1': { ...half, cmd: { ...half.cmd, q2: 6 } } });
	const rows = orderRows({
		...{ gc: 'dupleix', catalogue, order: mine, pending: nothingPending, groupOrder },
		newSince: 400,
	});
	assert.deepEqual(
		shelvesOf(rows).map(({ name, rows: found }) => [name, found.map((row) => row.perm.lib)]),
		[
			['Crèmerie', ['Camembert']],
			['Épicerie', ['Café', 'Œufs par 12']],
			['Fruits', ['Oranges']],
			['Légumes', ['Carottes']],
		],
	);
	const oranges = rows.find((row) => row.code === '1.1');
	assert.equal(oranges?.isHigh, true);
	assert.deepEqual(oranges?.group, { amount: 3, missing: 1, people: 2 });
	assert.equal(oranges?.figures.px, 6300);
	assert.equal(rows.find((row) => row.code === '2.3')?.priceBefore, 340);
	assert.equal(rows.find((row) => row.code === '1.2')?.step, 500);
	assert.equal(rows.find((row) => row.code === '2.2')?.offered, false);
});

test('products are found without accents, by any words, by filter and by shelf', () => {
	const rows = orderRows({
		...{ gc: 'dupleix', catalogue, order: order({ '1.1': half }), pending: nothingPending },
		newSince: 400,
	});
	const found = (search: string, filter: Parameters<typeof filterProducts>[1]['filter'] = 'all') =>
		filterProducts(rows, { search, filter, shelf: '' }).map((row) => row.code);
	assert.deepEqual(found('oeufs BIO'), ['2.1']);
	assert.deepEqual(found('epic'), ['2.2', '2.1']);
	assert.deepEqual(found('', 'ordered'), ['1.1']);
	assert.deepEqual(found('', 'new'), ['2.1']);
	assert.deepEqual(found('', 'price'), ['2.3']);
	assert.equal(found('', 'available').includes('2.2'), false);
	assert.deepEqual(filterProducts(rows, { search: '', filter: 'all', shelf: 'Fruits' }).length, 1);
	assert.deepEqual(filterCounts(rows), { all: 5, available: 4, ordered: 1, new: 1, price: 1 });
});

test('what the group ordered has totals and no names; missing halves come first', () => {
	const sums = (q2: number, g: number) => ({
		...{ cmd: { q2, g, nco: 2 }, att: { q2, g }, dis: { q2: 0, g: 0 }, al: 0 },
	});
	const group: GroupOrder = {
		lignes: { '1.2': sums(0, 1500), '1.1': sums(3, 0), '9.9': sums(2, 0), '2.1': sums(0, 0) },
		tot: { nco: 2, nref: 2, pb: 0, px: 0, al: 0 },
	};
	const products = groupProducts(group, order({ '1.1': half }), catalogue);
	assert.deepEqual(
		products.map(({ code, ordered, mine, missing }) => [code, ordered, mine, missing]),
		[
			['1.1', 3, 1, 1],
			['9.9', 2, 0, 0],
			['1.2', 1500, 0, 0],
		],
	);
	assert.deepEqual(groupProducts(null, null, catalogue), []);
});

test('S11: the refusal of a stale change says who put what, and when', () => {
	const error = {
		code: 'E-VU',
		saved: false,
		retry: 'change',
		sentence: { fr: '', en: '' },
		detail: { current: 6, wanted: 4, par: 'CO/dupleix.3 Paul', t: 99 },
	} as const;
	assert.deepEqual(staleLineOf(error), { current: 6, name: 'Paul', byAnimator: false, at: 99 });
	assert.equal(
		staleLineOf({ ...error, detail: { current: 0, par: 'GC/dupleix' } })?.byAnimator,
		true,
	);
	assert.equal(staleLineOf({ ...error, code: 'E-PHASE' }), undefined);
	assert.equal(staleLineOf(undefined), undefined);
});

test('whatever was typed, the last change is what is shown', () => {
	const context = { gc: 'dupleix', catalogue, author: 'CO/dupleix.3', now: 10 };
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (amounts) => {
			const entries = amounts.map((to, rank) => call(String(rank), amounts[rank - 1] ?? 0, to));
			const shown = shownOrder(null, pendingOrder(entries, place).lines, context);
			assert.equal(orderedAmount(shown, '1.1', catalogue), amounts.at(-1));
		}),
	);
});
