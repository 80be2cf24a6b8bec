import assert from 'node:assert/strict';
import { systemRandom } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import type { OwnIdentity } from '../../identity.ts';
import { createCast, TENANT } from '../cast.ts';
import { resign } from '../tamper.ts';
import type { Library } from '../victim.ts';
import { faultOf, type Trial } from './trial.ts';

const deps = { random: systemRandom };

const openAccount = async (lib: Library) => {
	const [account, thief] = await createCast(2, deps, 'user');
	const [phone, desk, ghost] = await createCast(3, deps, 'device');
	assert.ok(account && thief && phone && desk && ghost);
	const { bytes: first, id } = await lib.foundDevices(account, 1);
	const opened = await lib.openLedger(lib.deviceRules, first, { tenant: TENANT, id });
	assert.ok(opened.ok);
	const story = { id, entries: [first], ledger: opened.value };
	const act = async (author: OwnIdentity, op: Record<string, string | Uint8Array>) => {
		const facts = { at: 2 };
		const written = await lib.writeEntry(lib.deviceRules, story.ledger, author, op, facts);
		if (!written.ok) return written.error;
		story.entries.push(written.value.bytes);
		story.ledger = written.value.ledger;
		return undefined;
	};
	return { account, thief, phone, desk, ghost, story, act };
};

export const DEVICE_TRIALS: readonly Trial[] = [
	{
		name: 'the account and its active devices add and revoke; the list replays',
		async run(lib) {
			const { account, phone, desk, story, act } = await openAccount(lib);
			assert.equal(await act(account, { type: 'add', device: phone.genesis }), undefined);
			assert.equal(await act(phone, { type: 'add', device: desk.genesis }), undefined);
			assert.equal(await act(desk, { type: 'revoke', device: phone.id }), undefined);
			assert.equal(await act(desk, { type: 'revoke', device: phone.id }), 'forbidden');
			const lookup = new Uint8Array(32).fill(4);
			assert.equal(await act(desk, { type: 'alias', slot: 'one', lookup }), undefined);
			const expected = { tenant: TENANT, id: story.id };
			const read = await lib.replayLedger(lib.deviceRules, story.entries, expected);
			assert.ok(read.ok);
			assert.deepEqual(lib.headOf(read.value), lib.headOf(story.ledger));
			const active = [...read.value.state.devices.values()].map(({ isActive }) => isActive);
			assert.deepEqual(active, [false, true]);
		},
	},
	{
		name: 'M19: a ghost device is not believed, whoever else signs for it',
		async run(lib) {
			const { account, thief, phone, ghost, story, act } = await openAccount(lib);
			await act(account, { type: 'add', device: phone.genesis });
			const add = { type: 'add', device: ghost.genesis };
			assert.equal(await act(ghost, add), 'author');
			assert.equal(await act(thief, add), 'author');
			await act(account, { type: 'revoke', device: phone.id });
			assert.equal(await act(phone, add), 'author');
			const head = lib.headOf(story.ledger);
			const place = { v: 1, tenant: TENANT, ledger: story.id, seq: head.seq + 1, prev: head.hash };
			const body = { ...place, author: account.id, epoch: 0, at: 3, seen: [], op: add };
			const entries = [...story.entries, await resign(body, ghost.signingKey)];
			const expected = { tenant: TENANT, id: story.id };
			const read = await lib.replayLedger(lib.deviceRules, entries, expected);
			assert.equal(faultOf(read), 'signature');
		},
	},
	{
		name: 'M20: an id of one type, or tenant, is never taken for one of another',
		async run(lib) {
			const { account, thief, phone, act } = await openAccount(lib);
			const [avatar] = await createCast(1, deps, 'avatar');
			const [foreign] = await createCast(1, deps, 'device', 'orgb');
			assert.ok(avatar && foreign);
			for (const wrong of [thief.genesis, avatar.genesis, foreign.genesis])
				assert.equal(await act(account, { type: 'add', device: wrong }), 'id-mismatch');
			assert.equal(await act(account, { type: 'add', device: phone.genesis }), undefined);
			assert.equal(await act(account, { type: 'add', device: phone.genesis }), 'forbidden');
			assert.equal(await act(account, { type: 'revoke', device: account.id }), 'forbidden');
		},
	},
	{
		name: 'an entry sealed for the server opens at its own place only',
		async run(lib) {
			const { story } = await openAccount(lib);
			const [entry] = story.entries;
			assert.ok(entry);
			const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
			const place = { tenant: TENANT, ledger: story.id, seq: 0 };
			const sealed = await lib.sealEntry(key, place, entry, deps);
			assert.deepEqual(await lib.openEntry(key, place, sealed), { ok: true, value: entry });
			assert.equal((await lib.openEntry(key, { ...place, seq: 1 }, sealed)).ok, false);
		},
	},
];
