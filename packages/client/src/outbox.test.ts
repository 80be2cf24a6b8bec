import assert from 'node:assert/strict';
import { test } from 'node:test';
import { err, silentLog } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import type { Session } from './session.ts';
import { createWorld, seen } from './testing/device.ts';
import { wireError } from './testing/fake-server.ts';
import { breathe, until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';
const note = (key: string, data: unknown = key) => ({ path: BOOK, type: 'NOTE', key, data });
const emptied = (session: Session) => () => session.outbox.get().length === 0;

test('what is queued is sent in order, and shown by its notices', async () => {
	const { server, start } = await createWorld();
	const session = await start();
	const book = session.watch(BOOK);
	for (const key of ['x.1', 'x.2', 'x.3']) await session.queue('Put', note(key), { key });
	await until('sent', emptied(session));
	assert.deepEqual(
		server.ran.map(({ input }) => Object(input).key),
		['x.1', 'x.2', 'x.3'],
	);
	await until('shown', () => Object.keys(seen(book)).length === 3);
	await session.close();
});

test('a change counts from the call itself, while the device is still writing it', async () => {
	const { store, start } = await createWorld();
	let write = () => {};
	const session = await start({
		store: {
			...store,
			addToOutbox: async (value) => {
				await new Promise<void>((resolve) => {
					write = resolve;
				});
				return store.addToOutbox(value);
			},
		},
	});
	await until('up', () => session.sync.get().kind === 'up-to-date');
	const queued = session.queue('Put', note('x.1'));
	assert.equal(session.sync.get().kind, 'sending');
	assert.equal(session.sync.get().sending, 1);
	await breathe();
	assert.equal(session.sync.get().kind, 'sending', 'not durable yet');
	write();
	await queued;
	assert.equal(session.sync.get().sending, 1);
	await until('sent', emptied(session));
	assert.equal(session.sync.get().kind, 'up-to-date');
	await session.close();
});

test('what the device cannot keep does not count any more', async () => {
	const { store, start } = await createWorld();
	const session = await start({
		store: { ...store, addToOutbox: async () => err('full') },
	});
	await until('up', () => session.sync.get().kind === 'up-to-date');
	assert.equal((await session.queue('Put', note('x.1'))).ok, false);
	assert.equal(session.sync.get().kind, 'up-to-date');
	await session.close();
});

test('queued without network, durable across a restart, sent once the server is there', async () => {
	const { server, network, timers, start } = await createWorld();
	network.up = false;
	const before = await start();
	await before.queue('Put', note('x.1'), { screen: 'order' });
	await before.queue('Put', note('x.2'));
	const ids = before.outbox.get().map((entry) => entry.id);
	await before.close();
	const session = await start();
	assert.deepEqual(
		session.outbox.get().map(({ id, name, state, label }) => ({ id, name, state, label })),
		[
			{ id: ids[0], name: 'Put', state: 'waiting', label: { screen: 'order' } },
			{ id: ids[1], name: 'Put', state: 'waiting', label: undefined },
		],
	);
	assert.equal(server.ran.length, 0);
	network.up = true;
	await timers.advance(60_000);
	await until('sent', emptied(session));
	assert.equal(server.ran.length, 2);
	await session.close();
});

test('an answer that is lost, however often: the operation runs once', async () => {
	const { server, network, timers, start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	network.answersPass = false;
	network.fate = (frame) => (frame.kind === 'called' ? 'drop' : 'deliver');
	await session.queue('Put', note('x.1'));
	await until('run', () => server.ran.length === 1);
	for (let times = 0; times < 4; times++) {
		network.cut();
		await breathe();
		await timers.advance(40_000);
	}
	assert.equal(session.outbox.get().length, 1);
	network.answersPass = true;
	network.fate = () => 'deliver';
	network.cut();
	await breathe();
	await timers.advance(40_000);
	await until('sent', emptied(session));
	assert.equal(server.ran.length, 1);
	assert.ok(network.asked.filter((what) => what.endsWith('call')).length > 1);
	await session.close();
});

test('killed between the answer and its removal: sent again after the restart, run once', async () => {
	const { server, network, timers, start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	network.fate = (frame) => (frame.kind === 'called' ? 'drop' : 'deliver');
	await session.queue('Put', note('x.1'));
	await until('run', () => server.ran.length === 1);
	network.fate = () => 'deliver';
	const again = await start();
	await timers.advance(1_000);
	await until('sent', emptied(again));
	assert.equal(server.ran.length, 1);
	await again.close();
});

test('a refused operation stays with its error, the next ones go; it can be discarded', async () => {
	const { server, start } = await createWorld();
	const session = await start();
	await session.queue('Refuse', { a: 1 }, 'mine');
	await session.queue('Put', note('x.1'));
	await until('sent', () => server.ran.length === 1);
	await until('refused', () => session.outbox.get()[0]?.state === 'refused');
	await until('shown', () => session.sync.get().kind === 'refused');
	const [entry] = session.outbox.get();
	assert.equal(entry?.error?.code, 'E-RIGHT');
	assert.deepEqual(session.sync.get().refused, 1);
	await session.close();
	const next = await start();
	assert.equal(next.outbox.get()[0]?.state, 'refused', 'it is kept');
	assert.equal(next.outbox.get()[0]?.label, 'mine');
	await next.discard(entry?.id ?? '');
	assert.deepEqual(next.outbox.get(), []);
	await until('well', () => next.sync.get().kind === 'up-to-date');
	await next.close();
});

test('a busy server is asked again later, and order is kept', async () => {
	const { server, timers, start } = await createWorld();
	const session = await start();
	await session.queue('Busy', {});
	await session.queue('Put', note('x.1'));
	await until('tried', () => session.outbox.get()[0]?.state === 'waiting');
	await timers.advance(5_000);
	assert.equal(server.ran.length, 0);
	assert.equal(session.sync.get().kind, 'sending');
	await session.discard(session.outbox.get()[0]?.id ?? '');
	await timers.advance(60_000);
	await until('sent', emptied(session));
	await session.close();
});

test('an access that is refused judges no operation: they wait', async () => {
	const { server, start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	await session.close();
	server.refusal = wireError('E-TOKEN');
	const next = await start();
	await next.queue('Put', note('x.1'));
	await until('refused', () => next.sync.get().kind === 'refused');
	assert.equal(next.sync.get().error?.code, 'E-TOKEN');
	assert.equal(next.outbox.get()[0]?.state, 'waiting');
	await next.close();
});

test('an access refused in the answer of a call judges no operation either', async () => {
	const { start } = await createWorld();
	const session = await start();
	await session.queue('Revoked', {});
	await until('refused', () => session.sync.get().kind === 'refused');
	assert.equal(session.sync.get().error?.code, 'E-TOKEN');
	assert.equal(session.outbox.get()[0]?.state, 'waiting');
	await session.close();
});

test('documents in the answer of a call are not taken: rights may have moved since the last pull', async () => {
	const { server, network, timers, start } = await createWorld();
	network.socketsPass = false;
	const session = await start();
	const book = session.watch('BOOK/');
	for (let times = 0; times < 4; times++) await timers.advance(10_000);
	await until('ready', () => book.get().status === 'ready');
	await session.queue('Put', note('x.1'));
	await until('sent', () => server.ran.length === 1);
	await until('seen', () => book.get().documents('NOTE').size === 1);
	const frame = network.asked.indexOf('http frame');
	assert.ok(network.asked.indexOf('http pull', frame) > frame);
	await session.close();
});

test('a device that cannot keep it says so, and nothing is queued', async () => {
	const kept = await createMemoryLocalStore({ log: silentLog });
	const { start } = await createWorld(1, {
		...kept,
		addToOutbox: async () => ({ ok: false, error: 'full' }),
	});
	const session = await start();
	const queued = await session.queue('Put', note('x.1'));
	assert.equal(!queued.ok && queued.error.code, 'E-DEVICE');
	assert.deepEqual(session.outbox.get(), []);
	await session.close();
});
