import assert from 'node:assert/strict';
import * as nodeCrypto from 'node:crypto';
import { test } from 'node:test';
import { javascript } from '../backend/javascript.ts';
import { nativeOf } from '../backend/native.ts';
import { primitives } from '../backend/select.ts';
import { symmetric } from '../backend/select-symmetric.ts';
import { nativeSymmetric } from '../backend/symmetric-of-node.ts';
import { webcrypto } from '../backend/webcrypto.ts';
import { PRIMITIVE_CASES } from './primitive-cases.ts';
import { SYMMETRIC_CASES } from './symmetric-cases.ts';

const native = nativeOf(nodeCrypto);

for (const backend of [native, webcrypto, javascript])
	for (const known of PRIMITIVE_CASES)
		test(`${backend.name}: ${known.name}`, async () => {
			assert.equal(await known.check(backend), undefined);
		});

for (const backend of [native, javascript])
	for (const known of SYMMETRIC_CASES)
		test(`${backend.name}: ${known.name}`, async () => {
			assert.equal(await known.check(backend), undefined);
		});

test('Node uses its own primitives', () => {
	assert.equal(primitives.name, 'native');
	assert.equal(symmetric, nativeSymmetric);
});
