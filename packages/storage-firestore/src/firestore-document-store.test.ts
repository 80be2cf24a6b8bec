import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, silentLog, systemTimers } from '@navette/core';
import type { KeyText } from '@navette/model';
import { type DocumentRow, type DocumentStore, TransactionFull } from '@navette/storage';
import { documentStoreConformance, type OpenStore } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import { createFirestoreDocumentStore } from './firestore-document-store.ts';
import { inspectFirestore } from './inspect.ts';
import type { Emulator } from './testing/emulator.ts';
import { withEmulator } from './testing/with-emulator.ts';

const random = createSeededRandom(1);
const timers = systemTimers;

/**
 * What the emulator does in some ten seconds: it takes 3 ms for a read, and a history reads thousands of
 * times. `NAVETTE_RUNS=25` runs as many histories as other stores do.
 */
const SIZES = { documents: 1_000, histories: Number(process.env.NAVETTE_RUNS ?? 2) };

const ID = 'a' as KeyText;
const NOTE: DocumentRow = {
	...{ type: 'NOTE', id: ID, version: 1, del: 0, data: null, files: null },
	...{ groupings: {}, properties: {} },
};

const proveWith = (emulator: Emulator): void => {
	let collections = 0;
	const newCollection = () => `n${++collections}`;
	const openIn = (collection: string, restored = false, log = silentLog) =>
		createFirestoreDocumentStore({
			...{ project: 'navette', collection, emulator: emulator.address },
			...{ random, timers, restored, log },
		});

	const openEmpty: OpenStore = async () => {
		const collection = newCollection();
		const store = await openIn(collection);
		let current = store;
		return {
			store,
			async reopen() {
				await current.close();
				current = await openIn(collection);
				return current;
			},
			destroy: () => current.close(),
		};
	};
	documentStoreConformance('firestore', openEmpty, SIZES);

	test('firestore: two servers that change one document lose nothing', async () => {
		const collection = newCollection();
		const stores = await Promise.all([openIn(collection), openIn(collection)]);
		const increment = (store: DocumentStore) =>
			store.transaction(async (transaction) => {
				const writer = transaction.in('acme');
				const previous = await writer.document('NOTE', ID);
				const version = (previous?.version ?? 0) + 1;
				await writer.putDocument({ ...NOTE, version }, previous, []);
			});
		await Promise.all(stores.flatMap((store) => Array.from({ length: 3 }, () => increment(store))));
		const [first] = stores;
		assert.equal((await first.snapshot('acme', (r) => r.document('NOTE', ID)))?.version, 6);
		await Promise.all(stores.map((store) => store.close()));
	});

	test('firestore: what does not fit a transaction is undone alone, and told', async () => {
		const store = await openIn(newCollection());
		const data = new Uint8Array(1.5 * 2 ** 20);
		await store.transaction(async (transaction) => {
			const writer = transaction.in('acme');
			const put = (id: string) => () =>
				writer.putDocument({ ...NOTE, id: id as KeyText, data }, undefined, []);
			await transaction.savepoint(put('a'));
			await transaction.savepoint(put('b'));
			await assert.rejects(transaction.savepoint(put('c')), { isAlone: false });
			await transaction.savepoint(() => writer.putAnswer('op', 20260101 as Day, data.slice(0, 9)));
		});
		const found = await store.snapshot('acme', (reader) => reader.documentsOfType('NOTE'));
		assert.deepEqual(
			found.map(({ id }) => id),
			['a', 'b'],
		);
		const tooMuch = { ...NOTE, id: 'd' as KeyText, data: new Uint8Array(2 ** 22) };
		const write = store.transaction((transaction) =>
			transaction.savepoint(() => transaction.in('acme').putDocument(tooMuch, undefined, [])),
		);
		await assert.rejects(write, TransactionFull);
		await store.close();
	});

	test('firestore: a database put back from a backup has another epoch, from then on', async () => {
		const collection = newCollection();
		const epochOf = async (restored: boolean) => {
			const store = await openIn(collection, restored);
			await store.close();
			return store.epoch;
		};
		const place = { project: 'navette', collection, emulator: emulator.address };
		assert.equal(await inspectFirestore({ ...place, timers }), undefined);
		const first = await epochOf(false);
		assert.equal(await inspectFirestore({ ...place, timers }), first);
		assert.equal(await epochOf(false), first);
		const renewed = await epochOf(true);
		assert.notEqual(renewed, first);
		assert.equal(await epochOf(false), renewed);
	});
};

test('firestore: an address where nothing listens is told at once', async () => {
	const setting = { project: 'navette', emulator: '127.0.0.1:9', random, timers };
	const isTold = /nothing answers at 127\.0\.0\.1:9: .*ECONNREFUSED/;
	await assert.rejects(createFirestoreDocumentStore(setting), isTold);
});

await withEmulator('firestore', proveWith);
