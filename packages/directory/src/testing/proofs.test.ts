import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { register } from '../client/index.ts';
import { callDirectory } from '../client/wire.ts';
import { createDirectoryWorld } from './world.ts';

type Asked = Record<string, unknown>;
const flipped = (text: unknown): string => {
	const written = String(text);
	return `${written.startsWith('A') ? 'B' : 'A'}${written.slice(1)}`;
};

/** A wire that goes nowhere and keeps what it was given. */
const createKeeping = (found: { path: string; asked: Asked }[]) => ({
	async request(path: string, body: Uint8Array) {
		const decoded = decodeCbor(body);
		if (decoded.ok) found.push({ path, asked: decoded.value as Asked });
		return { ok: false, error: 'offline' } as const;
	},
});

test('a registration is signed whole, by the secret of the offer and by the identity', async () => {
	const world = await createDirectoryWorld();
	const found: { path: string; asked: Asked }[] = [];
	const secret = await world.offer();
	const aliases = [world.phrases('ana'), world.phrases('ana again')] as const;
	await register({ ...world.deps, wire: createKeeping(found) }, { secret, aliases, thanks: 'yes' });
	const [{ path, asked } = { path: '', asked: {} }] = found;
	const [first, second] = asked.aliases as readonly [Asked, Asked];
	const send = async (input: Asked, operation: string) =>
		(await world.send(path, encodeCbor(input), { 'operation-id': operation.padEnd(16, '0') }))
			.status;
	const changes: readonly Asked[] = [
		{ thanks: 'no' },
		{ user: flipped(asked.user) },
		{ genesis: flipped(asked.genesis) },
		{ sheet: flipped(asked.sheet) },
		{ acceptance: flipped(asked.acceptance) },
		{ signature: flipped(asked.signature) },
		{ aliases: [first] },
		{ aliases: [first, { ...second, slot: 1 }] },
		{ aliases: [first, { ...second, wrap: flipped(second.wrap) }] },
		{ aliases: [first, { ...second, loginKey: flipped(second.loginKey) }] },
	];
	for (const [at, change] of changes.entries())
		assert.equal(await send({ ...asked, ...change }, `changed-${at}`), 403, Object.keys(change)[0]);
	assert.equal(await send(asked, 'as-it-was'), 200);
});

test('an open session alone changes no alias: the identity signs for the new one', async () => {
	const world = await createDirectoryWorld();
	await world.registered('ana');
	const ana = await world.enter('ana');
	assert.ok(ana.ok);
	await ana.value.replaceAlias(2, world.phrases('ana anew'));
	const heard = world.heard.findLast(({ path }) => path.endsWith('alias.replace'));
	const decoded = decodeCbor(heard?.body ?? new Uint8Array());
	const asked = (decoded.ok ? decoded.value : {}) as Asked;
	for (const change of [
		{ slot: 1 },
		{ wrap: flipped(asked.wrap) },
		{ signature: flipped(asked.signature) },
	]) {
		const input = { ...asked, ...change };
		const answer = await callDirectory(world.deps, 'alias.replace', input, ana.value.signer);
		assert.deepEqual(answer, { ok: false, error: { kind: 'refused', code: 'E-PROOF' } });
	}
});
