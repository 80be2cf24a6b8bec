import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChecksum } from './checksum.ts';

type Document = readonly [type: string, id: string, version: number, data: readonly number[]];

const sumOf = (...documents: readonly Document[]): string => {
	const checksum = createChecksum();
	for (const [type, id, version, data] of documents)
		checksum.add(type, id, version, Uint8Array.from(data));
	return checksum.text();
};

const a: Document = ['NOTE', 'a', 3, [1, 2]];
const b: Document = ['NOTE', 'b', 4, []];

test('the same documents in any order have the same sum, nothing has that of nothing', () => {
	assert.equal(sumOf(a, b), sumOf(b, a));
	assert.equal(sumOf(), '0000000000000000.0');
	assert.match(sumOf(a, b), /^[0-9a-f]{16}\.2$/);
});

test('another type, id, version, byte, one less or one twice: another sum', () => {
	const all = [
		[a, b],
		[a],
		[a, b, b],
		[['CARD', 'a', 3, [1, 2]] as Document, b],
		[['NOTE', 'aa', 3, [1, 2]] as Document, b],
		[['NOTE', 'a', 4, [1, 2]] as Document, ['NOTE', 'b', 3, []] as Document],
		[['NOTE', 'a', 3, [2, 1]] as Document, b],
		[['NOTE', 'a', 3, [1]] as Document, ['NOTE', 'b', 4, [2]] as Document],
		[['NOTE', 'b', 3, [1, 2]] as Document, ['NOTE', 'a', 4, []] as Document],
	].map((documents) => sumOf(...documents));
	assert.equal(new Set(all).size, all.length);
});

test('a changed bit among many documents is seen', () => {
	const many = Array.from(
		{ length: 1_000 },
		(_, at): Document => ['NOTE', String(at), at, [at & 255, at >> 8]],
	);
	const sums = new Set([sumOf(...many)]);
	for (let at = 0; at < 200; at++) {
		const [type, id, version, data] = many[at] ?? a;
		sums.add(sumOf(...many.with(at, [type, id, version, data.map((byte) => byte ^ 1)])));
	}
	assert.equal(sums.size, 201);
});
