import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type AlertName,
	alertBits,
	alertNames,
	alertsFor,
	alertTable,
	type ConsumerLine,
	consumerLineAlerts,
	DEFAULT_TOLERANCE,
	type GroupLine,
	groupLineAlerts,
	isSettled,
} from './index.ts';
import { CARROTS, CHICKEN, JAM, ORANGES, testCatalogue } from './test-catalogue.ts';

const mark = { t: 1, par: 'x' };
const pack = (id: string, g: number, more: object = {}) => ({
	id,
	g,
	px: 0,
	or: 'exp' as const,
	co: '2',
	st: 0 as const,
	...mark,
	...more,
});

const group = (code: string, wanted: number, more: Partial<GroupLine>, delivered = false) => {
	const bulk = code === CARROTS;
	const sum = bulk ? { q2: 0, g: wanted } : { q2: wanted, g: 0 };
	const line: GroupLine = {
		cmd: { ...sum, nco: wanted > 0 ? 1 : 0 },
		att: sum,
		dis: { q2: 0, g: 0 },
		al: 0,
		...more,
	};
	return alertNames(
		groupLineAlerts(line, testCatalogue.lignes[code], DEFAULT_TOLERANCE, delivered),
	);
};
const given = (q2: number) => ({ dis: { q2, g: 0 } });

test('QMAX, FRUSTR and PRIX are those of a consumer’s line', () => {
	const line: ConsumerLine = { cmd: { q2: 8, ...mark }, t1: 1 };
	const oranges = testCatalogue.lignes[ORANGES];
	assert.ok(oranges);
	const names = (one: ConsumerLine, product = oranges) =>
		alertNames(consumerLineAlerts(one, product));
	assert.deepEqual(names(line), ['QMAX']);
	assert.deepEqual(names({ ...line, att: { q2: 6, ...mark } }), ['FRUSTR']);
	assert.deepEqual(names({ ...line, dis: { q2: 2, ...mark } }), ['FRUSTR']);
	const risen = { ...oranges, ouv: oranges.act };
	assert.deepEqual(names({ ...line, cmd: { q2: 2, ...mark } }, risen), ['PRIX']);
	assert.deepEqual(names({ ...line, cmd: { q2: 0, ...mark } }, risen), []);
});

test('PARITE: halves that do not make whole crates', () => {
	assert.deepEqual(group(ORANGES, 3, {}), ['PARITE']);
	assert.deepEqual(group(ORANGES, 4, {}), []);
});

test('EXCES and PERTE compare what was received with what was shipped', () => {
	const exp = { q2: 6, g: 0, np: 0 };
	const rec = (q2: number) => ({ exp, rec: { q2, ...mark }, ...given(q2) });
	assert.deepEqual(group(JAM, 6, rec(8)), ['EXCES']);
	assert.deepEqual(group(JAM, 6, rec(4)), ['PERTE']);
	assert.deepEqual(group(JAM, 6, rec(6)), []);
	const bulk = (g: number) => ({
		exp: { q2: 0, g: 2_000, np: 0 },
		rec: { g, ...mark },
		dis: { q2: 0, g },
	});
	assert.deepEqual(group(CARROTS, 2_000, bulk(2_100)), []);
	assert.deepEqual(group(CARROTS, 2_000, bulk(2_101)), ['EXCES']);
	assert.deepEqual(group(CARROTS, 2_000, bulk(1_899)), ['PERTE']);
});

test('PAQE and PAQR compare the lists of packages with what is declared', () => {
	const list = [pack('a', 1_700), pack('b', 1_800)];
	const shipped = (q2: number, g = 0) => ({ exp: { q2, g, np: 2 }, paq: list });
	assert.deepEqual(group(CHICKEN, 4, shipped(4)), []);
	assert.deepEqual(group(CHICKEN, 4, shipped(6)), ['PAQE']);
	assert.deepEqual(group(CHICKEN, 4, shipped(4, 3_500)), []);
	assert.deepEqual(group(CHICKEN, 4, shipped(4, 5_000)), ['PAQE']);
	const received = (q2: number, g?: number) => ({
		paq: list,
		rec: { q2, ...(g === undefined ? {} : { g }), ...mark },
	});
	assert.deepEqual(group(CHICKEN, 4, received(4)), []);
	assert.deepEqual(group(CHICKEN, 4, received(6)), ['PAQR']);
	assert.deepEqual(group(CHICKEN, 4, received(4, 5_000)), ['PAQR']);
});

test('REPART, ORPH: what is not given, what is left on the shelf', () => {
	const rec = { q2: 4, ...mark };
	assert.deepEqual(group(JAM, 4, { rec, ...given(2) }), ['REPART']);
	assert.deepEqual(group(JAM, 4, { rec, ...given(4) }), []);
	const shelf = [pack('a', 1_700), pack('b', 1_800, { co: null })];
	assert.deepEqual(group(CHICKEN, 4, { rec, paq: shelf }), ['ORPH']);
	const bin = [pack('a', 1_700), pack('b', 1_800, { co: null, st: 2 })];
	assert.deepEqual(group(CHICKEN, 2, { rec: { q2: 2, ...mark }, paq: bin }), []);
});

test('NONDECL once delivered by the clock; NONCMD until somebody gets it', () => {
	assert.deepEqual(group(JAM, 4, {}), []);
	assert.deepEqual(group(JAM, 4, {}, true), ['NONDECL']);
	assert.deepEqual(group(JAM, 4, { exp: { q2: 4, g: 0, np: 0 } }, true), []);
	const rec = { q2: 4, ...mark };
	assert.deepEqual(group(JAM, 0, { rec }), ['REPART', 'NONCMD']);
	assert.deepEqual(group(JAM, 0, { rec, ...given(4) }), []);
});

test('bits are those of the specification, and each role sees its own', () => {
	const names = Object.keys(alertTable) as AlertName[];
	assert.deepEqual(
		names.map((name) => Math.log2(alertTable[name].bit)),
		Array.from({ length: 13 }, (_, bit) => bit),
	);
	const all = alertBits(...names);
	assert.equal(all, 8_191);
	assert.deepEqual(alertNames(alertsFor('CO', all)), ['QMAX', 'FRUSTR', 'PARITE', 'PRIX']);
	assert.deepEqual(alertNames(alertsFor('PR', all)), ['PERTE', 'PAQE']);
	assert.deepEqual(alertNames(alertsFor('GP', all)), [
		'PARITE',
		'EXCES',
		'PERTE',
		'PAQE',
		'NONDECL',
	]);
	assert.ok(isSettled(alertBits('PERTE', 'FRUSTR', 'EXCES', 'PRIX')));
	for (const name of ['PAQ', 'REPART', 'PAQR', 'NONCMD', 'ORPH'] as const)
		assert.ok(!isSettled(alertBits(name)), name);
});
