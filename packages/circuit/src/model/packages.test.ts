import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type ConsumerLine,
	changePackages,
	type Package,
	type PackageAction,
	withHeldPackages,
} from './index.ts';
import { CHICKEN, testCatalogue } from './test-catalogue.ts';
import { TestGroup } from './test-group.ts';

const mark = { t: 10, par: 'GC/dupleix' };
const pack = (id: string, more: Partial<Package> = {}): Package => ({
	id,
	g: 1_800,
	px: 2_142,
	or: 'exp',
	co: null,
	st: 0,
	t: 1,
	par: 'PR/bocage.2',
	...more,
});
const change = (list: readonly Package[], action: PackageAction) =>
	changePackages(list, action, mark, 1_190);
const code = (result: ReturnType<typeof change>) => (result.ok ? 'ok' : result.error.code);

test('a package is moved from where it was seen, or not at all', () => {
	const list = [pack('a', { co: '3' })];
	const move = { action: 'move', id: 'a', co: '2', st: 0 } as const;
	assert.equal(code(change(list, { ...move, seen: { co: null, st: 0 } })), 'E-PAQ');
	assert.equal(code(change(list, { ...move, seen: { co: '3', st: 1 } })), 'E-PAQ');
	assert.equal(code(change(list, { ...move, seen: { co: '3', st: 0 } })), 'ok');
	assert.equal(code(change(list, { ...move, id: 'z' })), 'E-PAQ');
});

test('a package missing or in the bin is nobody’s; nothing is ever removed', () => {
	const list = [pack('a', { co: '3' })];
	for (const st of [1, 2] as const) {
		const moved = change(list, { action: 'move', id: 'a', co: '3', st });
		assert.ok(moved.ok);
		assert.deepEqual(moved.value, [{ ...list[0], co: null, st, ...mark }]);
	}
	const corrected = change(list, { action: 'correct', id: 'a', newId: 'b', g: 1_700 });
	assert.ok(corrected.ok);
	assert.deepEqual(
		corrected.value.map(({ id, g, co, st, or }) => [id, g, co, st, or]),
		[
			['a', 1_800, null, 1, 'exp'],
			['b', 1_700, '3', 0, 'rec'],
		],
	);
	assert.equal(code(change(list, { action: 'correct', id: 'a', newId: 'a', g: 1 })), 'E-PAQ');
	assert.equal(code(change(list, { action: 'add', id: 'a', g: 1, co: null })), 'E-PAQ');
});

test('a basket counts as given only once it has all its packages', () => {
	const line: ConsumerLine = { cmd: { q2: 4, ...mark }, t1: 1 };
	const tot = { nref: 1, pb: 0, px: 0, est: true, al: 0 };
	const order = { lignes: { [CHICKEN]: line }, tot };
	const held = (...list: Package[]) =>
		withHeldPackages(order, CHICKEN, list, testCatalogue)?.lignes[CHICKEN];
	assert.equal(held(pack('a'))?.dis, undefined);
	assert.equal(held(pack('a'))?.paq?.length, 1);
	const both = held(pack('a'), pack('b', { t: 5, par: 'GC/dupleix' }));
	assert.deepEqual(both?.dis, { q2: 4, g: 3_600, t: 5, par: 'GC/dupleix' });
	assert.deepEqual(held(), line);
});

test('a package given to somebody who ordered none makes his line, taken back removes it', () => {
	const got = withHeldPackages(null, CHICKEN, [pack('a')], testCatalogue);
	assert.equal(got?.lignes[CHICKEN]?.cmd.q2, 0);
	assert.equal(got?.tot.px, 2_142);
	assert.equal(withHeldPackages(got, CHICKEN, [], testCatalogue), null);
});

test('a producer who corrects a weight leaves the package in its basket', () => {
	const g = new TestGroup(testCatalogue);
	g.order('2', CHICKEN, 2);
	g.ship('1', '1', 2, [{ id: 'e1', g: 1_700 }]);
	g.packages(CHICKEN, { action: 'move', id: 'e1', co: '2', st: 0 });
	g.ship('1', '1', 2, [{ id: 'e1', g: 1_750 }]);
	const [one] = g.group?.lignes[CHICKEN]?.paq ?? [];
	assert.deepEqual([one?.co, one?.g], ['2', 1_750]);
});
