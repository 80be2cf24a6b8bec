import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proposePackages } from './package-proposal.ts';

const claim = (co: string, pieces: number, t1: number) => ({
	...{ co, pieces, t1 },
	grams: pieces * 1_800,
});

test('first ordered first, each near what he expects', () => {
	const shelf = [1_500, 1_720, 1_850, 1_910, 2_300].map((g, index) => ({ id: `p${index}`, g }));
	const moves = proposePackages(shelf, [claim('4', 1, 3), claim('2', 2, 1), claim('3', 1, 2)]);
	assert.deepEqual(moves, [
		{ id: 'p1', co: '2' },
		{ id: 'p2', co: '2' },
		{ id: 'p3', co: '3' },
		{ id: 'p0', co: '4' },
	]);
});

test('no package goes twice, nobody gets more than he wants, none stays while somebody waits', () => {
	const shelves = fc.array(fc.integer({ min: 500, max: 4_000 }), { maxLength: 15 });
	const wants = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 });
	fc.assert(
		fc.property(shelves, wants, (grams, pieces) => {
			const shelf = grams.map((g, index) => ({ id: `p${index}`, g }));
			const claims = pieces.map((count, index) => claim(String(index + 2), count, index));
			const moves = proposePackages(shelf, claims);
			assert.equal(new Set(moves.map(({ id }) => id)).size, moves.length);
			const total = pieces.reduce((sum, one) => sum + one, 0);
			assert.equal(moves.length, Math.min(total, shelf.length));
			claims.forEach(({ co, pieces: wanted }) => {
				assert.ok(moves.filter((one) => one.co === co).length <= wanted);
			});
		}),
	);
});
