import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueLine, Conditions, GeneralCatalogue } from '../../model/index.ts';
import {
	amendmentOf,
	changedAgain,
	comparedRows,
	handChanges,
	overload,
	pendingStates,
	shownComparedRows,
	storageWeights,
	truckLoads,
	truckStateCall,
} from './index.ts';

const cv = (pu: number): Conditions => ({ d: 20250101, dispo: 3, pu, pn: 250, pb: 270 });
const line = (lib: string, pu: number, more: Partial<CatalogueLine> = {}): CatalogueLine => ({
	perm: {
		...{ lib, rayon: 'Divers', cons: 'F', labels: [], tva: 550, mode: 'U' },
		...{ emb: 'unite', demi: false, par: 0, cree: 0 },
	},
	act: cv(pu),
	chg: [],
	...more,
});
const known = {
	prods: { '3.9': { ...line('Crème', 260).perm, cv: [cv(260)] } },
} satisfies GeneralCatalogue;

test('three columns: where nothing differs the other side is what is here', () => {
	const catalogue = {
		calc: 0,
		lignes: {
			'3.2': line('Camembert', 360, { ouv: cv(340), am: true }),
			'3.1': line('Beurre', 310),
		},
	};
	const rows = comparedRows(
		catalogue,
		[
			{ code: '3.2', here: cv(360), there: cv(340) },
			{ code: '3.9', there: cv(260) },
		],
		[{ code: '3.1', here: cv(310) }],
		known,
	);
	assert.deepEqual(
		rows.map(({ code, here, general, previous, differs }) => [
			...[code, here?.pu, general?.pu, previous?.pu, differs.general, differs.previous],
		]),
		[
			['3.1', 310, 310, undefined, false, true],
			['3.2', 360, 340, 360, true, false],
			['3.9', undefined, 260, undefined, true, false],
		],
	);
	assert.deepEqual(
		shownComparedRows(rows, 'amended').map(({ code }) => code),
		['3.2'],
	);
	assert.equal(shownComparedRows(rows, 'differences').length, 3);
	const alone = comparedRows(catalogue, undefined, undefined, known);
	assert.deepEqual(
		alone.map(({ general, previous }) => [general, previous]),
		[
			[undefined, undefined],
			[undefined, undefined],
		],
	);
});

test('an amendment says only what changes', () => {
	assert.deepEqual(amendmentOf(cv(340), { ...cv(360), qmax: 8 }), { pu: 360, qmax: 8 });
	assert.deepEqual(amendmentOf(cv(340), { ...cv(340), d: 20260101 }), {});
});

test('given up and changed again: only what was changed by hand and differs', () => {
	const rows = comparedRows(
		{
			calc: 0,
			lignes: {
				'3.1': line('Beurre', 310, { am: true }),
				'3.2': line('Camembert', 360, { am: true }),
				'3.3': line('Crème', 280),
			},
		},
		[
			{ code: '3.2', here: cv(360), there: { ...cv(340), qmax: 8 } },
			{ code: '3.3', here: cv(280), there: cv(260) },
		],
		undefined,
		known,
	);
	const changed = handChanges(rows);
	assert.deepEqual(
		changed.map(({ code }) => code),
		['3.2'],
	);
	const back = { dispo: 3, pu: 360, pn: 250, pb: 270, qmax: 0 };
	assert.deepEqual(changed.map(changedAgain), [back]);
});

test('weights by temperature: of boxes, failing that of what is ordered', () => {
	const tot = { nref: 1, pb: 1, px: 1, al: 0 };
	const lignes = { 2: { cmd: { q2: 8, g: 0, nco: 2 } } };
	const cartons = [
		{ key: { pr: '3', gc: 'a' }, data: { lignes, etat: 0, tot } },
		{
			key: { pr: '3', gc: 'b' },
			data: { lignes, etat: 0, tot, cols: [{ n: 2, pb: 5_000, cons: 'G' as const }] },
		},
	];
	const weights = storageWeights(cartons, { '3.2': line('Camembert', 340) });
	assert.deepEqual(weights, { S: 0, F: 4 * 270, G: 10_000 });
});

test('a truck too full: by how much; one nobody weighed is never', () => {
	const truck = { truck: 'A', stops: [], weight: 1_200, classes: { S: 0, F: 0, G: 0 }, waiting: 0 };
	assert.equal(overload(truck, [{ nom: 'A', cap: 1_000 }]), 200);
	assert.equal(overload(truck, []), 0);
	const stop = { tLiv: 0, adrL: 'x', tDis: 0, adrD: 'x', ordre: 1 };
	const pts = {
		a: { ...stop, cam: 'A' },
		b: { ...stop, cam: 'A' },
		c: stop,
		d: { ...stop, retire: 1 },
	};
	assert.deepEqual(
		truckLoads(
			{ pts },
			[
				{ nom: 'A', cap: 1_000 },
				{ nom: 'B', cap: 500 },
			],
			() => 600,
		),
		[
			{ name: '', stops: 1, weight: 600, isOver: false },
			{ name: 'A', stops: 2, weight: 1_200, capacity: 1_000, isOver: true },
			{ name: 'B', stops: 0, weight: 0, capacity: 500, isOver: false },
		],
	);
});

test('states asked on this device: the last one counts, refused ones are told', () => {
	const place = { right: 'GP/bocage', gp: 'bocage', livr: '20250614', gc: 'dupleix', pr: '3' };
	const entry = (etat: number, state: 'waiting' | 'refused', more = {}) => ({
		...{ id: String(etat), state },
		...truckStateCall({ ...place, ...more }, { seen: 0, etat }, { fr: 'x', en: 'x' }),
	});
	const outbox = [
		...[entry(1, 'waiting'), entry(3, 'waiting'), entry(2, 'refused')],
		...[entry(2, 'waiting', { livr: '20250628' }), { ...entry(2, 'waiting'), name: 'CartExp' }],
	];
	const { waiting, refused } = pendingStates(outbox, place);
	assert.deepEqual([...waiting], [['3.dupleix', 3]]);
	assert.equal(refused.length, 1);
});
