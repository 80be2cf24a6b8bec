import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, seen } from './testing/device.ts';
import { breathe, until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';

test('first opening: path → reference, one subscription, documents', async () => {
	const { server, network, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', { n: 1 }], ['CHAT', 'x.1', { n: 2 }]);
	server.write(BOOK, ['NOTE', 'x.2', { n: 3 }]);
	const session = await start();
	const book = session.watch(BOOK);
	assert.equal(book.get().status, 'loading');
	await until('ready', () => book.get().status === 'ready');
	assert.deepEqual(seen(book), {
		'NOTE/x.1': { n: 1 },
		'NOTE/x.2': { n: 3 },
		'CHAT/x.1': { n: 2 },
	});
	assert.deepEqual(network.asked, ['hello', 'open', 'subscribe']);
	const view = book.get();
	assert.equal(view.version, 2);
	assert.equal(view.syncedAt, server.now);
	assert.deepEqual(view.documents('NOTE').get('x.1')?.key, { a: 'x', b: '1' });
	await session.close();
});

test('a change comes by its notice, without another question', async () => {
	const { server, network, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	const before = network.asked.length;
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	server.write(BOOK, ['NOTE', 'x.1', undefined]);
	await until('seen', () => book.get().version === 3);
	assert.deepEqual(seen(book), { 'NOTE/x.2': 2 });
	assert.equal(network.asked.length, before);
	await session.close();
});

test('a notice that starts above what is held is followed by a pull, never taken for all', async () => {
	const { server, network, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.fate = (frame) => (frame.kind === 'notice' ? 'drop' : 'deliver');
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	await breathe();
	network.fate = () => 'deliver';
	server.write(BOOK, ['NOTE', 'x.3', 3]);
	await until('seen', () => book.get().version === 3);
	assert.deepEqual(seen(book), { 'NOTE/x.1': 1, 'NOTE/x.2': 2, 'NOTE/x.3': 3 });
	await session.close();
});

test('a notice without documents is followed by one pull', async () => {
	const { server, network, start } = await createWorld();
	server.inline = false;
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	await until('seen', () => book.get().version === 1);
	assert.deepEqual(seen(book), { 'NOTE/x.1': 1 });
	assert.deepEqual(network.asked.slice(3), ['pull']);
	await session.close();
});

test('pages are applied together, at the end', async () => {
	const { server, network, start } = await createWorld();
	server.pageLimit = 3;
	for (let n = 0; n < 10; n++) server.write(BOOK, ['NOTE', `x.${n}`, n]);
	const session = await start();
	const book = session.watch(BOOK);
	const sizes = new Set<number>();
	book.subscribe(() => sizes.add(book.get().documents('NOTE').size));
	await until('ready', () => book.get().status === 'ready');
	await breathe();
	assert.deepEqual([...sizes], [0, 10].slice(sizes.has(0) ? 0 : 1));
	assert.deepEqual(network.asked.slice(1), ['open', 'subscribe', 'pull', 'pull', 'pull']);
	await session.close();
});

test('a document deleted between two pages of the first reading is not there', async () => {
	const { server, network, start } = await createWorld();
	server.pageLimit = 2;
	server.inline = false;
	for (let n = 0; n < 6; n++) server.write(BOOK, ['NOTE', `x.${n}`, n]);
	let pages = 0;
	network.fate = (frame) => {
		if (frame.kind === 'notice') return 'drop';
		if (frame.kind === 'pulled' && ++pages === 1)
			queueMicrotask(() => server.write(BOOK, ['NOTE', 'x.0', undefined]));
		return 'deliver';
	};
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	assert.equal(book.get().version, 7);
	assert.deepEqual(Object.keys(seen(book)).length, 5);
	await session.close();
});

test('a transaction longer than a page is never seen in part', async () => {
	const { server, start } = await createWorld();
	server.pageLimit = 2;
	server.write(
		BOOK,
		['NOTE', 'x.1', 1],
		['NOTE', 'x.2', 1],
		['NOTE', 'x.3', 1],
		['NOTE', 'x.4', 1],
	);
	server.write(BOOK, ['NOTE', 'x.5', 2]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	assert.equal(book.get().documents('NOTE').size, 5);
	await session.close();
});

test('after a purge, everything alive comes and what is not named goes', async () => {
	const { server, network, timers, start } = await createWorld();
	server.pageLimit = 2;
	for (let n = 0; n < 6; n++) server.write(BOOK, ['NOTE', `x.${n}`, n]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.up = false;
	network.cut();
	await breathe();
	const kept = book.get().documents('NOTE').get('x.4');
	server.write(BOOK, ['NOTE', 'x.0', undefined], ['NOTE', 'x.1', undefined]);
	server.purge(BOOK);
	server.write(BOOK, ['NOTE', 'y.1', 'new']);
	network.up = true;
	await timers.advance(1_000);
	await until('caught up', () => book.get().version === 8);
	assert.deepEqual(seen(book), server.living(BOOK));
	assert.equal(book.get().documents('NOTE').get('x.4'), kept, 'the same object');
	await session.close();
});

test('a document is reborn', async () => {
	const { server, start } = await createWorld();
	const session = await start();
	const book = session.watch(BOOK);
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	await until('ready', () => book.get().status === 'ready');
	server.write(BOOK, ['NOTE', 'x.1', undefined]);
	await until('gone', () => book.get().documents('NOTE').size === 0);
	server.write(BOOK, ['NOTE', 'x.1', 'again']);
	await until('back', () => book.get().documents('NOTE').size === 1);
	assert.deepEqual(seen(book), { 'NOTE/x.1': 'again' });
	await session.close();
});

test('notices in disorder or repeated: what is older changes nothing', async () => {
	const { server, network, start } = await createWorld();
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.fate = (frame) => (frame.kind === 'notice' ? 'hold' : 'deliver');
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	server.write(BOOK, ['NOTE', 'x.1', undefined]);
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	await breathe();
	network.release(() => [2, 0, 1, 0, 2]);
	await until('seen', () => book.get().version === 3);
	await breathe();
	assert.deepEqual(seen(book), { 'NOTE/x.2': 2 });
	await session.close();
});

test('a lost notice is found at the next beat', async () => {
	const { server, network, start } = await createWorld();
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.fate = (frame) => (frame.kind === 'notice' ? 'drop' : 'deliver');
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	server.beat();
	await until('seen', () => book.get().version === 1);
	const asked = network.asked.length;
	server.beat();
	await breathe();
	assert.equal(network.asked.length, asked, 'nothing is missing any more');
	await session.close();
});

test('a notice lost while pages come is not forgotten', async () => {
	const { server, network, start } = await createWorld();
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	let answers = 0;
	network.fate = (frame) => {
		if (frame.kind === 'notice') return 'drop';
		return frame.kind === 'pulled' && answers++ === 0 ? 'hold' : 'deliver';
	};
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	server.beat();
	await until('asked', () => answers === 1);
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	server.beat();
	await breathe();
	network.release();
	await until('seen', () => book.get().version === 2);
	assert.deepEqual(seen(book), { 'NOTE/x.1': 1, 'NOTE/x.2': 2 });
	await session.close();
});

test('back after a cut: one round trip for all threads', async () => {
	const { server, network, timers, start } = await createWorld();
	const paths = ['a', 'b', 'c', 'd'].map((name) => `BOOK/${name}`);
	const session = await start();
	const books = paths.map((path) => session.watch(path));
	await until('ready', () => books.every((book) => book.get().status === 'ready'));
	assert.deepEqual(network.asked, ['hello', 'open', 'subscribe']);
	network.cut();
	await breathe();
	for (const path of paths) server.write(path, ['NOTE', 'x.1', path]);
	await timers.advance(1_000);
	await until('seen', () => books.every((book) => book.get().version === 1));
	assert.deepEqual(network.asked.slice(3), ['hello', 'subscribe']);
	await session.close();
});

test('a thread withdrawn is refused at once, nothing of it stays on the device', async () => {
	const { server, store, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	server.withdraw(BOOK);
	await until('refused', () => book.get().status === 'refused');
	assert.equal(book.get().error?.code, 'E-THREAD');
	assert.deepEqual(seen(book), {});
	await session.close();
	assert.equal(await store.readThread(`demo ${BOOK}`), undefined);
});

test('a right withdrawn during an absence is found at the return; given again, it reads again', async () => {
	const { server, network, timers, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.cut();
	await breathe();
	server.withdraw(BOOK);
	await timers.advance(1_000);
	await until('refused', () => book.get().status === 'refused');
	const thread = server.threads.get(BOOK);
	if (thread) thread.withdrawn = false;
	network.cut();
	await breathe();
	await timers.advance(1_000);
	await until('ready again', () => book.get().status === 'ready');
	assert.deepEqual(seen(book), { 'NOTE/x.1': 1 });
	await session.close();
});

test('a right given back to a refused thread is seen on the same socket', async () => {
	const { server, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	server.withdraw(BOOK);
	await until('refused', () => book.get().status === 'refused');
	server.giveBack(BOOK);
	await until('ready again', () => book.get().status === 'ready');
	assert.deepEqual(seen(book), { 'NOTE/x.1': 1 });
	server.write(BOOK, ['NOTE', 'x.2', 2]);
	await until('listens again', () => Object.keys(seen(book)).length === 2);
	await session.close();
});

test('what the account sees changes: documents come and go', async () => {
	const { server, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 1], ['CHAT', 'x.1', 2]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	server.see(BOOK, ['NOTE']);
	await until('less', () => Object.keys(seen(book)).length === 1);
	server.see(BOOK, undefined);
	await until('more', () => Object.keys(seen(book)).length === 2);
	await session.close();
});

test('a restored server: everything is compared, whatever the versions say', async () => {
	const { server, network, timers, start } = await createWorld();
	server.write(BOOK, ['NOTE', 'x.1', 'old'], ['NOTE', 'x.2', 'same']);
	const backup = server.backup();
	server.write(BOOK, ['NOTE', 'x.1', 'lost']);
	server.write(BOOK, ['NOTE', 'x.3', 'lost']);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	network.cut();
	await breathe();
	server.restore(backup);
	server.write(BOOK, ['NOTE', 'x.4', 'other history']);
	server.write(BOOK, ['NOTE', 'x.5', 'other history']);
	await timers.advance(1_000);
	await until('compared', () => 'NOTE/x.5' in seen(book));
	assert.deepEqual(seen(book), server.living(BOOK));
	server.write(BOOK, ['NOTE', 'x.6', 'goes on']);
	await until('goes on', () => 'NOTE/x.6' in seen(book));
	await session.close();
});
