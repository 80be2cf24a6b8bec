import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grownPart, isPartIn, partAround, type SheetPart } from './sheet-part.ts';

const part = (top: number, bottom: number, left: number, right: number): SheetPart => ({
	rows: { from: top, to: bottom },
	columns: { from: left, to: right },
});

const cellsOf = ({ rows, columns }: SheetPart): number =>
	(rows.to - rows.from) * (columns.to - columns.from);

/** Draws until there is nothing more to draw. */
const wholly = (from: SheetPart, size: { rows: number; columns: number }) => {
	const parts = [from];
	for (let next = grownPart(from, size); next !== parts.at(-1); next = grownPart(next, size))
		parts.push(next);
	return parts;
};

test('what comes in sight is drawn at once, with some around', () => {
	const size = { rows: 120, columns: 46 };
	const first = partAround(part(0, 10, 0, 12), undefined, size);
	assert.deepEqual(first, part(0, 16, 0, 15));
	assert.deepEqual(partAround(part(14, 24, 0, 12), first, size), part(0, 30, 0, 15));
	assert.deepEqual(partAround(part(80, 90, 0, 12), first, size), part(74, 96, 0, 15), 'far: alone');
	assert.deepEqual(partAround(part(4, 14, 20, 32), first, size), part(0, 20, 17, 35));
});

test('the largest order of a group is drawn whole, by small steps, all columns first', () => {
	const size = { rows: 128, columns: 46 };
	const parts = wholly(part(40, 56, 10, 25), size);
	assert.deepEqual(parts.at(-1), part(0, 128, 0, 46));
	for (const [at, one] of parts.slice(1).entries()) {
		const before = parts[at];
		assert.ok(before && isPartIn(before, one));
		assert.ok(cellsOf(one) - cellsOf(before) <= 440, 'a few ms of drawing');
	}
});

test('a sheet beyond measure is drawn in part; those far from sight go', () => {
	const size = { rows: 5_000, columns: 40 };
	const last = wholly(part(0, 20, 0, 15), size).at(-1) ?? assert.fail('nothing drawn');
	assert.ok(cellsOf(last) <= 12_000 && cellsOf(last) > 11_000);
	assert.deepEqual(grownPart(last, size), last);
	const lower = partAround(part(290, 310, 0, 15), last, size);
	assert.ok(cellsOf(lower) <= 12_000);
	assert.ok(lower.rows.from > 0 && lower.rows.to >= 316);
	const wide = { rows: 30, columns: 9_000 };
	assert.ok(cellsOf(wholly(part(0, 20, 0, 15), wide).at(-1) ?? part(0, 0, 0, 0)) <= 12_000);
});

test('an empty sheet has nothing to draw', () => {
	const none = part(0, 0, 0, 0);
	assert.equal(grownPart(none, { rows: 0, columns: 3 }), none);
});
