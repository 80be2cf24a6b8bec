import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import { ok, type Result } from '@navette/core';
import { createPin, type Fault, tryPin } from '../client/index.ts';
import { callDirectory } from '../client/wire.ts';
import type { AnnouncementData, PinData } from '../model/index.ts';
import { createDirectoryWorld, ORG } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const faultOf = (outcome: Result<unknown, Fault>): string =>
	outcome.ok ? 'ok' : outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;
const RIGHT = 'forty-two 42';

/** What the directory keeps of a PIN. */
const keptOf = async (world: Awaited<ReturnType<typeof createDirectoryWorld>>, profile: string) => {
	const nobody = () => ({ id: 'test', rights: [] });
	const read = await world.engine.read(ORG, nobody, async (source) =>
		ok(await source.read<PinData>('PIN', { profile })),
	);
	return read.ok ? read.value : assert.fail(read.error.code);
};

const createPinWorld = async (seed?: number) => {
	const world = await createDirectoryWorld(seed === undefined ? {} : { seed });
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const profile = must(await createPin(world.deps, ana, RIGHT, await world.newDevice()));
	const attempt = async (pin: string) => (await tryPin(world.deps, profile, pin)).send();
	return { world, ana, profile, attempt };
};

test('the right PIN opens, as often as wanted; a wrong one in between is forgiven', async () => {
	const { ana, attempt } = await createPinWorld();
	for (let turn = 0; turn < 3; turn++) {
		const wrong = await attempt('wrong one');
		assert.deepEqual(wrong, { ok: false, error: { kind: 'wrong-pin', left: 1 } });
		const opened = must(await attempt(RIGHT));
		assert.equal(opened.user, ana.user);
		assert.deepEqual(opened.accountKey(), ana.accountKey());
	}
});

test('two wrong PINs destroy the entry: the right one then opens nothing', async () => {
	const { world, attempt, profile } = await createPinWorld();
	assert.equal(faultOf(await attempt('wrong one')), 'wrong-pin');
	assert.equal(faultOf(await attempt('wrong two')), 'wrong-pin');
	assert.equal(faultOf(await attempt(RIGHT)), 'E-PIN');
	assert.equal(await keptOf(world, profile.profile), undefined);
});

test('the other devices are told of a second wrong PIN, and of the entry it destroyed', async () => {
	const { world, attempt } = await createPinWorld();
	const told = async () => {
		const read = await world.engine.read(
			ORG,
			() => ({ id: 'test', rights: [] }),
			async (source) =>
				ok((await source.list<AnnouncementData>('ANNOUNCEMENT')).map(({ data }) => data.kind)),
		);
		const kinds = read.ok ? read.value : assert.fail(read.error.code);
		return kinds.filter((kind) => kind.startsWith('pin-')).sort();
	};
	await attempt('wrong one');
	assert.deepEqual(await told(), []);
	await attempt('wrong two');
	assert.deepEqual(await told(), ['pin-failed']);
	await attempt(RIGHT);
	assert.deepEqual(await told(), ['pin-destroyed', 'pin-failed']);
});

test('a last try that is not confirmed within a minute destroys the entry', async () => {
	const { world, attempt, profile } = await createPinWorld();
	await attempt('wrong one');
	await attempt('wrong two');
	world.clock.advance(60_001);
	await world.tasks.runDue();
	assert.equal(await keptOf(world, profile.profile), undefined);
});

test('a try whose answer was lost is sent again and costs nothing more', async () => {
	const { world, profile, attempt } = await createPinWorld();
	assert.equal(faultOf(await attempt('wrong one')), 'wrong-pin');
	const request = world.deps.wire.request;
	let lost = 0;
	const wire = {
		request: async (...asked: Parameters<typeof request>) => {
			const answer = await request(...asked);
			const isLost = asked[0].endsWith('pin.try') && lost++ < 3;
			return isLost ? ({ ok: false, error: 'offline' } as const) : answer;
		},
	};
	const trying = await tryPin({ ...world.deps, wire }, profile, RIGHT);
	for (let turn = 0; turn < 3; turn++) assert.equal(faultOf(await trying.send()), 'offline');
	must(await trying.send());
});

test('of a hundred tries at once, two are evaluated', async () => {
	const { world, attempt } = await createPinWorld();
	const before = world.heard.length;
	const all = await Promise.all(
		Array.from({ length: 100 }, (_, at) => attempt(`wrong ${String(at).padStart(8, '0')}`)),
	);
	assert.equal(world.heard.length - before, 100);
	assert.equal(all.filter((one) => faultOf(one) === 'wrong-pin').length, 2);
	assert.equal(all.filter((one) => faultOf(one) === 'E-PIN').length, 98);
});

test('who has not the key of the device spends no try', async () => {
	const { world, profile, attempt } = await createPinWorld();
	const thief = { ...profile, deviceKey: (await world.newDevice()).deviceKey };
	for (let turn = 0; turn < 3; turn++)
		assert.equal(faultOf(await (await tryPin(world.deps, thief, RIGHT)).send()), 'E-PIN');
	must(await attempt(RIGHT));
});

test('a directory that evaluates with another key, or lies about it, is found out', async () => {
	const { world, attempt } = await createPinWorld();
	const flip = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
	for (const part of ['evaluated', 'proof'] as const) {
		world.tamper((result, path) =>
			path.endsWith('pin.try') ? { ...result, [part]: flip(String(result[part])) } : result,
		);
		const outcome = await attempt(RIGHT);
		assert.deepEqual(outcome, { ok: false, error: { kind: 'forged', what: 'pin' } });
	}
});

test('a directory that lies when a PIN is made is found out', async () => {
	const { world, ana } = await createPinWorld();
	world.tamper((result, path) =>
		path.endsWith('pin.key') ? { ...result, proof: 'A'.repeat(86) } : result,
	);
	const made = await createPin(world.deps, ana, RIGHT, await world.newDevice());
	assert.deepEqual(made, { ok: false, error: { kind: 'forged', what: 'pin' } });
});

test('who cannot show that the PIN was right opens no session by it', async () => {
	const { world, ana, profile, attempt } = await createPinWorld();
	await attempt('wrong one');
	const tried = world.heard.findLast(({ path }) => path.endsWith('pin.try'));
	const decoded = decodeCbor(tried?.body ?? new Uint8Array());
	const { attempt: id } = (decoded.ok ? decoded.value : {}) as { readonly attempt: string };
	const said = { profile: profile.profile, attempt: id, session: profile.evaluator };
	const input = { ...said, label: 'x', signature: 'A'.repeat(86) };
	const refused = await callDirectory(world.deps, 'pin.confirm', input, ana.signer);
	assert.equal(faultOf(refused), 'E-PIN');
});
