import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToHex, systemRandom } from '@navette/core';
import { checkHead, checkHeads } from './heads.ts';
import type { OwnIdentity } from './identity.ts';
import { groupRules, makeRotation, openRing, presentEpoch, sealEpochKey } from './index.ts';
import { appendEntry, headOf, writeEntry } from './ledger.ts';
import { createCast } from './testing/cast.ts';
import { createDice } from './testing/dice.ts';
import { begin, type Growing, nowOf, perform } from './testing/history.ts';

const dice = createDice(systemRandom);

const scene = async () => {
	const cast = await createCast(4, dice);
	const [ana, bob, cleo, dan] = cast;
	assert.ok(ana && bob && cleo && dan);
	return { past: await begin(cast, dice), ana, bob, cleo, dan };
};

const keyFor = (past: Growing, who: OwnIdentity) => {
	const { state, tenant } = nowOf(past);
	const epoch = presentEpoch(state).number;
	const key = past.keys.get(epoch) ?? new Uint8Array(32);
	return sealEpochKey({ tenant, origin: state.origin, epoch }, key, who, dice);
};

const memberOf = (past: Growing, who: OwnIdentity) =>
	nowOf(past).state.members.get(bytesToHex(who.id));

const join = async (
	past: Growing,
	by: OwnIdentity,
	who: OwnIdentity,
	rights: readonly string[],
) => {
	const key = await keyFor(past, who);
	const op = { type: 'invite', member: who.genesis, rights, key };
	assert.ok(await perform(past, { author: by, op }));
	await acceptFrom(past, who);
};

const acceptFrom = async (past: Growing, who: OwnIdentity) => {
	const invitation = memberOf(past, who)?.invitation ?? new Uint8Array(32);
	assert.ok(await perform(past, { author: who, op: { type: 'accept', invitation, declined: [] } }));
};

const MANAGER = ['manage', 'members', 'read', 'write'];

test('unanimous: the last voice brings the key, none before it, and votes fall with a manager', async () => {
	const { past, ana, bob, cleo, dan } = await scene();
	await join(past, ana, bob, MANAGER);
	await join(past, ana, cleo, MANAGER);
	const by = (author: OwnIdentity, op: Record<string, string | Uint8Array | string[]>) =>
		perform(past, { author, op });
	assert.ok(await by(bob, { type: 'mode', mode: 'unanimous' }));
	const op = { type: 'invite', member: dan.genesis, rights: ['read'] };
	assert.equal(await by(ana, { ...op, key: await keyFor(past, dan) }), false);
	assert.ok(await by(ana, op));
	const invitation = memberOf(past, dan)?.invitation ?? new Uint8Array(32);
	const vote = { type: 'vote', member: dan.id, invitation };
	assert.equal(await by(bob, { ...vote, invitation: new Uint8Array(32) }), false);
	assert.ok(await by(bob, vote));
	assert.equal(await by(cleo, vote), false);
	assert.equal(memberOf(past, dan)?.standing, 'voted');
	assert.ok(await by(cleo, { ...vote, key: await keyFor(past, dan) }));
	await acceptFrom(past, dan);
	assert.deepEqual((await openRing(nowOf(past), dan)).ok, true);
	assert.ok(await by(ana, { type: 'mode', mode: 'simple' }));
	assert.equal(nowOf(past).state.mode, 'unanimous');
	assert.ok(await by(bob, { type: 'mode', mode: 'simple' }));
	assert.ok(await by(cleo, { type: 'mode', mode: 'simple' }));
	assert.equal(nowOf(past).state.mode, 'simple');
});

test('a manager loses that by own wish or the founder’s; the founder hands over and may then leave', async () => {
	const { past, ana, bob, cleo } = await scene();
	await join(past, ana, bob, MANAGER);
	await join(past, ana, cleo, MANAGER);
	const strip = (author: OwnIdentity, who: OwnIdentity) =>
		perform(past, { author, op: { type: 'rights', member: who.id, rights: ['read'] } });
	assert.equal(await strip(bob, cleo), false);
	assert.equal(await strip(bob, ana), false);
	assert.ok(await strip(cleo, cleo));
	assert.ok(await strip(ana, bob));
	assert.equal(await strip(bob, cleo), false);
	const transfer = { author: ana, op: { type: 'transfer', member: bob.id } };
	assert.equal(await perform(past, transfer), false);
});

test('somebody removed keeps what was, and gets no key of what comes', async () => {
	const { past, ana, bob } = await scene();
	await join(past, ana, bob, ['members', 'read']);
	const key = past.keys.get(1) ?? new Uint8Array(32);
	const { rotation, key: next } = await makeRotation(nowOf(past), key, [bob.id], dice);
	const op = { type: 'remove', member: bob.id, rotation };
	assert.ok(await perform(past, { author: ana, op, key: next }));
	const [hers, his] = [await openRing(nowOf(past), ana), await openRing(nowOf(past), bob)];
	assert.deepEqual(hers.ok && [...hers.value.keys()].sort(), [1, 2]);
	assert.deepEqual(his.ok && [...his.value.keys()], [1]);
});

test('M02: a rotation that seals another key than it signs is caught by whoever opens it', async () => {
	const { past, ana, bob } = await scene();
	await join(past, ana, bob, ['members', 'read']);
	const present = past.keys.get(1) ?? new Uint8Array(32);
	const { rotation, key } = await makeRotation(nowOf(past), present, [], dice);
	const { state, tenant } = nowOf(past);
	const place = { tenant, origin: state.origin, epoch: 2 };
	const chosen = await sealEpochKey(place, new Uint8Array(32).fill(7), bob, dice);
	const keys = rotation.keys.map(([id, sealed]): [Uint8Array, Uint8Array] =>
		bytesToHex(id) === bytesToHex(bob.id) ? [id, chosen] : [id, sealed],
	);
	const op = { type: 'rotate', rotation: { ...rotation, keys } };
	assert.ok(await perform(past, { author: ana, op, key }));
	assert.deepEqual(await openRing(nowOf(past), bob), { ok: false, error: 'key' });
	assert.equal((await openRing(nowOf(past), ana)).ok, true);
});

test('M32: a key of the past that is not the one of its entry is caught', async () => {
	const { past, ana } = await scene();
	const { rotation, key } = await makeRotation(nowOf(past), new Uint8Array(32).fill(8), [], dice);
	const op = { type: 'rotate', rotation };
	assert.ok(await perform(past, { author: ana, op, key }));
	assert.deepEqual(await openRing(nowOf(past), ana), { ok: false, error: 'key' });
});

test('M14: two views of one group are found out as soon as heads are compared', async () => {
	const { past, ana, bob } = await scene();
	await join(past, ana, bob, ['members', 'read', 'write']);
	const common = nowOf(past);
	const op = (fill: number) => ({
		...{ type: 'write', object: new Uint8Array(16).fill(fill), rev: 1 },
		hash: new Uint8Array(32),
	});
	const hers = await writeEntry(groupRules, common, ana, op(1), { at: 9 });
	const his = await writeEntry(groupRules, common, bob, op(2), { at: 9 });
	assert.ok(hers.ok && his.ok);
	const mixed = await appendEntry(groupRules, hers.value.ledger, his.value.bytes);
	assert.deepEqual(mixed, { ok: false, error: 'fork' });
	assert.equal(checkHead(hers.value.ledger, headOf(his.value.ledger)), 'fork');
	assert.equal(checkHead(common, headOf(his.value.ledger)), 'rollback');
	assert.equal(checkHead(his.value.ledger, headOf(common)), undefined);
	const chat = await begin([ana, bob], dice);
	await join(chat, ana, bob, ['members', 'read', 'write']);
	const seen = [headOf(his.value.ledger)];
	const told = await writeEntry(groupRules, nowOf(chat), bob, op(3), { at: 10, seen });
	assert.ok(told.ok);
	assert.equal(checkHeads(hers.value.ledger, told.value.ledger.seen.values()), 'fork');
});
