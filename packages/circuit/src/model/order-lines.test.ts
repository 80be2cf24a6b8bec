import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import {
	alertNames,
	type ConsumerOrder,
	consumerOrderSchema,
	type DeliveryCatalogue,
	dueOf,
	type LineWrite,
	lineFigures,
	orderSynthesis,
	writeAttributed,
	writeOrdered,
} from './index.ts';
import {
	CARROTS,
	CHICKEN,
	COFFEE,
	JAM,
	ORANGES,
	testCatalogue,
	testLine,
} from './test-catalogue.ts';

const context = { gc: 'dupleix', catalogue: testCatalogue };
const write = (code: string, amount: number, more: Partial<LineWrite> = {}): LineWrite => ({
	code,
	amount,
	author: 'CO/dupleix.2 Paul',
	now: 100,
	...more,
});

const ordered = (
	order: ConsumerOrder | null,
	one: LineWrite,
	byAnimator = false,
	where = context,
): ConsumerOrder | null => {
	const result = writeOrdered(order, one, where, byAnimator);
	assert.ok(result.ok, JSON.stringify(result));
	if (result.value.order) assert.ok(v.is(consumerOrderSchema, result.value.order));
	return result.value.order;
};
const refusal = (
	order: ConsumerOrder | null,
	one: LineWrite,
	byAnimator = false,
	where = context,
) => {
	const result = writeOrdered(order, one, where, byAnimator);
	return result.ok ? 'ok' : result.error.code;
};

test('S6 coffee: a half is refused to everybody, the animator included', () => {
	assert.equal(refusal(null, write(COFFEE, 1)), 'E-DEMI');
	assert.equal(refusal(null, write(COFFEE, 1), true), 'E-DEMI');
	assert.equal(refusal(null, write(COFFEE, 2)), 'ok');
	assert.equal(refusal(null, write(CHICKEN, 3)), 'E-DEMI');
	assert.equal(refusal(null, write(ORANGES, 1)), 'ok');
	const attributed = writeAttributed(null, 'att', write(COFFEE, 1), context);
	assert.equal(attributed.ok ? 'ok' : attributed.error.code, 'E-DEMI');
});

test('a weight follows its step; absurd amounts are refused', () => {
	assert.equal(refusal(null, write(CARROTS, 1_500)), 'ok');
	assert.equal(refusal(null, write(CARROTS, 1_250)), 'E-PAS');
	for (const wrong of [-2, 0.5, Number.NaN, 20_001, 2 ** 60])
		assert.equal(refusal(null, write(ORANGES, wrong)), 'E-PAS', String(wrong));
	const given = writeAttributed(null, 'dis', write(CARROTS, 1_037), context);
	assert.ok(given.ok);
});

test('a product unknown, unavailable or not sold to the group is refused', () => {
	const gone: DeliveryCatalogue = {
		...testCatalogue,
		lignes: { [JAM]: testLine({ lib: 'Confiture', mode: 'U' }, { pu: 345, dispo: 0 }) },
	};
	const without = { ...context, catalogue: gone };
	assert.equal(refusal(null, write('9.9', 2)), 'E-PROD');
	assert.equal(refusal(null, write(JAM, 2), false, without), 'E-PROD');
	assert.equal(refusal(null, write(COFFEE, 2), false, { ...context, gc: 'agora' }), 'E-PROD');
	const order = ordered(null, write(JAM, 6));
	assert.equal(refusal(order, write(JAM, 8), false, without), 'E-PROD');
	assert.equal(refusal(order, write(JAM, 4), false, without), 'ok');
	assert.equal(refusal(order, write(JAM, 0), false, without), 'ok');
});

test('S11 stale view: Paul put 3, Ana who saw 1 gets both values', () => {
	const one = ordered(null, write(JAM, 2));
	const paul = ordered(one, write(JAM, 6, { seen: 2, now: 200 }));
	const ana = writeOrdered(paul, write(JAM, 4, { seen: 2, author: 'CO/dupleix.2 Ana' }), context);
	assert.deepEqual(ana, {
		ok: false,
		error: {
			code: 'E-VU',
			detail: { code: JAM, current: 6, wanted: 4, par: 'CO/dupleix.2 Paul', t: 200 },
		},
	});
	assert.equal(refusal(paul, write(JAM, 6, { seen: 2 })), 'ok', 'the same wish is no conflict');
	assert.equal(refusal(paul, write(JAM, 4, { seen: 6 })), 'ok');
	assert.equal(refusal(paul, write(JAM, 4)), 'ok', 'put mine');
});

test('0 removes; the first order time stays; an order without a line is nothing', () => {
	const two = ordered(ordered(null, write(JAM, 2)), write(COFFEE, 2, { now: 150 }));
	const more = ordered(two, write(JAM, 8, { now: 900 }));
	assert.equal(more?.lignes[JAM]?.t1, 100);
	const left = ordered(more, write(JAM, 0));
	assert.deepEqual(Object.keys(left?.lignes ?? {}), [COFFEE]);
	assert.equal(ordered(left, write(COFFEE, 0)), null);
});

test('an animator sets what is attributed too; the consumer takes it back with his next write', () => {
	const byAnimator = ordered(null, write(JAM, 4, { author: 'GC/dupleix' }), true);
	assert.deepEqual(byAnimator?.lignes[JAM]?.att, { q2: 4, t: 100, par: 'GC/dupleix' });
	const own = ordered(byAnimator, write(JAM, 6));
	assert.equal(own?.lignes[JAM]?.att, undefined);
	const reduced = writeAttributed(own, 'att', write(JAM, 2), context);
	assert.ok(reduced.ok && reduced.value.order);
	assert.deepEqual(alertNames(reduced.value.order.tot.al), ['FRUSTR']);
	const again = ordered(reduced.value.order, write(JAM, 8));
	assert.equal(again?.lignes[JAM]?.att?.q2, 2, 'a shortage decided by the animator stays');
});

test('300 lines and no more', () => {
	const lignes = Object.fromEntries(
		Array.from({ length: 301 }, (_, i) => [
			`4.${i + 1}`,
			testLine({ lib: `Produit ${i}`, mode: 'U' }, { pu: 100 }),
		]),
	);
	const large = { gc: 'dupleix', catalogue: { ...testCatalogue, lignes } };
	let order: ConsumerOrder | null = null;
	for (let i = 1; i <= 300; i += 1) order = ordered(order, write(`4.${i}`, 2), false, large);
	assert.equal(refusal(order, write('4.301', 2), false, large), 'E-LIGNES');
	assert.equal(refusal(order, write('4.300', 4), false, large), 'ok');
});

test('above qmax is a warning, never a wall', () => {
	const result = writeOrdered(null, write(ORANGES, 8), context);
	assert.ok(result.ok);
	assert.deepEqual(alertNames(result.value.warnings), ['QMAX']);
	assert.deepEqual(alertNames(result.value.order?.tot.al ?? 0), ['QMAX']);
});

test('the quantity that counts is given, failing that attributed, failing that ordered', () => {
	const mark = { t: 1, par: 'x' };
	const cmd = { q2: 6, ...mark };
	assert.equal(dueOf({ cmd }).q2, 6);
	assert.equal(dueOf({ cmd, att: { q2: 4, ...mark } }).q2, 4);
	assert.equal(dueOf({ cmd, att: { q2: 4, ...mark }, dis: { q2: 0, ...mark } }).q2, 0);
});

test('figures by mode: net, gross, price, and what is still an estimate', () => {
	const mark = { t: 1, par: 'x' };
	const line = (code: string, cmd: object, more: object = {}) =>
		lineFigures({ cmd: { ...cmd, ...mark }, t1: 1, ...more }, testCatalogue.lignes[code]);
	assert.deepEqual(line(JAM, { q2: 6 }), {
		amount: 6,
		net: 1_050,
		gross: 1_560,
		px: 1_035,
		est: false,
	});
	assert.deepEqual(line(ORANGES, { q2: 1 }), {
		amount: 1,
		net: 5_000,
		gross: 5_000,
		px: 1_050,
		est: false,
	});
	assert.equal(line(CARROTS, { g: 1_000 }).est, true);
	const weighed = { dis: { g: 1_040, ...mark } };
	assert.deepEqual(line(CARROTS, { g: 1_000 }, weighed), {
		amount: 1_040,
		net: 1_040,
		gross: 1_040,
		px: 229,
		est: false,
	});
	assert.deepEqual(line(CHICKEN, { q2: 4 }), {
		amount: 4,
		net: 3_600,
		gross: 3_600,
		px: 4_284,
		est: true,
	});
	const half = { paq: [{ id: 'a', g: 1_720, px: 2_047 }] };
	assert.deepEqual(line(CHICKEN, { q2: 4 }, half), {
		amount: 4,
		net: 3_520,
		gross: 3_520,
		px: 2_047 + 2_142,
		est: true,
	});
});

test('synthesis of an order', () => {
	const order = ordered(ordered(null, write(JAM, 6)), write(CARROTS, 1_000));
	assert.deepEqual(orderSynthesis(order), {
		references: 2,
		weight: 2_560,
		price: 1_255,
		state: 'estimated',
		alerts: 0,
	});
	assert.equal(orderSynthesis(ordered(null, write(JAM, 6))).state, 'ordered');
	assert.equal(orderSynthesis(null).references, 0);
});
