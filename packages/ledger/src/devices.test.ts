import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import {
	deviceRules,
	foundDevices,
	headOf,
	type OwnIdentity,
	openEntry,
	openLedger,
	replayLedger,
	sealEntry,
	writeEntry,
} from './index.ts';
import { createCast, TENANT } from './testing/cast.ts';
import { resign } from './testing/tamper.ts';

const deps = { random: systemRandom };

const openAccount = async () => {
	const [account, thief] = await createCast(2, deps, 'user');
	const [phone, desk, ghost] = await createCast(3, deps, 'device');
	assert.ok(account && thief && phone && desk && ghost);
	const { bytes: first, id } = await foundDevices(account, 1);
	const opened = await openLedger(deviceRules, first, { tenant: TENANT, id });
	assert.ok(opened.ok);
	const story = { id, entries: [first], ledger: opened.value };
	const act = async (author: OwnIdentity, op: Record<string, string | Uint8Array>) => {
		const written = await writeEntry(deviceRules, story.ledger, author, op, { at: 2 });
		if (!written.ok) return written.error;
		story.entries.push(written.value.bytes);
		story.ledger = written.value.ledger;
		return undefined;
	};
	return { account, thief, phone, desk, ghost, story, act };
};

test('the account and its active devices add and revoke; the list replays', async () => {
	const { account, phone, desk, story, act } = await openAccount();
	assert.equal(await act(account, { type: 'add', device: phone.genesis }), undefined);
	assert.equal(await act(phone, { type: 'add', device: desk.genesis }), undefined);
	assert.equal(await act(desk, { type: 'revoke', device: phone.id }), undefined);
	const lookup = new Uint8Array(32).fill(4);
	assert.equal(await act(desk, { type: 'alias', slot: 'one', lookup }), undefined);
	const read = await replayLedger(deviceRules, story.entries, { tenant: TENANT, id: story.id });
	assert.ok(read.ok);
	assert.deepEqual(read.value, story.ledger);
	assert.deepEqual(
		[...read.value.state.devices.values()].map(({ isActive }) => isActive),
		[false, true],
	);
});

test('M19: a ghost device is not believed, whoever else signs for it', async () => {
	const { account, thief, phone, ghost, story, act } = await openAccount();
	await act(account, { type: 'add', device: phone.genesis });
	const add = { type: 'add', device: ghost.genesis };
	assert.equal(await act(ghost, add), 'author');
	assert.equal(await act(thief, add), 'author');
	await act(account, { type: 'revoke', device: phone.id });
	assert.equal(await act(phone, add), 'author');
	const head = headOf(story.ledger);
	const place = { v: 1, tenant: TENANT, ledger: story.id, seq: head.seq + 1, prev: head.hash };
	const body = { ...place, author: account.id, epoch: 0, at: 3, seen: [], op: add };
	const forged = await resign(body, ghost.signingKey);
	const read = await replayLedger(deviceRules, [...story.entries, forged], {
		tenant: TENANT,
		id: story.id,
	});
	assert.deepEqual(read, { ok: false, error: 'signature' });
});

test('M20: an id of one type is never taken for one of another', async () => {
	const { account, thief, phone, act } = await openAccount();
	const [avatar] = await createCast(1, deps, 'avatar');
	assert.ok(avatar);
	for (const wrong of [thief.genesis, avatar.genesis])
		assert.equal(await act(account, { type: 'add', device: wrong }), 'id-mismatch');
	assert.equal(await act(account, { type: 'add', device: phone.genesis }), undefined);
	assert.equal(await act(account, { type: 'add', device: phone.genesis }), 'forbidden');
	assert.equal(await act(account, { type: 'revoke', device: account.id }), 'forbidden');
});

test('a device of another tenant is refused', async () => {
	const { account, act } = await openAccount();
	const [foreign] = await createCast(1, deps, 'device', 'orgb');
	assert.ok(foreign);
	assert.equal(await act(account, { type: 'add', device: foreign.genesis }), 'id-mismatch');
});

test('an entry sealed for the server opens at its own place only', async () => {
	const { story } = await openAccount();
	const [entry] = story.entries;
	assert.ok(entry);
	const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const place = { tenant: TENANT, ledger: story.id, seq: 0 };
	const sealed = await sealEntry(key, place, entry, deps);
	assert.deepEqual(await openEntry(key, place, sealed), { ok: true, value: entry });
	assert.equal((await openEntry(key, { ...place, seq: 1 }, sealed)).ok, false);
});
