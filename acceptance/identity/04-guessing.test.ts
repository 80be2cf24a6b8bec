/** Point 4 of the issue Identity: server, database, keys and wires together cannot test a PIN. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import { base64UrlToBytes, ok } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import { CHEAP_STRETCH } from '@navette/crypto/testing';
import { createPin, tryPin } from '@navette/directory/client';
import type { PinData } from '@navette/directory/model';
import { createDirectoryWorld, ORG } from '../../packages/directory/src/testing/world.ts';
import { guessPin, type ServerLoot } from './support/pin-guesser.ts';

const RIGHT = '2468-1357';
const PINS = ['12345678', '00000000', '87654321', RIGHT, '11112222'];

/** Every text and run of bytes that went over the wire or rests in the database, 32 bytes or longer. */
const stringsIn = (value: unknown): readonly Uint8Array[] => {
	if (value instanceof Uint8Array) return [value];
	if (typeof value === 'string') return [base64UrlToBytes(value) ?? new Uint8Array()];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Somebody with a PIN, tried wrongly once and rightly once, and what the server has of it. */
const createEntry = async () => {
	const world = await createDirectoryWorld();
	await world.registered('ana');
	const ana = await world.enter('ana');
	assert.ok(ana.ok);
	const secret = world.random.bytes(32);
	const device = { ...(await world.newDevice()), label: 'phone' };
	const kept = { ...device, deviceSecret: await envelopeKeyFromBytes(secret.slice()) };
	const made = await createPin(world.deps, ana.value, RIGHT, kept);
	assert.ok(made.ok);
	for (const pin of ['99999999', RIGHT]) await (await tryPin(world.deps, made.value, pin)).send();
	await (await tryPin(world.deps, made.value, '99999999')).send();
	const { profile } = made.value;
	const read = await world.engine.read(
		ORG,
		() => ({ id: 'thief', rights: [] }),
		async (source) => ok(await source.read<PinData>('PIN', { profile })),
	);
	const pin = read.ok ? read.value : undefined;
	assert.ok(pin);
	const evaluator = world.siteKeys
		.for('pin')
		.open([ORG, 'PIN', profile], base64UrlToBytes(pin.evaluator) ?? new Uint8Array());
	assert.ok(evaluator);
	const loot: ServerLoot = {
		...{ realm: 'test', profile, pin, evaluator, profileOfStretch: CHEAP_STRETCH },
		random: world.random,
	};
	return { world, secret, loot };
};

test('4. given the database, the keys of the site and all that was sent, nobody tests a PIN', async () => {
	const { world, secret, loot } = await createEntry();
	const sent = world.heard.flatMap(({ body }) => {
		const decoded = decodeCbor(body);
		return decoded.ok ? stringsIn(decoded.value) : [];
	});
	const found = [...sent, ...stringsIn(loot.pin), loot.evaluator, new Uint8Array(32)]
		.filter(({ length }) => length >= 32)
		.map((bytes) => bytes.slice(0, 32));
	const distinct = [...new Map(found.map((bytes) => [bytes.join(), bytes])).values()];
	assert.ok(distinct.length > 10, 'there is something to try with');
	assert.ok(!distinct.some((bytes) => Buffer.from(bytes).equals(secret)));
	const keys = await Promise.all(distinct.map((bytes) => envelopeKeyFromBytes(bytes)));
	assert.equal(await guessPin(loot, keys, PINS), undefined);
	// the same tool, with the one thing that only the device has
	const device = await envelopeKeyFromBytes(secret.slice());
	assert.equal(await guessPin(loot, [device], PINS), RIGHT);
	assert.equal(
		await guessPin(
			loot,
			[device],
			PINS.filter((pin) => pin !== RIGHT),
		),
		undefined,
	);
});

test('4. the same PIN tried twice shows the server nothing that is the same', async () => {
	const { world } = await createEntry();
	const tries = world.heard
		.filter(({ path }) => path.endsWith('/pin.try'))
		.map(({ body }) => {
			const decoded = decodeCbor(body);
			return (decoded.ok ? decoded.value : {}) as { readonly blinded: string };
		});
	assert.equal(tries.length, 3);
	assert.equal(new Set(tries.map(({ blinded }) => blinded)).size, 3);
});
