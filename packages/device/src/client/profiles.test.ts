import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '@navette/core';
import { stretch } from '@navette/crypto';
import { createMemoryLocalStore } from '@navette/local-store';
import { CHEAP_STRETCH, createSeededRandom, createTestClock } from '@navette/testkit';
import { createProfileList } from './profile-list.ts';
import { createProfiles } from './profiles.ts';
import type { Stretcher } from './stretcher.ts';

const PHRASES = ['cheval agrafe pile exacte lune'];
const WRONG = ['cheval agrafe pile exacte mars'];

/** A device, and how often a phrase was stretched on it. */
const createDevice = async () => {
	const store = await createMemoryLocalStore({ log: silentLog });
	const list = createProfileList(store);
	const removed: string[] = [];
	let stretched = 0;
	const cheap: Stretcher = (secret, salt, purpose) => {
		stretched++;
		return stretch(secret, salt, purpose, CHEAP_STRETCH);
	};
	const profiles = createProfiles({
		...{ list, stretch: cheap, random: createSeededRandom(1), clock: createTestClock() },
		removeBase: async (id) => void removed.push(id),
	});
	return { store, list, profiles, removed, stretched: () => stretched };
};

const bob = async (strict: boolean) => {
	const device = await createDevice();
	const made = await device.profiles.create({ name: 'bob', phrases: PHRASES, strict });
	assert.ok(made.ok);
	return { ...device, id: made.value.profile.id, holder: made.value.holder };
};

test('a profile opens by its phrase, however it is typed, and gives the same key', async () => {
	const { profiles, id, holder } = await bob(true);
	const opened = await profiles.open(id, ['  cheval agrafe  pile exacte lune ']);
	assert.ok(opened.ok);
	const bytesOf = (one: typeof holder) => one.withBytes(async (bytes) => bytes.slice());
	assert.deepEqual(await bytesOf(opened.value.holder), await bytesOf(holder));
});

test('the bytes of the key are lent, then wiped', async () => {
	const { holder } = await bob(false);
	const lent = await holder.withBytes(async (bytes) => bytes);
	assert.ok(lent.every((byte) => byte === 0));
});

test('two wrong phrases in a row erase a strict profile; a right one in between forgets the first', async () => {
	const { profiles, id, removed } = await bob(true);
	assert.deepEqual(await profiles.open(id, WRONG), { ok: false, error: 'wrong' });
	assert.ok((await profiles.open(id, PHRASES)).ok);
	assert.deepEqual(await profiles.open(id, WRONG), { ok: false, error: 'wrong' });
	assert.deepEqual(await profiles.open(id, WRONG), { ok: false, error: 'erased' });
	assert.deepEqual(removed, [id]);
	assert.deepEqual(await profiles.open(id, PHRASES), { ok: false, error: 'unknown' });
	assert.deepEqual(await profiles.list(), []);
});

test('a profile that is not strict suffers any number of wrong phrases', async () => {
	const { profiles, id, removed } = await bob(false);
	for (let turn = 0; turn < 4; turn++)
		assert.deepEqual(await profiles.open(id, WRONG), { ok: false, error: 'wrong' });
	assert.ok((await profiles.open(id, PHRASES)).ok);
	assert.deepEqual(removed, []);
});

test('a try is counted on the disk before it is evaluated', async () => {
	const { profiles, list, store, id, stretched } = await bob(true);
	const profile = await list.find(id);
	assert.ok(profile);
	await list.keep({ ...profile, failures: 2 });
	const before = stretched();
	assert.deepEqual(await profiles.open(id, PHRASES), { ok: false, error: 'erased' });
	assert.equal(stretched(), before, 'killed twice after counting: no third evaluation');

	const other = await bob(true);
	await other.store.close();
	const uncounted = await other.profiles.open(other.id, PHRASES);
	assert.equal(uncounted.ok, false);
	await store.close();
});

test('the phrase is nowhere in what the device keeps, nor is the key', async () => {
	const { list, id, holder } = await bob(false);
	const kept = Buffer.from((await list.find(id))?.sealed ?? []);
	assert.ok(!kept.includes(PHRASES[0] ?? ''));
	await holder.withBytes(async (bytes) => assert.ok(!kept.includes(Buffer.from(bytes))));
});
