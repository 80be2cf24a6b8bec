import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { base64UrlToBytes, bytesToBase64Url } from '@navette/core';
import { keepShape, type ShapeFixture, shapeFaults } from './conformance/shapes.ts';
import { letterOfShape } from './testing/letter.ts';

const FOLDER = path.join(import.meta.dirname, 'testing/shapes');
const fixtures = readdirSync(FOLDER).map(
	(name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as ShapeFixture,
);

test('letters kept from two past shapes become letters of today', () => {
	assert.deepEqual(
		fixtures.map(({ type, shape }) => `${type} ${shape}`),
		['LETTER 1', 'LETTER 2'],
	);
	assert.deepEqual(shapeFaults([letterOfShape(3)], fixtures), []);
});

test('a shape that is raised without a fixture of the one before is refused', () => {
	const [one, two] = fixtures;
	assert.ok(one && two);
	assert.match(shapeFaults([letterOfShape(3)], [one]).join('\n'), /no fixture of shape 2 is kept/);
	assert.match(shapeFaults([letterOfShape(3)], [two]).join('\n'), /no fixture of shape 1 is kept/);
	assert.deepEqual(shapeFaults([letterOfShape(1)], []), []);
});

test('an upgrade that makes something else of a kept letter is refused', () => {
	const wrong = {
		...letterOfShape(3),
		upgrades: [(data: unknown) => data, (data: unknown) => data],
	};
	assert.equal(shapeFaults([wrong], fixtures).length, 2);
	const short = { ...letterOfShape(3), upgrades: [] };
	assert.equal(shapeFaults([short], fixtures).length, 2);
	const broken = fixtures.map((one) => ({
		...one,
		stored: bytesToBase64Url(Uint8Array.of(one.shape, 255)),
	}));
	assert.match(shapeFaults([letterOfShape(3)], broken).join('\n'), /cannot be read/);
});

test('what is kept of a shape is what the store holds', () => {
	const kept = keepShape(letterOfShape(1), { text: 'Dear all', to: 'ana' });
	assert.equal(base64UrlToBytes(kept.stored)?.[0], 1);
	const now = { paragraphs: ['Dear all'], recipients: ['ana'] };
	assert.deepEqual(shapeFaults([letterOfShape(3)], [{ ...kept, now }, ...fixtures]), []);
});
