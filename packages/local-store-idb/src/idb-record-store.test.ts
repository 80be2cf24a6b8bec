import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '@navette/core';
import { checkLocalStore } from '@navette/local-store/conformance';
import { deleteDB, openDB } from 'idb';
import { DATABASE_VERSION, openDatabase } from './database.ts';
import { openIdbRecordStore } from './idb-record-store.ts';

let places = 0;
const opened = async (name: string) => {
	const records = await openIdbRecordStore(name, silentLog);
	assert.ok(records.ok);
	return records.value;
};
const put = (position: number, byte = position) => ({
	shelf: 'a',
	position,
	bytes: Uint8Array.of(byte),
});

checkLocalStore('indexeddb', async () => {
	const name = `place-${places++}`;
	return { open: () => opened(name), remove: () => deleteDB(name) };
});

test('a write that fails in its middle leaves nothing of itself', async () => {
	const name = `place-${places++}`;
	const records = await opened(name);
	await records.write([put(0, 1)]);
	const bad = { shelf: 'a', position: Number.NaN, bytes: Uint8Array.of(1) };
	const written = await records.write([put(0, 9), put(1), bad]);
	assert.deepEqual(written, { ok: false, error: 'gone' });
	const kept = await records.read('a');
	assert.deepEqual(
		kept.map(({ position, bytes }) => [position, bytes[0]]),
		[[0, 1]],
	);
	await records.close();
});

test('no room is `full`', async () => {
	const name = `place-${places++}`;
	const records = await opened(name);
	const original = IDBObjectStore.prototype.put;
	IDBObjectStore.prototype.put = () => {
		throw new DOMException('no room', 'QuotaExceededError');
	};
	const refused = await records.write([put(0)]);
	IDBObjectStore.prototype.put = original;
	assert.deepEqual(refused, { ok: false, error: 'full' });
	assert.ok((await records.write([put(1)])).ok);
	await records.close();
});

test('another tab that upgrades is let through; this one is gone and says so', async () => {
	const name = `place-${places++}`;
	const records = await opened(name);
	await records.write([put(0)]);
	const newer = await openDB(name, DATABASE_VERSION + 1);
	assert.deepEqual(await records.write([put(1)]), { ok: false, error: 'gone' });
	assert.deepEqual(await records.read('a'), []);
	newer.close();
	const late = await openIdbRecordStore(name, silentLog);
	assert.deepEqual(late, { ok: false, error: 'newer' });
	await records.close();
});

test('a tab that does not let go: `blocked`, and the base is not held for ever', async () => {
	const name = `place-${places++}`;
	const stubborn = await openDB(name, DATABASE_VERSION, {
		upgrade: (database) => void database.createObjectStore('records'),
	});
	const events = { superseded() {}, terminated() {} };
	const blocked = await openDatabase(name, events, silentLog, DATABASE_VERSION + 1);
	assert.deepEqual(blocked, { ok: false, error: 'blocked' });
	stubborn.close();
	const again = await openDatabase(name, events, silentLog, DATABASE_VERSION + 1);
	assert.ok(again.ok);
	again.value.close();
});

test('a connection closed by the browser is opened again', async () => {
	const name = `place-${places++}`;
	const closing: IDBDatabase[] = [];
	const original = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (...rest) {
		closing.push(this);
		return original.apply(this, rest);
	};
	const records = await opened(name);
	await records.write([put(0, 7)]);
	closing.at(-1)?.close();
	const found = await records.read('a');
	IDBDatabase.prototype.transaction = original;
	assert.deepEqual(
		found.map(({ bytes }) => bytes[0]),
		[7],
	);
	await records.close();
});

test('a browser without it: `unavailable`', async () => {
	const original = IDBFactory.prototype.open;
	IDBFactory.prototype.open = () => {
		throw new DOMException('private window', 'SecurityError');
	};
	const refused = await openIdbRecordStore(`place-${places++}`, silentLog);
	IDBFactory.prototype.open = original;
	assert.deepEqual(refused, { ok: false, error: 'unavailable' });
});
