import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine } from '@navette/engine';
import { createService } from '@navette/server';
import {
	type Awaitable,
	createMemoryNoticeBus,
	type DocumentStore,
	type DocumentWriter,
	type StoreTransaction,
} from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { dayTypes } from './crash-day.ts';

/** Opens the store at a place: a URL of PostgreSQL, or the path of a file. */
export const openDayStore = (place: string): Promise<DocumentStore> =>
	place.startsWith('postgres')
		? createPostgresDocumentStore({ url: place, random: systemRandom, timers: systemTimers })
		: createSqliteDocumentStore({ path: place, random: systemRandom, log: silentLog });

type Method = (...parameters: readonly unknown[]) => Awaitable<unknown>;

const isWrite = (name: string): boolean => /^(lock|put|add|remove|purge|replace|take)/.test(name);

/** A writer that tells of each write, before it and after it. */
const told = (writer: DocumentWriter, moment: () => void): DocumentWriter => {
	const methods = Object.entries(writer).map(([name, method]: [string, Method]) => [
		name,
		async (...parameters: readonly unknown[]) => {
			if (isWrite(name)) moment();
			const result = await method(...parameters);
			if (isWrite(name)) moment();
			return result;
		},
	]);
	return Object.fromEntries(methods) as DocumentWriter;
};

/** A store that tells of each write and each commit, before it and after it. */
export const tellMoments = (store: DocumentStore, moment: () => void): DocumentStore => ({
	...store,
	async transaction(work) {
		const result = await store.transaction(async (transaction) => {
			const watched: StoreTransaction = {
				in: (org) => told(transaction.in(org), moment),
				savepoint: (inner) => transaction.savepoint(inner),
			};
			const outcome = await work(watched);
			moment();
			return outcome;
		});
		moment();
		return result;
	},
});

/** The real engine over a store. */
export const dayEngine = (store: DocumentStore) => {
	const nothing = { thread: () => undefined, dependsOn: [] };
	const application = { ...dayTypes, name: 'crash', policy: nothing, operations: [], reports: [] };
	const { catalogue, policy } = createService([{ ...application, errors: {} }]);
	return createEngine({
		...{ store, catalogue, policy, bus: createMemoryNoticeBus(), soon: setImmediate },
		...{ clock: systemClock, random: systemRandom, log: silentLog },
	});
};
