import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { silentLog } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import { CHAT, catalogueOf, createWorld, NOTE, SECRET, seen } from './testing/device.ts';
import { wireError } from './testing/fake-server.ts';
import { breathe, until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';

test('without network, what the device holds is shown, with its age', async () => {
	const { server, network, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const first = await start();
	const book = first.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	const syncedAt = book.get().syncedAt;
	await first.close();
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	network.up = false;
	const second = await start();
	const again = second.watch(BOOK);
	await until('ready', () => again.get().status === 'ready');
	assert.deepEqual(seen(again), { 'NOTE/x.1': 1 });
	assert.equal(again.get().syncedAt, syncedAt);
	await until('offline', () => second.sync.get().kind === 'offline');
	const answer = await second.call('Put', {});
	assert.equal(!answer.ok && answer.error.code, 'E-OFFLINE');
	await second.close();
});

test('a restart catches up from where it was', async () => {
	const { server, network, start } = await createWorld();
	for (let n = 0; n < 5; n++) server.write(BOOK, ['NOTE', `x.${n}`, n]);
	const first = await start();
	const book = first.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	server.write(BOOK, ['NOTE', 'x.0', undefined]);
	await until('seen', () => book.get().version === 6);
	await first.close();
	server.write(BOOK, ['NOTE', 'x.9', 9]);
	let pulled = 0;
	network.fate = (frame) => {
		if (frame.kind === 'pulled')
			for (const one of frame.answer.threads) pulled += 'error' in one ? 0 : one.documents.length;
		return 'deliver';
	};
	const asked = network.asked.length;
	const second = await start();
	const again = second.watch(BOOK);
	await until('seen', () => again.get().version === 7);
	assert.deepEqual(seen(again), server.living(BOOK));
	assert.deepEqual(network.asked.slice(asked), ['hello', 'subscribe']);
	assert.equal(pulled, 1);
	await second.close();
});

test('a call answers its result, or the error of the server', async () => {
	const { start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	assert.deepEqual(await session.call('Put', {}), { ok: true, value: { done: 'Put' } });
	const refused = await session.call('Refuse', {});
	assert.equal(!refused.ok && refused.error.code, 'E-RIGHT');
	await session.close();
});

test('a call whose answer the socket loses is answered by HTTP, and runs once', async () => {
	const { server, network, start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	network.fate = (frame) => (frame.kind === 'called' ? 'drop' : 'deliver');
	const answer = session.call('Put', { a: 1 });
	await until('run', () => server.ran.length === 1);
	network.cut();
	assert.deepEqual(await answer, { ok: true, value: { done: 'Put' } });
	assert.equal(server.ran.length, 1);
	await session.close();
});

test('a silent socket is taken for dead after two and a half beats', async () => {
	const { network, timers, start } = await createWorld();
	const session = await start();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	await timers.advance(60_000);
	assert.deepEqual(network.asked, ['hello'], 'beats keep it alive');
	network.fate = (frame) => (frame.kind === 'beat' ? 'drop' : 'deliver');
	await timers.advance(2_400);
	assert.equal(session.sync.get().kind, 'up-to-date');
	await timers.advance(200);
	assert.equal(session.sync.get().kind, 'offline');
	await timers.advance(1_000);
	await until('up again', () => session.sync.get().kind === 'up-to-date');
	assert.deepEqual(network.asked, ['hello', 'hello']);
	await session.close();
});

test('attempts are spaced out, and a hint that the network is back ends the wait', async () => {
	const { network, timers, start } = await createWorld();
	let online = false;
	let hint = () => {};
	network.up = false;
	let attempts = 0;
	const { transport } = network;
	const session = await start({
		connectivity: {
			isOnline: () => online,
			subscribe(listener) {
				hint = listener;
				return () => {};
			},
		},
		transport: {
			...transport,
			connect(path, handlers) {
				attempts++;
				return transport.connect(path, handlers);
			},
		},
	});
	await timers.advance(120_000);
	assert.ok(attempts >= 7 && attempts <= 14, `${attempts} attempts in two minutes`);
	network.up = true;
	online = true;
	hint();
	await until('up', () => session.sync.get().kind === 'up-to-date');
	online = false;
	hint();
	await until('offline', () => session.sync.get().kind === 'offline');
	await session.close();
});

test('where no socket passes, HTTP keeps documents and outbox going', async () => {
	const { server, network, timers, start } = await createWorld();
	network.socketsPass = false;
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await session.queue('Put', { path: BOOK, type: 'NOTE', key: 'x.2', data: 2 });
	await timers.advance(10_000);
	await until('ready', () => book.get().status === 'ready');
	await until('sent', () => session.outbox.get().length === 0);
	await timers.advance(60_000);
	await until('seen', () => book.get().version === 2);
	assert.equal(session.sync.get().kind, 'up-to-date');
	network.socketsPass = true;
	await timers.advance(60_000);
	await until('socket', () => network.asked.includes('subscribe'));
	await session.close();
});

test('a report is shown from the device, then as of now; refused, it is forgotten', async () => {
	const { server, network, timers, start } = await createWorld();
	const first = await start();
	const report = first.report<{ ran: number }>('Sum', { of: 'x' });
	await until('ready', () => report.get().status === 'ready');
	const { asOf } = report.get();
	await first.close();
	network.up = false;
	const second = await start();
	const again = second.report<{ ran: number }>('Sum', { of: 'x' });
	await until('ready', () => again.get().status === 'ready');
	assert.deepEqual([again.get().asOf, again.get().result?.ran], [asOf, 0]);
	const none = second.report('Sum', { of: 'y' });
	await breathe();
	assert.equal(none.get().status, 'loading');
	network.up = true;
	server.ran.push({ name: 'other', input: null });
	await timers.advance(60_000);
	await until('fresh', () => again.get().result?.ran === 1);
	const secret = second.report('Secret', {});
	await until('refused', () => secret.get().status === 'refused');
	assert.equal(secret.get().error?.code, 'E-RIGHT');
	await second.close();
});

test('the time of the organisation is kept for a start without network', async () => {
	const { server, network, start } = await createWorld();
	server.now += 86_400_000;
	const first = await start();
	await until('up', () => first.sync.get().kind === 'up-to-date');
	assert.equal(first.now(), server.now);
	await first.close();
	network.up = false;
	const second = await start();
	assert.equal(second.now(), server.now);
	await second.close();
});

test('a report is asked again when rights move', async () => {
	const { server, network, start } = await createWorld();
	server.write('BOOK/', ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch('BOOK/');
	await until('ready', () => book.get().status === 'ready');
	const roles = session.report('Sum', {});
	await until('there', () => roles.get().result !== undefined);
	const asked = () => network.asked.filter((one) => one === 'http report').length;
	const before = asked();
	server.withdraw('BOOK/');
	await until('asked again', () => asked() === before + 1);
	await session.close();
});

test('an access refused while connected: no more attempts', async () => {
	const { server, network, timers, start } = await createWorld();
	server.refusal = wireError('E-TOKEN');
	const session = await start();
	await until('refused', () => session.sync.get().kind === 'refused');
	await timers.advance(300_000);
	assert.deepEqual(network.asked, ['hello']);
	await session.close();
});

test('a new version of the application: old shapes are upgraded at once, then all is read again', async () => {
	const { server, network, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const first = await start();
	const book = first.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	await first.close();
	network.up = false;
	const upgrades = [(data: unknown) => ({ value: data })];
	const catalogue = catalogueOf({ ...NOTE, shape: 2, upgrades }, CHAT);
	const offline = await start({ catalogue });
	const old = offline.watch(BOOK);
	await until('ready', () => old.get().status === 'ready');
	assert.deepEqual(seen(old), { 'NOTE/x.1': { value: 1 } });
	await offline.close();
	network.up = true;
	server.write(BOOK, ['NOTE', 'x.1', { value: 1 }]);
	const online = await start({ catalogue });
	const fresh = online.watch(BOOK);
	await until('seen', () => fresh.get().version === 2);
	assert.deepEqual(seen(fresh), { 'NOTE/x.1': { value: 1 } });
	await online.close();
});

test('sealed documents are opened in batches by whoever can', async () => {
	const { server, start } = await createWorld();
	server.write(BOOK, ['SECRET', 'x.1', 'a'], ['SECRET', 'x.2', 'b'], ['NOTE', 'x.1', 1]);
	const batches: number[] = [];
	const session = await start({
		openSealed: async (documents) => {
			batches.push(documents.length);
			return documents.map(({ data, key }) => (key.b === '2' ? undefined : data.length));
		},
	});
	const book = session.watch(BOOK);
	await until('opened', () => book.get().documents(SECRET.name).size === 1);
	assert.deepEqual(batches, [2]);
	const sizes = new Set<number>();
	book.subscribe(() => sizes.add(book.get().documents('SECRET').size));
	server.write(BOOK, ['SECRET', 'x.1', 'longer']);
	await until('opened again', () => batches.length === 2 && sizes.size > 0);
	const data = () => book.get().documents('SECRET').get('x.1')?.data;
	await until('shown', () => data() === encodeCbor('longer').length);
	assert.deepEqual([...sizes], [1], 'it never went away');
	server.write(BOOK, ['SECRET', 'x.1', 'a']);
	await until('shown', () => data() === encodeCbor('a').length);
	assert.equal(book.get().documents('SECRET').get('x.1')?.data, encodeCbor('a').length);
	await session.close();
});

test('up to date is said once the device has kept it, and a kill just after loses nothing', async () => {
	const kept = await createMemoryLocalStore({ log: silentLog });
	const gate = Promise.withResolvers<void>();
	const { server, network, start } = await createWorld(1, {
		...kept,
		async writeThread(name, write) {
			await gate.promise;
			return kept.writeThread(name, write);
		},
	});
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const killed = await start();
	const book = killed.watch(BOOK);
	await until('shown', () => book.get().status === 'ready');
	await breathe();
	assert.equal(killed.sync.get().kind, 'connecting', 'shown, not kept yet');
	gate.resolve();
	await until('up to date', () => killed.sync.get().kind === 'up-to-date');

	network.up = false;
	const next = await start({ paused: true });
	const again = next.watch(BOOK);
	await until('ready', () => again.get().status === 'ready');
	assert.deepEqual(seen(again), { 'NOTE/x.1': 1 });
	await next.close();
	await killed.close();
});

test('a device that can write no more goes on showing, and what it keeps has no hole', async () => {
	const kept = await createMemoryLocalStore({ log: silentLog });
	let full = false;
	const world = await createWorld(1, {
		...kept,
		writeThread: async (name, write) =>
			full ? { ok: false, error: 'full' } : kept.writeThread(name, write),
	});
	const { server, network, start } = world;
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	full = true;
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	await until('seen', () => book.get().version === 2);
	await breathe();
	full = false;
	server.write(BOOK, ['NOTE', 'x.3', 3]);
	await until('seen', () => book.get().version === 3);
	await session.close();
	network.up = false;
	const next = await start();
	const again = next.watch(BOOK);
	await until('ready', () => again.get().status === 'ready');
	assert.deepEqual(seen(again), server.living(BOOK));
	await next.close();
});

test('threads are located: their references and versions, without their documents', async () => {
	const { server, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	server.write('SHELF/', ['NOTE', 'x.3', 3]);
	server.withdraw('SHELF/');
	const session = await start();
	const located = await session.locate([BOOK, 'SHELF/']);
	assert.ok(located.ok);
	const [place, ...others] = located.value;
	assert.deepEqual(others, []);
	assert.deepEqual([place?.path, place?.version], [BOOK, 2]);
	assert.match(place?.reference ?? '', /^[A-Za-z0-9_-]{22}$/);
	await session.close();
});
