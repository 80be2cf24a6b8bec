/** Requests that no honest client makes, signed as well as their sender can: what the directory refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url, ok, type Result, utf8ToBytes } from '@navette/core';
import { blind, sign } from '@navette/crypto';
import { createIdentity, drawSeeds } from '@navette/ledger';
import { hashOfToken } from '@navette/server';
import { createPin, type Fault, type Identity, newLinkSecret, register } from '../client/index.ts';
import { sponsorKeysOf } from '../client/sponsor-secret.ts';
import { callDirectory } from '../client/wire.ts';
import { acceptValues, pinTryValues, registerValues, type SponsorData } from '../model/index.ts';
import { createDirectoryWorld, ORG } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const codeOf = (outcome: Result<unknown, Fault>): string =>
	outcome.ok ? 'ok' : outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;
const textOf = (bytes: Uint8Array): string => bytesToBase64Url(bytes);
const A = (length: number): string => 'A'.repeat(length);

const createTwo = async () => {
	const world = await createDirectoryWorld();
	for (const name of ['ana', 'bob']) must(await world.registered(name));
	const [ana, bob] = [must(await world.enter('ana')), must(await world.enter('bob'))];
	const device = await world.newDevice();
	const pin = must(await createPin(world.deps, ana, 'forty-two 42', device));
	const call = (name: string, input: unknown, who?: Identity) =>
		callDirectory(world.deps, name, input, who?.signer);
	return { world, ana, bob, device, pin, call };
};

test('one slot holds one alias, however well the registration is signed', async () => {
	const world = await createDirectoryWorld();
	const { deps } = world;
	const { sponsorship, accept } = await sponsorKeysOf(deps, await world.offer());
	const about = { type: 'user', tenant: deps.realm, at: deps.clock.now() } as const;
	const identity = await createIdentity(about, drawSeeds(deps), deps);
	const user = textOf(identity.id);
	const registerAs = async (slots: readonly [1 | 2, 1 | 2], lookups: readonly [string, string]) => {
		const aliases = slots.map((slot, at) => ({
			...{ lookup: (lookups[at] ?? '').repeat(22), slot, loginKey: A(43), wrap: A(8) },
		}));
		const sealed = { genesis: textOf(identity.genesis), sheet: A(8), thanks: '' };
		const asked = { sponsorship, user, aliases, ...sealed };
		const accepted = acceptValues(ORG, 'accepted', { sponsorship, user, text: '' });
		const said = registerValues(ORG, asked);
		return callDirectory(deps, 'user.register', {
			...asked,
			acceptance: textOf(await sign(accept, 'nv/accept', accepted)),
			signature: textOf(await sign(identity.signingKey, 'nv/register', said)),
		});
	};
	assert.equal(codeOf(await registerAs([1, 1], ['A', 'B'])), 'E-PROOF');
	assert.equal(codeOf(await registerAs([1, 2], ['A', 'A'])), 'E-PROOF');
	assert.equal(codeOf(await registerAs([1, 2], ['A', 'B'])), 'ok');
});

test('M31: an offer is declined by its secret alone; of two who race for it one registers, and the sponsor sees who', async () => {
	const { world, ana, call } = await createTwo();
	const secret = newLinkSecret(world.random);
	must(await ana.sponsor(secret, 'welcome', 3));
	const { sponsorship } = await sponsorKeysOf(world.deps, secret);
	const forged = { sponsorship, reason: 'no', signature: A(86) };
	assert.equal(codeOf(await call('sponsor.decline', forged)), 'E-PROOF');
	const racers = ['cleo', 'evil'].map((name) =>
		register(world.deps, { secret, aliases: [world.phrases(name)], thanks: name }),
	);
	const outcomes = await Promise.all(racers);
	assert.deepEqual(outcomes.map(codeOf).toSorted(), ['E-SPONSOR', 'ok']);
	const winner = outcomes.find(({ ok: isOk }) => isOk);
	const seen = await world.engine.read(
		ORG,
		() => ({ id: 'test', rights: [] }),
		async (source) =>
			ok(await source.read<SponsorData>('SPONSOR', { user: ana.user, sponsorship })),
	);
	const offer = seen.ok ? seen.value : undefined;
	assert.ok(winner?.ok && offer?.registered === winner.value.user);
});

test('a stranger, and an account that is no user, offer nothing and name no operator', async () => {
	const { world, bob, call } = await createTwo();
	const offer = { sponsorship: A(22), acceptKey: A(43), welcome: 'AAAA', days: 7 };
	const operator = { operator: 'evil', key: A(43), label: '' };
	const token = 'a-guest-token-0123456789';
	await world.engine.run({
		org: ORG,
		caller: () => ({ id: 'set-up', rights: [] }),
		async work(context) {
			const rights = [{ usage: 'GUEST', subject: '', power: 1 }];
			const access = { account: 'guest', label: 'guest', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(token) }, access);
			return ok(null);
		},
	});
	const wire: typeof world.deps.wire = {
		request: (path, body, headers) =>
			world.deps.wire.request(path, body, { ...headers, authorization: `Bearer ${token}` }),
	};
	const asGuest = (name: string, input: unknown) =>
		callDirectory({ ...world.deps, wire }, name, input);
	assert.equal(codeOf(await asGuest('sponsor.create', offer)), 'E-RIGHT');
	assert.equal(codeOf(await asGuest('operator.name', operator)), 'E-RIGHT');
	assert.equal(codeOf(await call('operator.name', operator, bob)), 'E-RIGHT');
	assert.equal(codeOf(await call('sponsor.create', offer, bob)), 'ok');
});

test('nobody puts a PIN in the place of that of another, nor another seal behind one that is there', async () => {
	const { bob, ana, pin, call } = await createTwo();
	const made = { profile: pin.profile, deviceKey: A(43), label: '', blinded: A(43) };
	assert.equal(codeOf(await call('pin.key', made, bob)), 'E-RIGHT');
	const seal = { profile: pin.profile, confirmKey: A(43), blob: 'AAAA' };
	assert.equal(codeOf(await call('pin.store', seal, bob)), 'E-PIN');
	assert.equal(codeOf(await call('pin.store', seal, ana)), 'E-PIN');
});

test('the id of a try serves for one element: no second evaluation comes of it', async () => {
	const { world, device, pin, call } = await createTwo();
	const attempt = A(22);
	const tryOf = async (blinded: string) => {
		const asked = { profile: pin.profile, attempt, blinded };
		const signed = await sign(device.deviceKey, 'nv/pin-attempt', pinTryValues(ORG, asked));
		return call('pin.try', { ...asked, signature: textOf(signed) });
	};
	const elementOf = (pin: string) => textOf(blind(utf8ToBytes(pin), world.deps).blinded);
	const [one, other] = [elementOf('one'), elementOf('other')];
	assert.equal(codeOf(await tryOf(one)), 'ok');
	assert.equal(codeOf(await tryOf(other)), 'E-REUSED');
	assert.equal(codeOf(await tryOf(one)), 'ok');
});

test('a user follows their own thread, and nobody else', async () => {
	const { world, ana, bob } = await createTwo();
	const account = { id: ana.user, rights: [{ usage: 'USER', subject: ana.user, power: 1 }] };
	const access = await world.engine.read(
		ORG,
		() => account,
		async (source) => {
			const seen = (user: string) =>
				world.policy.thread(source, account, { type: 'USER', key: { user } });
			return ok([await seen(ana.user), await seen(bob.user)]);
		},
	);
	assert.ok(access.ok);
	assert.notEqual(access.value[0], undefined);
	assert.equal(access.value[1], undefined);
});
