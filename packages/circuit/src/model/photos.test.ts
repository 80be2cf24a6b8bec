import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { fittedSize, isJpeg, thumbnailSchema } from './photos.ts';

test('a picture is made smaller by its longest side, never larger', () => {
	assert.deepEqual(fittedSize(4_000, 3_000, 1_280), { width: 1_280, height: 960 });
	assert.deepEqual(fittedSize(3_000, 4_000, 1_280), { width: 960, height: 1_280 });
	assert.deepEqual(fittedSize(300, 200, 1_280), { width: 300, height: 200 });
	assert.deepEqual(fittedSize(10_000, 2, 160), { width: 160, height: 1 });
});

test('a thumbnail is a JPEG of at most 12 kB', () => {
	assert.ok(v.is(thumbnailSchema, '_9j_4AAQ'));
	assert.ok(!v.is(thumbnailSchema, Buffer.from('<svg/>').toString('base64url')));
	assert.ok(!v.is(thumbnailSchema, '_9j_'.repeat(4_001)));
	assert.ok(!isJpeg(undefined) && !isJpeg(new Uint8Array()));
});
