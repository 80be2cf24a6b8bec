/** What a right says of itself, told by a service, and by whoever stands in its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, ok } from '@navette/core';
import { generateSigningKey, hash, type SigningKey, sign } from '@navette/crypto';
import { type GrantedRight, grantedValues } from '@navette/protocol';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { isGranted, lookAtRight } from './granted-right.ts';

const random = createSeededRandom(34);
const newKey = () => generateSigningKey({ random });
const textOf = ({ publicKey }: SigningKey) => bytesToBase64Url(publicKey);

const signedBy = async (
	key: SigningKey,
	said: Omit<GrantedRight, 'key' | 'signature'>,
): Promise<GrantedRight> => ({
	...said,
	key: textOf(key),
	signature: bytesToBase64Url(await sign(key, 'nv/grant', grantedValues(said))),
});

const createRight = async () => {
	const [service, liar, holder] = [await newKey(), await newKey(), await newKey()];
	const said = {
		...{ service: 'circuit', org: 'demo', right: 'A'.repeat(22), account: 'ana' },
		holder: bytesToBase64Url(hash('nv/public-key', holder.publicKey)),
		rights: [{ usage: 'CO', subject: 'dupleix.2', power: 1 }],
		until: 1_000,
	};
	const expected = { service: 'circuit', org: 'demo', right: said.right, holder };
	return { service, liar, holder, said, expected, granted: await signedBy(service, said) };
};

/** Every way to alter what was said: one field each. */
const CHANGES: readonly Partial<GrantedRight>[] = [
	{ account: 'bo' },
	{ until: 2_000 },
	{ rights: [{ usage: 'GC', subject: 'dupleix.2', power: 1 }] },
	{ rights: [{ usage: 'CO', subject: 'dupleix.3', power: 1 }] },
	{ rights: [{ usage: 'CO', subject: 'dupleix.2', power: 2 }] },
	{ rights: [] },
	{ signature: 'A'.repeat(86) },
];

test('what a service signed of a right is believed, and nothing that was altered', async () => {
	const { granted, expected, service } = await createRight();
	assert.ok(await isGranted(granted, expected), 'nothing is known of the service yet');
	assert.ok(await isGranted(granted, { ...expected, key: textOf(service) }));
	for (const change of CHANGES)
		assert.equal(await isGranted({ ...granted, ...change }, expected), false, String(change));
});

test('what another key signed is invented, once the key of the service is known', async () => {
	const { said, expected, service, liar } = await createRight();
	const invented = await signedBy(liar, { ...said, until: 9_000 });
	assert.equal(await isGranted(invented, { ...expected, key: textOf(service) }), false);
	assert.equal(await isGranted({ ...invented, key: textOf(service) }, expected), false);
});

test('a true word about another right, service, organisation or holder is exchanged, and refused', async () => {
	const { said, expected, service } = await createRight();
	const other = await newKey();
	for (const change of [
		{ right: 'B'.repeat(22) },
		{ service: 'notes' },
		{ org: 'south' },
		{ holder: bytesToBase64Url(hash('nv/public-key', other.publicKey)) },
	]) {
		const exchanged = await signedBy(service, { ...said, ...change });
		const asked = { ...expected, key: textOf(service) };
		assert.equal(await isGranted(exchanged, asked), false, Object.keys(change).join());
	}
});

test('an answer is looked at before it is believed; one without its shape is forged', async () => {
	const { granted, expected } = await createRight();
	const ask = (result: unknown) =>
		lookAtRight(
			{
				transport: { request: async () => ok({ status: 200, body: encodeCbor({ result }) }) },
				...{ clock: createTestClock(), random },
			},
			expected,
		);
	const codeOf = async (result: unknown) => {
		const answer = await ask(result);
		return answer.ok ? answer.value.account : answer.error.code;
	};
	assert.equal(await codeOf(granted), 'ana');
	for (const lie of [{ ...granted, account: 'bo' }, { ...granted, more: 1 }, {}, null, 'signed'])
		assert.equal(await codeOf(lie), 'E-FORGED');
});
