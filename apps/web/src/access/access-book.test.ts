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

test('two services whose organisations have one code are two accesses, each by its own name', async () => {
	const { book } = await open();
	const [here, there] = [{ org: 'demo' }, { org: 'demo', url: 'https://south.example' }];
	assert.deepEqual(await book.keep({ ...here, token: 'here' }), { ok: true, value: 'demo' });
	assert.deepEqual(await book.keep({ ...there, token: 'there' }), { ok: true, value: 'demo~2' });
	assert.deepEqual(await book.keep({ ...here, token: 'again' }), { ok: true, value: 'demo' });
	assert.equal((await book.find('demo'))?.token, 'again');
	assert.equal((await book.find('demo~2'))?.token, 'there');
	assert.deepEqual(await book.findAt(there), { ...there, name: 'demo~2', token: 'there' });
	await book.forget('demo');
	assert.equal(await book.findAt(here), undefined);
	assert.deepEqual(
		await book.keep({ ...there, token: 'there too' }),
		{ ok: true, value: 'demo~2' },
		'a name is kept: it is in addresses that people noted',
	);
	assert.deepEqual(await book.keep({ ...here, token: 'back' }), { ok: true, value: 'demo' });
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
