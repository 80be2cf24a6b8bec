import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog, systemRandom } from '@navette/core';
import { openDB } from 'idb';
import {
	createIdbLocalStore,
	type IdbLocalStoreOptions,
	removeIdbLocalStore,
} from './create-idb-local-store.ts';
import { deviceKey, keyDatabaseName } from './device-key.ts';

const deps = { random: systemRandom, log: silentLog };
const open = async (name: string, options: Partial<IdbLocalStoreOptions> = {}) => {
	const store = await createIdbLocalStore({ name, ...deps, ...options });
	assert.ok(store.ok, store.ok ? '' : store.error);
	return store.value;
};

/** The locks of a browser, one tab's or several's. */
const createLocks = (): Pick<LockManager, 'request'> => {
	const taken = new Set<string>();
	const request = async (name: string, _options: unknown, work: (lock: unknown) => unknown) => {
		if (taken.has(name)) return work(null);
		taken.add(name);
		try {
			return await work({ name });
		} finally {
			taken.delete(name);
		}
	};
	return { request: request as LockManager['request'] };
};

test('what is kept is there after a reload; the key stays with the browser', async () => {
	const first = await open('reload');
	await first.writeMeta('a', 1);
	await first.close();
	const second = await open('reload');
	assert.equal(await second.readMeta('a'), 1);
	await second.close();
	const keys = await openDB(keyDatabaseName('reload'));
	const key = await keys.get('keys', 'device');
	assert.equal(key.extractable, false);
	await assert.rejects(crypto.subtle.exportKey('raw', key));
	keys.close();
});

test('two starts at once get one key', async () => {
	const [a, b] = await Promise.all([deviceKey('race', deps), deviceKey('race', deps)]);
	assert.ok(a.ok && b.ok);
	const store = await open('race');
	await store.writeMeta('a', 1);
	await store.close();
	const again = await open('race');
	assert.equal(await again.readMeta('a'), 1);
	await again.close();
});

test('without its key, what was kept is noise', async () => {
	const first = await open('lost');
	await first.writeMeta('a', 1);
	await first.close();
	const keys = await openDB(keyDatabaseName('lost'));
	await keys.clear('keys');
	keys.close();
	const second = await open('lost');
	assert.equal(await second.readMeta('a'), undefined);
	await second.close();
});

test('a second tab is told, until the first lets go', async () => {
	const locks = createLocks();
	const first = await open('tabs', { locks });
	const second = await createIdbLocalStore({ name: 'tabs', ...deps, locks });
	assert.deepEqual(second, { ok: false, error: 'in-use' });
	await first.close();
	const third = await open('tabs', { locks });
	await third.close();
});

test('removed, nothing is left and an open store is gone', async () => {
	const store = await open('removed');
	await store.writeMeta('a', 1);
	await removeIdbLocalStore('removed');
	assert.deepEqual(await store.writeMeta('a', 2), { ok: false, error: 'gone' });
	const again = await open('removed');
	assert.equal(await again.readMeta('a'), undefined);
	await again.close();
});

test('the browser is asked not to evict it, and may refuse', async () => {
	let asked = 0;
	const store = await open('persist', {
		async persist() {
			asked++;
			return false;
		},
	});
	assert.equal(asked, 1);
	await store.close();
});

test('a browser that asks the person, who never answers, does not keep the store from opening', async () => {
	const store = await open('asked', { persist: () => new Promise(() => undefined) });
	await store.close();
});
