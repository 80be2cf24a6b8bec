import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import type { Log } from '@navette/core';
import { createWorld, seen } from './testing/device.ts';
import { until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';
const DAY = 86_400_000;

/** A device that is opened now and then, and watches one thread. */
const createDevice = async () => {
	const world = await createWorld();
	const { server } = world;
	server.write(BOOK, ['NOTE', 'x.1', 1], ['NOTE', 'x.2', 2]);
	server.write(BOOK, ['NOTE', 'x.3', 3]);
	const lines: string[] = [];
	const log: Log = { info() {}, warn: (event) => void lines.push(event), error() {} };
	return {
		server,
		lines,
		/** Opens it some time later; answers what it shows once it is up to date. */
		async open(later = 0) {
			server.now += later;
			const clock = { now: () => server.now };
			const session = await world.start({ log, clock });
			const book = session.watch(BOOK);
			await until('up to date', () => session.sync.get().kind === 'up-to-date');
			const found = seen(book);
			await session.close();
			return found;
		},
	};
};

test('once a day a device sums up what it holds; when it is what the server holds, nothing more', async () => {
	const device = await createDevice();
	await device.open();
	await device.open(DAY - 1);
	assert.deepEqual(device.server.doubts, [], 'not before a day');
	device.server.write(BOOK, ['NOTE', 'x.2', undefined], ['NOTE', 'x.4', 4]);
	const found = await device.open(1);
	assert.deepEqual(found, { 'NOTE/x.1': 1, 'NOTE/x.3': 3, 'NOTE/x.4': 4 });
	await device.open(1);
	assert.deepEqual(device.server.doubts, ['check'], 'once');
	await device.open(DAY);
	assert.deepEqual(device.server.doubts, ['check', 'check']);
	assert.deepEqual(device.lines, []);
});

test('a device that holds something else says so, reads everything again, and is repaired', async () => {
	const device = await createDevice();
	await device.open();
	const { documents } = device.server.threads.get(BOOK) ?? assert.fail();
	documents.set('NOTE/x.1', ['NOTE', 'x.1', 1, 0, encodeCbor('other, at the same version')]);
	documents.delete('NOTE/x.2');
	assert.deepEqual(await device.open(DAY / 2), { 'NOTE/x.1': 1, 'NOTE/x.2': 2, 'NOTE/x.3': 3 });
	const repaired = { 'NOTE/x.1': 'other, at the same version', 'NOTE/x.3': 3 };
	assert.deepEqual(await device.open(DAY / 2), repaired);
	assert.deepEqual(device.server.doubts, ['check', 'disagrees']);
	assert.deepEqual(device.lines, ['thread-disagrees']);
	assert.deepEqual(await device.open(DAY), repaired);
	assert.deepEqual(device.server.doubts, ['check', 'disagrees', 'check']);
});
