import assert from 'node:assert/strict';
import test from 'node:test';
import { silentLog } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import { createAccessBook } from './access-book.ts';

const open = async () => {
	const store = await createMemoryLocalStore({ log: silentLog });
	return { store, book: createAccessBook(store) };
};

test('an organisation has one access, the last', async () => {
	const { book } = await open();
	await book.keep({ org: 'demo', token: 'first' });
	await book.keep({ org: 'other', token: 'there' });
	await book.keep({ org: 'demo', token: 'second' });
	assert.deepEqual(await book.find('demo'), { org: 'demo', token: 'second' });
	assert.equal((await book.list()).length, 2);
	await book.forget('demo');
	assert.equal(await book.find('demo'), undefined);
	assert.deepEqual(await book.list(), [{ org: 'other', token: 'there' }]);
});

test('what is not an access is passed over', async () => {
	const { store, book } = await open();
	await store.writeMeta('accesses', [{ org: 'demo' }, null, { org: 'demo', token: 't' }]);
	assert.deepEqual(await book.list(), [{ org: 'demo', token: 't' }]);
	await store.writeMeta('accesses', 'nothing');
	assert.deepEqual(await book.list(), []);
});

test('the last sheet that was seen is noted beside the accesses, the latest only', async () => {
	const store = await createMemoryLocalStore({ log: silentLog });
	const book = createAccessBook(store);
	assert.equal(await book.head(), undefined);
	for (const head of [
		{ rev: 1, digest: 'a' },
		{ rev: 2, digest: 'b' },
	])
		assert.ok((await book.keepHead(head)).ok);
	assert.deepEqual(await createAccessBook(store).head(), { rev: 2, digest: 'b' });
	assert.deepEqual(await book.list(), []);
});
