import { type Log, silentLog, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import type { RecordPlace } from '../conformance.ts';
import { createLocalStore } from '../create-local-store.ts';
import type { LocalDocument, LocalStore } from '../local-store.ts';
import type { RecordStore } from '../record-store.ts';

/** A store over a place, under the key made of this byte. */
export const openStore = async (
	place: RecordPlace,
	options: { readonly key?: number; readonly log?: Log; readonly records?: RecordStore } = {},
): Promise<LocalStore> =>
	createLocalStore({
		records: options.records ?? (await place.open()),
		key: await envelopeKeyFromBytes(new Uint8Array(32).fill(options.key ?? 1)),
		random: systemRandom,
		log: options.log ?? silentLog,
	});

/** Runs work on a store, then closes it. */
export const withStore = async <T>(
	place: RecordPlace,
	work: (store: LocalStore) => Promise<T>,
): Promise<T> => {
	const store = await openStore(place);
	try {
		return await work(store);
	} finally {
		await store.close();
	}
};

/** A living document whose data is one byte. */
export const alive = (id: string, version: number, byte = version % 256): LocalDocument => [
	'NOTE',
	id,
	version,
	0,
	Uint8Array.of(byte),
];

/** A tombstone. */
export const dead = (id: string, version: number): LocalDocument => [
	'NOTE',
	id,
	version,
	20_260_115,
	null,
];

/** `id → version` of what a thread holds, or `undefined` when it is not held. */
export const heldVersions = async (store: LocalStore, name: string) => {
	const thread = await store.readThread(name);
	return (
		thread && {
			cursor: thread.cursor,
			documents: Object.fromEntries(thread.documents.map(([, id, version]) => [id, version])),
		}
	);
};

/** The store's records with a fault: the write of this number and those after it fail. */
export const failingFrom = (
	records: RecordStore,
	first: number,
	fault: 'full' | 'gone',
	until = Number.POSITIVE_INFINITY,
): RecordStore => {
	let count = 0;
	return {
		...records,
		async write(changes) {
			count++;
			if (count >= first && count < until) return { ok: false, error: fault };
			return records.write(changes);
		},
	};
};
