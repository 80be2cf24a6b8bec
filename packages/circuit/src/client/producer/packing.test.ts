import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '@navette/client';
import type { Carton, Delivery } from '../../model/index.ts';
import { CARROTS, CHICKEN, JAM, testCatalogue } from '../../model/test-catalogue.ts';
import type { QueuedCall } from '../consumer/order-calls.ts';
import { expectedByClass, packingRows } from './carton-rows.ts';
import { findingsByGroup } from './findings.ts';
import { boxesCall, packAllCall, packagesCalls, packCall, typedWeights } from './packing-calls.ts';
import { producerDeliveries } from './producer-deliveries.ts';
import { nextTrack, refusedPacking, shownCarton } from './shown-carton.ts';

const place = { right: 'PR/bocage.1', gp: 'bocage', pr: '1', livr: '20250614', gc: 'dupleix' };
const numberOf = (code: string): string => code.split('.')[1] ?? '';
const prOf = (code: string): string => code.split('.')[0] ?? '';

const cartonWith = (code: string, more: object = {}): Carton => ({
	lignes: {
		[numberOf(code)]: {
			cmd: { q2: code === CARROTS ? 0 : 8, g: code === CARROTS ? 2_000 : 0, nco: 3 },
			...more,
		},
	},
	...{ etat: 0, tot: { nref: 1, pb: 7_500, px: 8_568, al: 0 } },
});

/** The lines that a call of `CartExp` asks for. */
const linesOf = (call: QueuedCall | undefined): readonly { readonly exp: unknown }[] => {
	assert.ok(call);
	return (call.input as { lignes: { exp: unknown }[] }).lignes;
};

const rowOf = (code: string, more: object = {}) => {
	const [row] = packingRows(prOf(code), cartonWith(code, more), testCatalogue);
	assert.ok(row);
	return row;
};

test('a row says what is expected, what is packed, and what is odd', () => {
	const row = rowOf(CHICKEN, {
		exp: { q2: 4, g: 18_720, t: 1, par: 'a' },
		paq: [
			{ id: 'a', g: 1_720 },
			{ id: 'b', g: 17_000 },
		],
	});
	assert.deepEqual([row.mode, row.ordered, row.packed, row.weighed], ['UP', 8, 4, 18_720]);
	assert.deepEqual(
		row.packages.map(({ isOdd }) => isOdd),
		[false, true],
	);
	assert.equal(row.isComplete, false);
	assert.equal(rowOf(CARROTS).ordered, 2_000);
	assert.deepEqual(Object.values(expectedByClass([row])), [row.gross]);
});

test('a quantity says what was seen; taking it back is null', () => {
	const first = packCall(place, rowOf(JAM), 8);
	assert.equal(first.name, 'CartExp');
	assert.deepEqual(linesOf(first), [{ rp: numberOf(JAM), exp: { q2: 8 }, seen: null }]);
	const again = packCall(place, rowOf(JAM, { exp: { q2: 6, t: 1, par: 'a' } }), undefined);
	assert.deepEqual(linesOf(again), [{ rp: numberOf(JAM), exp: null, seen: { q2: 6 } }]);
});

test('all as ordered leaves weights and what is already said alone', () => {
	const said = rowOf(JAM, { exp: { q2: 6, t: 1, par: 'a' } });
	assert.equal(packAllCall(place, [rowOf(CARROTS), rowOf(CHICKEN), said]), undefined);
	const call = packAllCall(place, [rowOf(JAM), rowOf(CARROTS)]);
	assert.deepEqual(linesOf(call), [{ rp: numberOf(JAM), exp: { q2: 8 }, seen: null }]);
});

test('packages bring the number and the weight shipped with them', () => {
	const row = rowOf(CHICKEN, { paq: [{ id: 'a', g: 1_720 }] });
	const [packages, shipped] = packagesCalls(place, row, { add: [{ id: 'b', g: 1_850 }] });
	assert.equal(packages?.name, 'CartPaquets');
	assert.deepEqual(linesOf(shipped)[0]?.exp, {
		...{ q2: 4, g: 3_570 },
	});
	const [, emptied] = packagesCalls(place, row, { remove: ['a'] });
	assert.equal(linesOf(emptied)[0]?.exp, null);
});

test('weights are typed in grams or kilos, one or several', () => {
	assert.deepEqual(typedWeights('1720'), [1_720]);
	assert.deepEqual(typedWeights('1720 1850+1,9 kg; 800 g'), [1_720, 1_850, 1_900, 800]);
	assert.deepEqual(typedWeights('2kg'), [2_000]);
	for (const text of ['', 'chicken', '0', '1,7234', '-3'])
		assert.equal(typedWeights(text), undefined);
});

const entry = (id: string, call: { name: string; input: unknown }, state: OutboxEntry['state']) =>
	({ id, state, ...call }) as OutboxEntry;

test('what is asked is shown at once, twice changes nothing, what is refused is not shown', () => {
	const row = rowOf(CHICKEN);
	const carton = cartonWith(CHICKEN);
	const calls = packagesCalls(place, row, { add: [{ id: 'b', g: 1_850 }] });
	const entries = calls.map((call, index) => entry(`${index}`, call, 'waiting'));
	const boxes = entry('9', boxesCall(place, [{ n: 2, pb: 4_000, cons: 'F' }]), 'sending');
	const shown = shownCarton(carton, [...entries, ...entries, boxes]);
	const line = shown?.lignes[numberOf(CHICKEN)];
	assert.deepEqual(line?.paq, [{ id: 'b', g: 1_850 }]);
	assert.deepEqual([line?.exp?.q2, line?.exp?.g, shown?.cols?.[0]?.n], [2, 1_850, 2]);
	const refused = entries.map((one) => ({ ...one, state: 'refused' as const }));
	assert.deepEqual(shownCarton(carton, refused), carton);
	assert.equal(refusedPacking(refused).length, 2);
});

test('an answered write stays shown until the thread moves', () => {
	const sending = entry('a', packCall(place, rowOf(JAM), 8), 'sending');
	const first = { entries: [sending], version: 4, answered: [] };
	const answered = nextTrack(first, [], 4);
	assert.deepEqual(answered.answered, [sending]);
	assert.deepEqual(nextTrack(answered, [], 5).answered, []);
	const discarded = { ...first, entries: [{ ...sending, state: 'waiting' as const }] };
	assert.deepEqual(nextTrack(discarded, [], 4).answered, []);
});

const HOUR = 3_600_000;
const delivery: Delivery = {
	...{ tOuv: 0, tClo: 10 * HOUR, tExp: 20 * HOUR, tArc: 900 * HOUR, pts: {}, hist: [] },
};

test('deliveries come by what a producer has to do, and are not final before the closing', () => {
	const deliveries = [{ key: { gp: 'bocage', livr: '20250614' }, data: delivery }];
	const cartons = [
		{ key: { gp: 'bocage', livr: '20250614', gc: 'dupleix' }, data: cartonWith(CHICKEN) },
		{ key: { gp: 'bocage', livr: '20250701', gc: 'dupleix' }, data: cartonWith(JAM) },
	];
	const open = producerDeliveries(deliveries, cartons, 5 * HOUR).open[0];
	assert.deepEqual([open?.isFinal, open?.groups, open?.price], [false, 1, 8_568]);
	assert.equal(open?.next?.date, 'tClo');
	const closed = producerDeliveries(deliveries, cartons, 10 * HOUR).prepare[0];
	assert.deepEqual([closed?.isFinal, closed?.states], [true, [1, 0, 0, 0]]);
	assert.equal(producerDeliveries(deliveries, cartons, 1_000 * HOUR).past.length, 1);
});

test('what was found is set beside what was shipped, own products only', () => {
	const finding = (prod: string, exp: object | null, rec: object | null) => ({
		...{
			gc: 'dupleix',
			prod,
			cmd: { q2: 8, g: 0 },
			exp,
			rec,
			rem: rec ? 'un abîmé' : null,
			al: 64,
		},
	});
	const constats = [
		finding(CHICKEN, { q2: 8, g: 7_200 }, { q2: 6, g: 5_400 }),
		finding(JAM, null, null),
		finding('99.1', null, null),
	];
	const own = prOf(CHICKEN);
	const [group] = findingsByGroup({ constats }, own, testCatalogue);
	const chicken = group?.rows.find(({ code }) => code === CHICKEN);
	assert.deepEqual([chicken?.gap, chicken?.foundGrams, chicken?.remark], [-2, 5_400, 'un abîmé']);
	assert.equal(group?.waiting, prOf(JAM) === own ? 1 : 0);
	assert.deepEqual(findingsByGroup(undefined, own, testCatalogue), []);
});
