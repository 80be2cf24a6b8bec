import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, seen } from './testing/device.ts';
import { until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';

test('plane mode: nothing is asked of the network, what is typed waits, then goes in order, once', async () => {
	const { server, network, timers, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const before = await start();
	const book = before.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	await before.close();

	const asked = network.asked.length;
	const session = await start({ paused: true });
	const again = session.watch(BOOK);
	await until('shown', () => again.get().status === 'ready');
	assert.deepEqual(seen(again), { 'NOTE/x.1': 1 });
	assert.equal(session.sync.get().kind, 'offline');
	for (const n of [1, 2, 3]) assert.ok((await session.queue('Put', { n })).ok);
	const call = await session.call('Put', {});
	assert.equal(!call.ok && call.error.code, 'E-OFFLINE');
	await timers.advance(600_000);
	assert.equal(network.asked.length, asked, 'not one question');
	assert.equal(network.sockets(), 0);

	session.resume();
	await until('sent', () => session.outbox.get().length === 0);
	assert.deepEqual(
		server.ran.map(({ input }) => input),
		[{ n: 1 }, { n: 2 }, { n: 3 }],
	);
	await session.close();
});

test('in background the socket ends; on return one question brings what changed', async () => {
	const { server, network, timers, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('up', () => session.sync.get().kind === 'up-to-date');
	session.pause();
	assert.equal(network.sockets(), 0);
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	await timers.advance(3_600_000);
	assert.equal(network.sockets(), 0, 'it does not come back by itself');
	const asked = network.asked.length;
	session.resume();
	await until('caught up', () => book.get().version === 2);
	assert.deepEqual(network.asked.slice(asked), ['hello', 'subscribe']);
	await session.close();
});
