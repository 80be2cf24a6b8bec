/** Rights of a sheet, and what they say: by the service, by a second key, about one another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url } from '@navette/core';
import { generateSigningKey, hash, type SigningKey, sign } from '@navette/crypto';
import { grantedValues } from '@navette/protocol';
import { createSeededRandom } from '@navette/testkit';
import { signatureOf } from '../client/index.ts';

const random = createSeededRandom(35);

const createRights = async () => {
	const holder = await generateSigningKey({ random });
	const service = await generateSigningKey({ random });
	const identity = { holderKey: async () => holder };
	const rightOf = async (letter: string, key: SigningKey = service) => {
		const right = letter.repeat(22);
		const said = {
			...{ service: 'circuit', org: 'demo', right, account: 'ana', rights: [], until: 1_000 },
			holder: bytesToBase64Url(hash('nv/public-key', holder.publicKey)),
		};
		const signature = bytesToBase64Url(await sign(key, 'nv/grant', grantedValues(said)));
		const granted = { ...said, key: bytesToBase64Url(key.publicKey), signature };
		return { service: 'circuit', org: 'demo', right, comment: '', granted };
	};
	return { identity, rightOf, first: await rightOf('A'), second: await rightOf('B') };
};

test('rights of a sheet are signed by the key of the first of their service', async () => {
	const { identity, rightOf, first, second } = await createRights();
	const all = [first, second];
	for (const right of all) assert.equal(await signatureOf(identity, right, all), 'signed');
	const other = await rightOf('C', await generateSigningKey({ random }));
	assert.equal(await signatureOf(identity, other, [...all, other]), 'forged', 'invented');
	const elsewhere = { ...other, url: 'https://south.example' };
	assert.equal(await signatureOf(identity, elsewhere, [...all, elsewhere]), 'signed');
});

test('what one right says is not said of another; a right that says nothing is not signed', async () => {
	const { identity, first, second } = await createRights();
	const exchanged = { ...second, granted: first.granted };
	assert.equal(await signatureOf(identity, exchanged, [first, exchanged]), 'forged');
	const { granted: _said, ...silent } = first;
	assert.equal(await signatureOf(identity, silent, [silent]), 'unsigned');
});
