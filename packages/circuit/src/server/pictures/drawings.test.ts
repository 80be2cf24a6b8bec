import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demonstrationProducts } from '../../model/demonstration/products.ts';
import { isJpeg, MAX_PHOTO, MAX_THUMBNAIL } from '../../model/index.ts';
import { drawings, farms } from './drawings.ts';
import { jpegOf } from './jpeg.ts';
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
