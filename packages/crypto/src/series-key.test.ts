import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatBytes } from '@navette/core';
import fc from 'fast-check';
import { contextBytes, HEADER_LENGTH } from './layout.ts';
import { createAssociated } from './series-key.ts';

const part = fc.oneof(
	fc.constantFrom('orga', 'NOTE', 'n1', 'n2'),
	fc.string(),
	fc.maxSafeInteger(),
);
const context = fc.oneof(
	fc.array(part, { maxLength: 5 }),
	fc.array(part, { minLength: 20, maxLength: 26 }),
);
const header = fc.uint8Array({ minLength: HEADER_LENGTH, maxLength: HEADER_LENGTH });

test('what an envelope is bound to is its header and its context, whatever came before it', () => {
	fc.assert(
		fc.property(fc.array(fc.record({ header, context }), { maxLength: 20 }), (all) => {
			const associated = createAssociated();
			for (const one of all) {
				const expected = concatBytes(one.header, contextBytes(one.context));
				assert.deepEqual(associated(one.header, one.context), expected);
			}
		}),
	);
});

test('a context that has no encoding is refused, and changes nothing for the next ones', () => {
	const associated = createAssociated();
	const bytes = new Uint8Array(HEADER_LENGTH).fill(7);
	const good = ['orga', 'NOTE', 3];
	associated(bytes, ['orga', 'NOTE', 2]);
	assert.throws(() => associated(bytes, ['orga', 'HOLE', Number.NaN]), TypeError);
	assert.deepEqual(associated(bytes, good), concatBytes(bytes, contextBytes(good)));
});
