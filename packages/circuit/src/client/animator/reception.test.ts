import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '@navette/client';
import { type ConsumerOrder, DEFAULT_TOLERANCE } from '../../model/index.ts';
import { CARROTS, CHICKEN, JAM, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { TestGroup } from '../../model/test-group.ts';
import {
	attributedWrite,
	givenWrite,
	insistedInput,
	mergedWrite,
	packageCorrectedWrite,
	packagesAddedWrite,
	packagesMovedWrite,
	pickedUpWrite,
	type ReceptionState,
	type ReceptionWrite,
	receivedAsWrite,
	receivedWrite,
	replayReception,
	sharedWrite,
	undoWrites,
	writtenProduct,
} from './index.ts';

const scope = { right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614' };
const catalogue = testCatalogue;
const around = { scope, catalogue, tolerance: DEFAULT_TOLERANCE, now: 9_000 };
const nameOf = (co: string) => `n${co}`;
const product = (code: string) => writtenProduct(code, catalogue);
const [A, B] = ['2', '3'].map((co) => ({ co, name: nameOf(co) })) as [
	{ co: string; name: string },
	{ co: string; name: string },
];

/** Two chickens for A and one for B; oranges 1½ and ½; carrots; one jar of jam. */
const ordered = (): ReceptionState => {
	const group = new TestGroup(catalogue, true);
	group.order('2', CHICKEN, 4);
	group.order('3', CHICKEN, 2);
	group.order('2', ORANGES, 3);
	group.order('3', ORANGES, 1);
	group.order('3', CARROTS, 1_000);
	group.order('3', JAM, 2);
	group.ship('1', '2', 4);
	const orders = Object.fromEntries(
		Object.entries(group.orders).flatMap(([co, one]): [string, ConsumerOrder][] =>
			one ? [[co, one]] : [],
		),
	);
	return { delivery: undefined, order: group.group, orders };
};

/** Quantities and places only: who wrote them and when is another matter. */
const facts = ({ order, orders }: ReceptionState, ...without: readonly string[]): unknown =>
	JSON.parse(
		JSON.stringify({ order, orders }, (name, value: unknown) =>
			['t', 'par', ...without].includes(name) ? undefined : value,
		),
	);

const WRITES: Readonly<Record<string, readonly ReceptionWrite[]>> = {
	received: [receivedWrite(scope, product(CARROTS), { rec: { g: 980 }, seen: null })],
	remark: [receivedWrite(scope, product(JAM), { rem: 'cassé' })],
	'as shipped': [receivedAsWrite(scope, '1', 'Lande', 'exp')],
	packages: [
		packagesAddedWrite(scope, product(CHICKEN), [{ id: 'a', g: 1_720 }]),
		packagesMovedWrite(scope, product(CHICKEN), [{ id: 'a', co: '3', st: 0 }]),
	],
	correction: [
		packagesAddedWrite(scope, product(CHICKEN), [{ id: 'a', g: 1_720 }], '3'),
		packageCorrectedWrite(scope, product(CHICKEN), { id: 'a', newId: 'b', g: 1_730 }),
	],
	given: [givenWrite(scope, B, product(CARROTS), { amount: 950, seen: null })],
	attributed: [attributedWrite(scope, A, product(ORANGES), { amount: 2, seen: 3 })],
	'picked up': [pickedUpWrite(scope, B, 'Bruno')],
	shared: [
		receivedWrite(scope, product(ORANGES), { rec: { q2: 2 } }),
		sharedWrite(scope, product(ORANGES), 'rata', 'laisser'),
	],
};

for (const [name, writes] of Object.entries(WRITES))
	test(`${name}: shown before it is sent, twice as once, and taken back`, () => {
		const before = ordered();
		const once = replayReception(before, writes, around);
		assert.notDeepEqual(facts(once), facts(before));
		const twice = replayReception(once, writes, around);
		assert.deepEqual(facts(twice), facts(once));
		const back = writes.toReversed().reduce((state, write, index) => {
			const was = replayReception(before, writes.slice(0, writes.length - index - 1), around);
			return replayReception(state, undoWrites([write], was, { scope, catalogue, nameOf }), around);
		}, once);
		if (name === 'attributed') assert.equal(back.order?.lignes[ORANGES]?.att.q2, 4);
		else assert.deepEqual(facts(back, 'paq'), facts(before, 'paq'));
	});

test('what is said of another delivery, or refused by the rules, is not shown', () => {
	const before = ordered();
	const other = receivedWrite({ ...scope, livr: '20250628' }, product(CARROTS), { rec: { g: 9 } });
	const half = receivedWrite(scope, product(JAM), { rec: { q2: 1 } });
	assert.deepEqual(replayReception(before, [other, half], around), before);
});

const entry = (id: string, { name, input }: ReceptionWrite): OutboxEntry => ({
	...{ id, name, input, state: 'waiting' },
});

test('a line typed twice without network is one write that saw what the first saw', () => {
	const first = receivedWrite(scope, product(CARROTS), { rec: { g: 1 }, seen: null });
	const remark = receivedWrite(scope, product(JAM), { rem: 'x' });
	const second = receivedWrite(scope, product(CARROTS), { rec: { g: 12 }, seen: { g: 1 } });
	const merged = mergedWrite([entry('i', first), entry('j', remark)], second);
	assert.equal(merged?.replaced, 'i');
	assert.deepEqual(merged?.write.input, { ...scope, prod: CARROTS, rec: { g: 12 }, seen: null });
	const valued = receivedWrite(scope, product(JAM), { rec: { q2: 2 }, seen: { q2: 4 } });
	assert.deepEqual(mergedWrite([entry('j', remark)], valued)?.write.input, {
		...{ ...scope, prod: JAM, rem: 'x', rec: { q2: 2 }, seen: { q2: 4 } },
	});
});

test('nothing is merged across a write of several lines, nor into what is being sent', () => {
	const first = receivedWrite(scope, product(ORANGES), { rec: { q2: 1 }, seen: null });
	const second = receivedWrite(scope, product(ORANGES), { rec: { q2: 2 }, seen: { q2: 1 } });
	const all = receivedAsWrite(scope, '1', 'Lande', 'exp');
	assert.equal(mergedWrite([entry('i', first), entry('j', all)], second), undefined);
	assert.equal(mergedWrite([{ ...entry('i', first), state: 'sending' }], second), undefined);
	assert.equal(mergedWrite([entry('i', all)], all), undefined);
});

test('"mine all the same" asks without what was seen', () => {
	const asked = receivedWrite(scope, product(CARROTS), { rec: { g: 1 }, seen: null });
	assert.deepEqual(insistedInput(asked), { ...scope, prod: CARROTS, rec: { g: 1 } });
	const moved = packagesMovedWrite(scope, product(CHICKEN), [
		{ id: 'a', co: '3', st: 0, seen: { co: null, st: 0 } },
	]);
	assert.deepEqual(insistedInput(moved), {
		...{ ...scope, prod: CHICKEN, paq: [{ id: 'a', co: '3', st: 0 }] },
	});
});
