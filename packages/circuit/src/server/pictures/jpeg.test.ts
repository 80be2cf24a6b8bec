import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demonstrationProducts } from '../../model/demonstration/products.ts';
import { isJpeg, MAX_PHOTO, MAX_THUMBNAIL } from '../../model/index.ts';
import { drawings, farms } from './drawings.ts';
import { jpegOf } from './jpeg.ts';
import { codesOf, MEANS, RUNS } from './jpeg-tables.ts';
import { paint } from './paint.ts';

test('every drawing is of a product, and is small enough for a photo and its thumbnail', () => {
	const products = demonstrationProducts.map(({ perm }) => perm.lib);
	for (const name of Object.keys(drawings)) assert.ok(products.includes(name), name);
	for (const [name, layers] of Object.entries({ ...drawings, ...farms })) {
		const small = jpegOf(paint(layers, 160));
		assert.ok(isJpeg(small) && small.length < MAX_THUMBNAIL, name);
		assert.ok(jpegOf(paint(layers, 320)).length < MAX_PHOTO, name);
	}
});

test('the tables hold every symbol once, and no code begins another', () => {
	for (const [table, count] of [
		[MEANS, 12],
		[RUNS, 162],
	] as const) {
		assert.equal(new Set(table.symbols).size, count);
		const codes = [...codesOf(table)].filter(Boolean).map((code) => {
			const length = code % 32;
			return Math.floor(code / 32)
				.toString(2)
				.padStart(length, '0');
		});
		assert.equal(codes.length, count);
		for (const one of codes)
			assert.equal(codes.filter((other) => other.startsWith(one)).length, 1, one);
	}
});

test('a grey picture has the bytes of one: its head, a mean, nothing else, its end', () => {
	const raster = { width: 8, height: 8, rgb: new Uint8ClampedArray(192).fill(128) };
	const bytes = jpegOf(raster);
	/* three components without difference (00) and without more (1010), filled up with ones */
	assert.deepEqual([...bytes.slice(-5)], [0b00101000, 0b10100010, 0b10111111, 0xff, 0xd9]);
});
