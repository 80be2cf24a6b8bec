import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PartHeights, paginate } from './paginate.ts';

const part = (rows: readonly number[], more: Partial<PartHeights> = {}): PartHeights => ({
	...{ head: 10, columns: 5, rows },
	...more,
});

test('rows go on on the next page, and the head with them', () => {
	assert.deepEqual(paginate([part([20, 20, 20])], 60, 5), [
		[{ part: 0, from: 0, to: 2 }],
		[{ part: 0, from: 2, to: 3 }],
	]);
});

test('parts share a page as long as a row of the next holds on it', () => {
	assert.deepEqual(paginate([part([10]), part([10]), part([40])], 60, 5), [
		[
			{ part: 0, from: 0, to: 1 },
			{ part: 1, from: 0, to: 1 },
		],
		[{ part: 2, from: 0, to: 1 }],
	]);
});

test('a part that stays together moves whole; one larger than a page is split all the same', () => {
	const small = part([20, 20], { together: true });
	assert.deepEqual(
		paginate([part([30]), small], 80, 5).map((page) => page.length),
		[1, 1],
	);
	assert.equal(paginate([part(Array(10).fill(20), { together: true })], 80, 5).length, 4);
});

test('a part may want a page of its own, an empty one is shown, a row too high is alone', () => {
	assert.equal(paginate([part([1]), part([1], { startsPage: true })], 100, 5).length, 2);
	assert.deepEqual(paginate([part([])], 100, 5), [[{ part: 0, from: 0, to: 0 }]]);
	assert.deepEqual(paginate([part([500, 1])], 100, 5), [
		[{ part: 0, from: 0, to: 1 }],
		[{ part: 0, from: 1, to: 2 }],
	]);
});

test('every row is printed once, in order, and no page holds more than its room', () => {
	const heights = fc.record({
		head: fc.integer({ min: 1, max: 20 }),
		columns: fc.integer({ min: 0, max: 20 }),
		rows: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
		startsPage: fc.boolean(),
		together: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(heights, { maxLength: 8 }), (parts) => {
			const room = 100;
			const pages = paginate(parts, room, 5);
			for (const page of pages) {
				const used = page.reduce(
					(total, { part: index, from, to }) => {
						const one = parts[index];
						assert.ok(one);
						const rows = one.rows.slice(from, to).reduce((a, b) => a + b, 0);
						return total + one.head + one.columns + rows;
					},
					5 * (page.length - 1),
				);
				assert.ok(used <= room, `${used}`);
			}
			parts.forEach((one, index) => {
				const own = pages.flat().filter((slice) => slice.part === index);
				const rows = own.flatMap(({ from, to }) => one.rows.slice(from, to));
				assert.deepEqual(rows, one.rows);
			});
		}),
	);
});
