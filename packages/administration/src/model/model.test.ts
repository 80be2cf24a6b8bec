import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findAccesses, parseRights, rightText, scaleFor, summaryOf } from './index.ts';

test('a scale holds its value, in round steps, few enough to be read', () => {
	fc.assert(
		fc.property(fc.nat({ max: 1_000_000 }), (most) => {
			const { top, lines } = scaleFor(most);
			assert.ok(top >= most && top >= 4);
			assert.ok(lines.length >= 2 && lines.length <= 4, `${lines}`);
			assert.equal(lines.at(-1), top);
			assert.ok(lines.every(Number.isInteger));
		}),
	);
	assert.deepEqual(scaleFor(0), { top: 4, lines: [1, 2, 3, 4] });
	assert.equal(scaleFor(130).top, 150);
});

test('rights as they are typed', () => {
	const parsed = parseRights(' ADM, CO/dupleix.3;ADM\n');
	assert.ok(parsed.ok);
	assert.deepEqual(parsed.value.map(rightText), ['ADM', 'CO/dupleix.3']);
	assert.deepEqual(parseRights('adm'), { ok: false, error: 'adm' });
	assert.deepEqual(parseRights('CO/a b/c'), { ok: false, error: 'b/c' });
	assert.equal(parseRights('  ').ok, false);
});

test('accesses are found without accents, the newest first', () => {
	const access = (id: string, label: string, created: number) => ({
		id,
		data: { account: id, label, created, rights: [{ usage: 'CO', subject: 'x', power: 1 }] },
	});
	const all = [access('a', 'Élodie', 1), access('b', 'Paul', 2)];
	assert.deepEqual(
		findAccesses(all, '').map(({ hash }) => hash),
		['b', 'a'],
	);
	assert.deepEqual(
		findAccesses(all, 'co/x elo').map(({ hash }) => hash),
		['a'],
	);
});

test('a chart in words', () => {
	const minute = (at: number, operations: number, refused: number) => ({ at, operations, refused });
	const minutes = [minute(0, 2, 0), minute(1, 5, 1), minute(2, 5, 0)];
	assert.deepEqual(summaryOf(minutes), { operations: 12, refused: 1, busiest: minutes[1] });
	assert.equal(summaryOf([minute(0, 0, 0)]).busiest, undefined);
});
