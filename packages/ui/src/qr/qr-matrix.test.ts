import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { qrMatrix } from './qr-matrix.ts';

const fingerprint = (text: string): string => {
	const rows = qrMatrix(text)?.map((row) => row.map(Number).join('')) ?? [];
	return `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)}`;
};

/** Each of these symbols was read back by another implementation (jsQR 1.4.0) when it was noted. */
const READ_BACK: readonly (readonly [string, string])[] = [
	['a', '21 e8ab680854e4019c'],
	[`https://navette.example/#/enter/demo/${'x'.repeat(32)}`, '37 b779cdd2e87cddcd'],
	['é'.repeat(50), '41 49114298d9d12159'],
	['z'.repeat(120), '45 ec476540298f28bd'],
	['q'.repeat(150), '49 78ecc93f0397750e'],
	['w'.repeat(178), '53 5a407be912887e3e'],
	['Y'.repeat(213), '57 d84cf59843f43668'],
];

for (const [text, expected] of READ_BACK)
	test(`the symbol of ${new TextEncoder().encode(text).length} bytes`, () =>
		assert.equal(fingerprint(text), expected));

test('more than fits is no symbol', () => assert.equal(qrMatrix('x'.repeat(214)), undefined));
