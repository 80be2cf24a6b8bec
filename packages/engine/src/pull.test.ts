import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyText } from '@navette/model';
import type { StoredDocument } from '@navette/storage';
import fc from 'fast-check';
import { cutPage, mustReadFull } from './pull.ts';

const row = (version: number, at: number): StoredDocument => ({
	type: 'NOTE',
	id: String(at) as KeyText,
	version,
	del: 0,
	data: null,
	files: null,
	groupings: {},
	properties: {},
	handle: at,
});

test('a page never splits a version, whatever the versions and the limit', () => {
	const versions = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 20 });
	fc.assert(
		fc.property(versions, fc.integer({ min: 1, max: 6 }), (numbers, limit) => {
			const all = numbers.sort((a, b) => a - b).map(row);
			const { rows, more, whole } = cutPage(all.slice(0, limit + 1), limit);
			const kept = new Set(rows.map((one) => one.version));
			for (const version of kept) {
				const size = all.filter((one) => one.version === version).length;
				assert.equal(rows.filter((one) => one.version === version).length, size);
			}
			assert.equal(more, all.length > rows.length);
			assert.equal(whole !== undefined, rows.length === 0 && all.length > 0);
			if (whole !== undefined) assert.equal(whole, all[0]?.version);
		}),
	);
});

test('everything is told again below the horizon, beyond the thread, or for another scope', () => {
	const thread = { version: 10, horizon: 5 };
	assert.equal(mustReadFull(thread, 'A', { since: 5 }), false);
	assert.equal(mustReadFull(thread, 'A', { since: 4 }), true);
	assert.equal(mustReadFull(thread, 'A', { since: 4, horizon: 5 }), false);
	assert.equal(mustReadFull(thread, 'A', { since: 4, horizon: 3 }), true);
	assert.equal(mustReadFull(thread, 'A', { since: 11 }), true);
	assert.equal(mustReadFull(thread, 'A', { since: 7, scope: 'B' }), true);
	assert.equal(mustReadFull(thread, 'A', { since: 7, scope: 'A' }), false);
});
