import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { silentLog, systemTimers } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { DocumentRow, DocumentStore } from '@navette/storage';
import { documentStoreConformance, type OpenStore } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import { createFirestoreDocumentStore } from './firestore-document-store.ts';
import { type Emulator, startEmulator } from './testing/emulator.ts';

const random = createSeededRandom(1);
const timers = systemTimers;

/** Documents of a transaction: Firestore takes 10 MiB and 40,000 entries of indexes at once. */
const LARGEST = 1_000;

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
	documentStoreConformance('firestore', openEmpty, LARGEST);

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
		await Promise.all(stores.flatMap((store) => Array.from({ length: 5 }, () => increment(store))));
		const [first] = stores;
		assert.equal((await first.snapshot('acme', (r) => r.document('NOTE', ID)))?.version, 10);
		await Promise.all(stores.map((store) => store.close()));
	});

	test('firestore: a database put back from a backup has another epoch, from then on', async () => {
		const collection = newCollection();
		const epochOf = async (restored: boolean) => {
			const store = await openIn(collection, restored);
			await store.close();
			return store.epoch;
		};
		const first = await epochOf(false);
		assert.equal(await epochOf(false), first);
		const renewed = await epochOf(true);
		assert.notEqual(renewed, first);
		assert.equal(await epochOf(false), renewed);
	});
};

// The client would ask the network of a cloud for credentials, which an emulator does not want.
process.env.METADATA_SERVER_DETECTION = 'none';
const emulator = await startEmulator();
if (emulator) {
	after(() => emulator.stop());
	proveWith(emulator);
} else {
	test('the emulator of Firestore is absent: nothing of Firestore is proven here', () => {
		assert.equal(emulator, undefined);
	});
}
