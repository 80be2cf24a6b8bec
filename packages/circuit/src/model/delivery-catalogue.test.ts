import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import {
	type AmendmentWrite,
	addToCatalogue,
	alertNames,
	amendCatalogue,
	applyOrderChange,
	calculateCatalogue,
	compareCatalogues,
	DEFAULT_TOLERANCE,
	type DeliveryCatalogue,
	deleteConditions,
	deliveryCatalogueSchema,
	type Product,
	putConditions,
	referenceDay,
	writeOrdered,
} from './index.ts';

const conditions = (d: number, pu: number) => ({ d, dispo: 3 as const, pu, pn: 250, pb: 270 });
const product: Product = {
	lib: 'Camembert',
	rayon: 'Fromages',
	cons: 'F',
	labels: [],
	tva: 550,
	mode: 'U',
	emb: 'unite',
	demi: false,
	par: 0,
	cree: 0,
	cv: [conditions(20250101, 320), conditions(20250601, 340), conditions(20250701, 350)],
};
const general = { prods: { '1.1': product, '1.2': { ...product, sup: 20250601 } } };
const delivery = { tOuv: 1_000, tExp: 3_000, tArc: 9_000 };
const change = (pu: number, now: number): AmendmentWrite => ({
	code: '1.1',
	change: { pu },
	now,
	author: 'GP/bocage',
	delivery,
});
const amend = (catalogue: DeliveryCatalogue, pu: number, now: number) => {
	const result = amendCatalogue(catalogue, change(pu, now));
	assert.ok(result.ok);
	assert.ok(v.is(deliveryCatalogueSchema, result.value));
	return result.value;
};
const calculated = calculateCatalogue(general, 20250614, 500);

test('a catalogue takes the conditions in force on its day, without removed products', () => {
	assert.deepEqual(Object.keys(calculated.lignes), ['1.1']);
	assert.equal(calculated.lignes['1.1']?.act.pu, 340);
	assert.equal(calculateCatalogue(general, 20250531, 1).lignes['1.2']?.act.pu, 320);
	assert.deepEqual(calculateCatalogue(general, 20241231, 1).lignes, {});
});

test('S7 price after opening: the opening price is kept once, and E-GEL in phase 3', () => {
	const first = amend(calculated, 360, 1_500);
	assert.equal(first.lignes['1.1']?.ouv?.pu, 340);
	assert.equal(first.lignes['1.1']?.act.pu, 360);
	const second = amend(first, 355, 1_600);
	assert.equal(second.lignes['1.1']?.ouv?.pu, 340);
	assert.equal(second.lignes['1.1']?.act.pu, 355);
	assert.equal(second.lignes['1.1']?.chg.length, 2);
	const frozen = amendCatalogue(second, change(300, 3_000));
	assert.equal(frozen.ok ? 'ok' : frozen.error.code, 'E-GEL');
	const archived = amendCatalogue(second, change(300, 9_000));
	assert.equal(archived.ok ? 'ok' : archived.error.code, 'E-ARCH');
});

test('before the opening a price is replaced without a trace; calculating again keeps it', () => {
	const amended = amend(calculated, 333, 999);
	assert.equal(amended.lignes['1.1']?.ouv, undefined);
	assert.deepEqual(amended.lignes['1.1']?.chg, []);
	assert.equal(calculateCatalogue(general, 20250614, 600, amended).lignes['1.1']?.act.pu, 333);
	const reset = calculateCatalogue(general, 20250614, 600, amended, true);
	assert.equal(reset.lignes['1.1']?.act.pu, 340);
});

test('a price changed after the opening marks the order, which follows the new price', () => {
	const write = { code: '1.1', amount: 4, author: 'CO/d.2', now: 1_200 };
	const ordered = writeOrdered(null, write, { gc: 'd', catalogue: calculated });
	assert.ok(ordered.ok && ordered.value.order);
	assert.equal(ordered.value.order.tot.px, 680);
	const moved = applyOrderChange({
		before: ordered.value.order,
		after: ordered.value.order,
		group: applyOrderChange({
			before: null,
			after: ordered.value.order,
			group: null,
			cartons: {},
			catalogue: calculated,
			tolerance: DEFAULT_TOLERANCE,
		}).group,
		cartons: {},
		catalogue: amend(calculated, 360, 1_500),
		tolerance: DEFAULT_TOLERANCE,
	});
	assert.equal(moved.order?.tot.px, 720);
	assert.equal(moved.group?.tot.px, 720);
	assert.deepEqual(alertNames(moved.order?.tot.al ?? 0), ['PRIX']);
});

test('comparing catalogues, adding a product', () => {
	const other = amend(calculated, 300, 600);
	const found = compareCatalogues(calculated, other);
	assert.deepEqual(
		found.map(({ code, here, there }) => [code, here?.pu, there?.pu]),
		[['1.1', 340, 300]],
	);
	assert.deepEqual(compareCatalogues(calculated, calculated), []);
	assert.ok(addToCatalogue(calculated, '1.3', product, 20250614).ok);
	assert.ok(!addToCatalogue(calculated, '1.1', product, 20250614).ok);
});

test('conditions of the past are history', () => {
	const future = putConditions(product, conditions(20250620, 345), 20250614);
	assert.ok(future.ok);
	assert.deepEqual(
		future.value.cv.map((one) => one.d),
		[20250101, 20250601, 20250620, 20250701],
	);
	assert.ok(!putConditions(product, conditions(20250613, 345), 20250614).ok);
	assert.ok(putConditions(product, conditions(20250614, 345), 20250614).ok);
	assert.ok(deleteConditions(product, 20250701, 20250614).ok);
	assert.ok(!deleteConditions(product, 20250601, 20250614).ok);
});

test('the day of reference is that of the delivery, or of its opening where it happens', () => {
	const par = { archJ: 30, tolPct: 5, catRef: 'livraison' as const };
	const opening = Date.parse('2025-05-31T22:30Z');
	assert.equal(referenceDay('20250614b', opening, { par, tz: 'Europe/Paris' }), 20250614);
	const opened = { par: { ...par, catRef: 'ouverture' as const }, tz: 'Europe/Paris' };
	assert.equal(referenceDay('20250614', opening, opened), 20250601);
});
