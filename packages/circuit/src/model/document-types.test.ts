import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import {
	circuitCatalogue,
	consumerOrderSchema,
	deliveryDay,
	documentSchemas,
	documentTypes,
	isActorCode,
	isDeliveryCode,
	isGroupCode,
	parseProductCode,
	wrongCodeOf,
} from './index.ts';

test('the catalogue holds 21 documents and 12 threads, each document with its schema', () => {
	assert.equal(circuitCatalogue.documents.size, 21);
	assert.equal(circuitCatalogue.threads.size, 12);
	assert.deepEqual(Object.keys(documentSchemas).sort(), Object.keys(documentTypes).sort());
});

test('membership counts are those of decision D2; proposals reach their two sides', () => {
	const counts = Object.values(documentTypes).map((type) => [type.name, type.threads.length]);
	const expected = { BCC: 2, BCG: 3, CART: 3, CHD: 2, PROP: 2, RG: 2 } as Record<string, number>;
	for (const [name, count] of counts) {
		const most = expected[String(name)];
		if (most === undefined) assert.ok(Number(count) <= 1, String(name));
		else assert.equal(count, most, String(name));
	}
});

test('codes', () => {
	assert.ok(isGroupCode('dupleix') && isGroupCode('a-1'));
	for (const bad of ['', 'Dupleix', 'a.b', 'thirteensigns']) assert.ok(!isGroupCode(bad), bad);
	assert.ok(isActorCode('1') && isActorCode('999'));
	for (const bad of ['0', '01', '1000', '', '1e2']) assert.ok(!isActorCode(bad), bad);
	assert.equal(deliveryDay('20250614b'), 20250614);
	for (const bad of ['20250231', '2025061', '20250614B', '20250614bb', '20251301'])
		assert.ok(!isDeliveryCode(bad), bad);
	assert.deepEqual(parseProductCode('12.9999'), { pr: '12', rp: '9999' });
	for (const bad of ['0.1', '1.0', '1.10000', '1', '1.2.3'])
		assert.equal(parseProductCode(bad), undefined, bad);
	assert.equal(wrongCodeOf({ gc: 'dupleix', co: '0' }), 'co');
	assert.equal(wrongCodeOf({ gc: 'dupleix', co: '2', livr: '20250614' }), undefined);
});

test('an order with a fractional quantity, an unknown field or a bad product code is refused', () => {
	const order = (code: string, cmd: object) => ({
		lignes: { [code]: { cmd: { ...cmd, t: 1, par: 'CO/d.2' }, t1: 1 } },
		tot: { nref: 1, pb: 0, px: 0, est: false, al: 0 },
	});
	assert.ok(v.is(consumerOrderSchema, order('1.1', { q2: 1 })));
	assert.ok(!v.is(consumerOrderSchema, order('1.1', { q2: 1.5 })));
	assert.ok(!v.is(consumerOrderSchema, order('1.1', { q2: 1, x: 1 })));
	assert.ok(!v.is(consumerOrderSchema, order('x', { q2: 1 })));
	assert.ok(!v.is(consumerOrderSchema, order('1.1', { q2: -1 })));
});
