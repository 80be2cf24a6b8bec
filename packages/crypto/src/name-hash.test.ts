import assert from 'node:assert/strict';
import { createHmac, hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import { envelopeKeyFromBytes } from './envelope-key.ts';
import { createNameHash } from './name-hash.ts';

test('a name is hashed the same by the same key, otherwise by another', async () => {
	const raw = new Uint8Array(32).fill(7);
	const hash = await createNameHash(await envelopeKeyFromBytes(raw));
	const derived = hkdfSync('sha256', raw, '', 'nv1/names', 32);
	const expected = createHmac('sha256', Buffer.from(derived)).update('CMDC/a').digest();
	assert.equal(await hash('CMDC/a'), expected.subarray(0, 16).toString('base64url'));
	assert.notEqual(await hash('CMDC/a'), await hash('CMDC/b'));
	const other = await createNameHash(await envelopeKeyFromBytes(new Uint8Array(32)));
	assert.notEqual(await hash('CMDC/a'), await other('CMDC/a'));
});
