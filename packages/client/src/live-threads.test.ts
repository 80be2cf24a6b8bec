import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, seen } from './testing/device.ts';
import { breathe, until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';

test('watchers of one thread share a subscription that covers them all', async () => {
	const { server, network, timers, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1], ['NOTE', 'y.1', 2], ['CHAT', 'x.1', 3]);
	const session = await start();
	const x = session.watch(BOOK, { types: ['NOTE'], filters: { NOTE: { a: 'x' } } });
	const same = session.watch(BOOK, { types: ['NOTE'], filters: { NOTE: { a: 'x' } } });
	await until('ready', () => x.get().status === 'ready');
	assert.deepEqual(seen(same), { 'NOTE/x.1': 1 });
	assert.equal(network.asked.filter((what) => what === 'subscribe').length, 1);
	const y = session.watch(BOOK, { types: ['NOTE'], filters: { NOTE: { a: 'y' } } });
	assert.equal(y.get().status, 'loading');
	assert.equal(x.get().status, 'ready', 'those that were ready stay ready');
	await until('y ready', () => y.get().status === 'ready');
	assert.deepEqual([seen(x), seen(y)], [{ 'NOTE/x.1': 1 }, { 'NOTE/y.1': 2 }]);
	assert.equal(network.asked.filter((what) => what === 'subscribe').length, 2);
	for (const one of [x, same, y]) one.release();
	const back = session.watch(BOOK, { types: ['NOTE'] });
	await until('still there', () => back.get().status === 'ready');
	back.release();
	await timers.advance(20_000);
	assert.ok(network.asked.includes('unsubscribe'));
	await session.close();
});

test('a map stays the same until one of its documents changes; listeners hear once', async () => {
	const { server, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1], ['NOTE', 'y.1', 1], ['CHAT', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	const filtered = session.watch(BOOK, { filters: { NOTE: { a: 'x' } } });
	await until('ready', () => book.get().status === 'ready');
	const before = book.get();
	const chat = before.documents('CHAT');
	const notes = before.documents('NOTE');
	const onlyX = filtered.get().documents('NOTE');
	assert.equal(book.get(), before);
	let calls = 0;
	book.subscribe(() => calls++);
	server.write(BOOK, ['NOTE', 'y.1', 2], ['NOTE', 'y.2', 2]);
	await until('seen', () => book.get().version === 2);
	await breathe();
	assert.equal(calls, 1);
	assert.equal(book.get().documents('CHAT'), chat);
	assert.equal(filtered.get().documents('NOTE'), onlyX);
	assert.notEqual(book.get().documents('NOTE'), notes);
	assert.equal(notes.get('y.1')?.data, 1, 'an old view does not change');
	assert.equal(notes.size, 2);
	await session.close();
});
