import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { systemClock, type Timers } from '@navette/core';
import { blobPathOf, StorageFault } from '@navette/storage';
import { createS3BlobStore } from './s3-blob-store.ts';
import { elementsOf, textOf } from './xml.ts';

const PATH = blobPathOf('acme', 'a', 'f'.repeat(22));
const pauses: number[] = [];
const timers: Timers = {
	after(ms, work) {
		pauses.push(ms);
		work();
		return () => {};
	},
	every: () => () => {},
};

/** A server that answers these statuses, one after the other, then the last for ever. */
const scripted = async (statuses: readonly number[]) => {
	let asked = 0;
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(statuses[Math.min(asked++, statuses.length - 1)] ?? 500);
		response.end(request.method === 'HEAD' ? undefined : '<Error><Code>SlowDown</Code></Error>');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const store = createS3BlobStore({
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		region: 'auto',
		bucket: 'b',
		accessKeyId: 'k',
		secretAccessKey: 's',
		clock: systemClock,
		timers,
	});
	const stop = () => {
		server.close();
		server.closeAllConnections();
	};
	return { store, stop, asked: () => asked };
};

test('a busy store is asked again, later and later; then it is a fault', async () => {
	const patient = await scripted([503, 500, 404]);
	assert.equal(await patient.store.stat(PATH), undefined);
	assert.equal(patient.asked(), 3);
	assert.deepEqual(pauses.splice(0), [400, 800]);
	patient.stop();
	const down = await scripted([503]);
	const isFault = (error: unknown) =>
		error instanceof StorageFault && error.code === 'io' && /503 SlowDown/.test(error.message);
	await assert.rejects(down.store.read(PATH), isFault);
	assert.equal(down.asked(), 4);
	down.stop();
});

test('a refusal is a fault at once, and a store that is not there one in the end', async () => {
	const refusing = await scripted([403]);
	await assert.rejects(refusing.store.read(PATH), /answers 403/);
	assert.equal(refusing.asked(), 1);
	refusing.stop();
	await assert.rejects(refusing.store.stat(PATH), StorageFault);
});

test('a stream is sent once only', async () => {
	const busy = await scripted([503]);
	const stream = async function* () {
		yield new Uint8Array(3);
	};
	await assert.rejects(busy.store.put(PATH, stream(), 3), StorageFault);
	assert.equal(busy.asked(), 1);
	busy.stop();
});

test('elements are read with their entities', () => {
	const xml = '<R><Key>a&amp;lt;&#65;</Key><Key>b</Key><Other/></R>';
	assert.deepEqual(elementsOf(xml, 'Key'), ['a&amp;lt;&#65;', 'b']);
	assert.equal(textOf(xml, 'Key'), 'a&lt;A');
	assert.equal(textOf(xml, 'None'), undefined);
});
