import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Carton, ConsumerOrder, Delivery, GroupOrder } from '../../model/index.ts';
import {
	CARROTS,
	CHICKEN,
	JAM,
	ORANGES,
	testCatalogue,
	testLine,
} from '../../model/test-catalogue.ts';
import { buildPrint } from './build-print.ts';
import { paginate } from './paginate.ts';
import { type PrintData, printingOf } from './print-data.ts';
import type { PrintCode, PrintDocument } from './print-document.ts';

const NOON = Date.UTC(2025, 5, 14, 10);
const mark = { t: 1, par: 'x' };

const order = (lignes: ConsumerOrder['lignes']): ConsumerOrder => ({
	lignes,
	tot: { nref: 0, pb: 0, px: 0, est: false, al: 0 },
});

const stop = { tLiv: NOON, adrL: 'x', tDis: NOON, adrD: 'x', cam: 'A' };
const delivery: Delivery = {
	...{ tOuv: 1, tClo: 2, tExp: 3, tArc: NOON * 2, hist: [] },
	pts: { dupleix: { ...stop, ordre: 1 }, agora: { ...stop, ordre: 2 } },
};

const line = (q2: number, g = 0): GroupOrder['lignes'][string] => ({
	...{ cmd: { q2, g, nco: 2 }, att: { q2, g }, dis: { q2: 0, g: 0 }, al: 0 },
});

const carton = (rp: string, more: Partial<Carton> = {}): Carton => ({
	lignes: { [rp]: { cmd: { q2: 8, g: 0, nco: 2 } } },
	...{ etat: 2, tot: { nref: 1, pb: 7_500, px: 8_568, al: 0 } },
	...more,
});

const data: PrintData = {
	...{ reader: 'GC', gp: 'bocage', livr: '20250614', groupement: 'Bocage', delivery, now: NOON },
	catalogue: testCatalogue,
	groups: [
		{
			...{ gc: 'dupleix', name: 'Dupleix' },
			order: {
				lignes: {
					[CHICKEN]: {
						...line(8),
						exp: { q2: 8, g: 7_200, np: 0 },
						rec: { ...mark, q2: 6, g: 5_400 },
					},
					[ORANGES]: line(4),
					[CARROTS]: line(0, 2_000),
				},
				tot: { nco: 2, nref: 3, pb: 0, px: 0, al: 0 },
			},
		},
	],
	orders: {
		2: order({
			[CHICKEN]: {
				...{ cmd: { q2: 4, ...mark }, t1: 1, dis: { q2: 4, g: 3_570, ...mark } },
				paq: [
					{ id: 'a', g: 1_720, px: 2_047 },
					{ id: 'b', g: 1_850, px: 2_202 },
				],
			},
			[CARROTS]: { cmd: { g: 1_000, ...mark }, t1: 1 },
		}),
		3: order({ [ORANGES]: { cmd: { q2: 1, ...mark }, t1: 1, att: { q2: 2, ...mark } } }),
	},
	cartons: [
		{ gc: 'dupleix', pr: '1', data: carton('1', { cols: [{ n: 2, pb: 4_000, cons: 'F' }] }) },
		{ gc: 'agora', pr: '1', data: carton('1') },
	],
	contacts: [
		{
			...{ kind: 'producers', name: 'La Lande' },
			contact: { tels: [{ lab: '', num: '01' }], mails: ['a@b.example'] },
		},
	],
	tolerance: { tolG: 50, tolPct: 5 },
	consumerName: (co) => ({ 2: 'Ana', 3: 'Bruno' })[co] ?? co,
	producerName: (pr) => `Ferme ${pr}`,
	groupName: (gc) => ({ dupleix: 'Dupleix', agora: 'Agora' })[gc] ?? gc,
};

const print = (
	code: PrintCode,
	more: Partial<PrintData> = {},
	perPage: 8 | 24 = 8,
): PrintDocument =>
	buildPrint(code, printingOf({ ...data, ...more }, 'en', 'Europe/Paris'), {
		perPage,
		alertWord: (name) => name,
	});

const cellsOf = (document: PrintDocument): string =>
	document.parts
		.flatMap(({ title, about, rows }) => [
			`# ${title ?? ''} ${about ?? ''}`,
			...rows.map(({ cells }) => cells.join(' | ')),
		])
		.join('\n')
		.replaceAll(/[\u00a0\u202f]/g, ' ');

test('each print says what it is, of what, and when', () => {
	const document = print('PR2');
	assert.equal(document.title, 'Order slips by consumer');
	assert.deepEqual(document.about, ['Bocage', 'Delivery of Saturday 14 June', 'Group: Dupleix']);
	assert.equal(document.issued, 'Issued 14 Jun 2025, 12:00');
	assert.equal(document.fileName, 'PR2-bocage-20250614-dupleix');
});

test('slips and lists count what is due, and say what each weight is', () => {
	const slips = cellsOf(print('PR2'));
	assert.match(slips, /2 pieces \| 3\.57 kg weighed \| €11\.90 \| €42\.49/);
	assert.match(slips, /1 kg \| 1 kg estimated/);
	assert.match(slips, /1 crate \| 10 kg ordered/, 'attributed counts, not ordered');
	const list = cellsOf(print('PR3'));
	assert.match(list, /2 pieces \(3\.57 kg weighed\)/);
	assert.match(list, /≈ €/);
	assert.match(cellsOf(print('PR4')), /Ana \| 2 pieces \| 3\.57 kg weighed/);
});

test('what comes off the truck has boxes to write in; discrepancies only lines that disagree', () => {
	assert.match(cellsOf(print('PR6')), /4 pieces \| 4 pieces \| [\d.]+ kg ordered \| {2}\| $/m);
	const found = cellsOf(print('PR12'));
	assert.match(found, /4 pieces \| 4 pieces \| 3 pieces .*− 1 piece \| .*PERTE/s);
	assert.doesNotMatch(cellsOf(print('PR12', { reader: 'GP' })), /REPART|PAQR/);
	assert.equal(print('PR12', { groups: [] }).note, 'No discrepancy: everything agrees.');
	assert.match(cellsOf(print('PR10')), /4 packages expected\n1 \| 2 \| 3 \| 4 \| $/m);
});

test('a producer prepares by product then by group; labels and trucks follow the stops', () => {
	const sheet = print('PR7');
	assert.match(cellsOf(sheet), /8 pieces \| [\d.]+ kg ordered \| 4 pieces \| 4 pieces/);
	assert.equal(sheet.about[2], 'Ferme 1');
	const labels = print('PR8').labels?.items ?? [];
	assert.deepEqual(
		labels.map(({ group, box, kind, weight }) => [group, box, kind, weight]),
		[
			['Dupleix', 'box 1/2', 'FRESH', '4\u00a0kg'],
			['Dupleix', 'box 2/2', 'FRESH', '4\u00a0kg'],
			['Agora', 'box 1/1', '', ''],
		],
	);
	const plan = cellsOf(print('PR9'));
	assert.ok(plan.indexOf('Agora') < plan.indexOf('Dupleix'), 'the last stop is loaded first');
	assert.match(plan, /Dupleix \| Ferme 1 \| 2 \| 8 kg weighed/);
	assert.match(plan, /Agora \| Ferme 1 \| {2}\| 7\.5 kg ordered/);
});

test('an order form has what is offered, contacts what is shown', () => {
	assert.match(cellsOf(print('PR1')), /€11\.90 a kg \| {2}\| $/m);
	assert.match(cellsOf(print('PR11')), /La Lande \| 01 \| a@b\.example/);
});

test('45 consumers × 62 products: three sheets side by side, each as many pages as its rows want', () => {
	const codes = Array.from({ length: 62 }, (_, at) => `9.${at + 1}`);
	const line = testCatalogue.lignes[JAM] ?? testLine({ lib: 'Jam', mode: 'U' }, { pu: 100 });
	const lignes = Object.fromEntries(codes.map((code) => [code, line]));
	const one = order(
		Object.fromEntries(codes.map((code) => [code, { cmd: { q2: 2, ...mark }, t1: 1 }])),
	);
	const orders = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`${at + 2}`, one]));
	const matrix = print('PR5', { catalogue: { ...testCatalogue, lignes }, orders });
	assert.equal(matrix.landscape, true);
	assert.deepEqual(
		matrix.parts.map(({ columns, rows }) => [columns.length - 2, rows.length]),
		[
			[18, 62],
			[18, 62],
			[9, 62],
		],
	);
	assert.deepEqual(
		matrix.parts.map(({ title }) => title),
		['columns 1 to 18 of 45', 'columns 19 to 36 of 45', 'columns 37 to 45 of 45'],
	);
	const heights = matrix.parts.map(({ rows, startsPage = false }) => ({
		...{ head: 20, columns: 115, startsPage },
		rows: rows.map(() => 18),
	}));
	assert.equal(paginate(heights, 640, 14).length, 9);
});
