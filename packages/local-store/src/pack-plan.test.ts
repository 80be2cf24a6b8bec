import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FAN, packsToMerge } from './pack-plan.ts';

const append = (packs: readonly number[], count: number): readonly number[] => {
	const all = [...packs, count];
	const merged = packsToMerge(all);
	const sum = all.slice(all.length - merged).reduce((total, each) => total + each, 0);
	return [...all.slice(0, all.length - merged), sum];
};

test('below the fan nothing is merged, at the fan all of a size are', () => {
	const ones = Array.from({ length: FAN - 1 }, () => 1);
	assert.equal(packsToMerge(ones), 1);
	assert.equal(packsToMerge([10_000, ...ones, 1]), FAN);
	assert.equal(packsToMerge([]), 1);
	assert.equal(packsToMerge([0]), 1);
});

test('packs stay few, and rewriting stays cheap, whatever is appended', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom<number>(0, 1, 1, 1, 2, 5, 100, 3_000), {
				minLength: 1,
				maxLength: 800,
			}),
			(counts) => {
				let packs: readonly number[] = [];
				let written = 0;
				for (const count of counts) {
					const before = packs.length;
					packs = append(packs, count);
					if (packs.length <= before) written += packs.at(-1) ?? 0;
					else written += count;
				}
				const total = counts.reduce<number>((sum, count) => sum + count, 0);
				const levels = Math.ceil(Math.log(total + 2) / Math.log(FAN)) + 1;
				assert.ok(packs.length <= FAN * levels, `${packs.length} packs`);
				assert.ok(written <= total * (levels + 1), `${written} for ${total}`);
			},
		),
	);
});
