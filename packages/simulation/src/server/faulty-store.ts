import type { Awaitable, DocumentStore, DocumentWriter, StoreTransaction } from '@navette/storage';
import type { Life } from '../life.ts';
import type { Ledger, OpenEntry } from '../model/ledger.ts';
import type { FaultPoints } from './faults.ts';

type Method = (...parameters: readonly unknown[]) => Awaitable<unknown>;

/** Methods of a writer that change something; all others only read. */
const WRITES: Readonly<Record<string, string>> = {
	lockThreads: 'lock',
	putThread: 'thread',
	addThread: 'thread',
	putDocument: 'document',
	removeDocument: 'document',
	removeSome: 'document',
	purgeTombstones: 'purge',
	putAnswer: 'answer',
	purgeAnswers: 'forget',
	replaceAnswer: 'answer',
	putOrganisation: 'organisation',
	putLooseBlob: 'blob',
	takeLooseBlob: 'blob',
};

/** The same methods, each through its fault point. */
const faulty = <Target extends object>(target: Target, points: FaultPoints): Target => {
	const methods = Object.entries(target).map(([name, method]: [string, Method]) => {
		const label = WRITES[name];
		const through: Method = (...parameters) =>
			label
				? points.write(label, () => method(...parameters))
				: points.read(() => method(...parameters));
		return [name, through] as const;
	});
	return Object.fromEntries(methods) as Target;
};

const faultyWriter = (
	inner: DocumentWriter,
	org: string,
	points: FaultPoints,
	entry: OpenEntry,
): DocumentWriter => {
	const writer = faulty(inner, points);
	return {
		...writer,
		async lockThreads(paths, create) {
			const threads = await writer.lockThreads(paths, create);
			entry.threads(org, threads);
			return threads;
		},
		async putDocument(row, previous, threads) {
			await writer.putDocument(row, previous, threads);
			entry.put(org, row);
		},
	};
};

const faultyTransaction = (
	transaction: StoreTransaction,
	points: FaultPoints,
	entry: OpenEntry,
): StoreTransaction => ({
	in: (org) => faultyWriter(transaction.in(org), org, points, entry),
	async savepoint(work) {
		entry.begin();
		try {
			return await transaction.savepoint(work);
		} catch (error) {
			entry.undo();
			throw error;
		}
	},
});

/**
 * The store as one server sees it: slow, failing, or interrupted by the death of the server at any
 * write. Every commit goes to the ledger, answered or not.
 */
export const createFaultyStore = (
	inner: DocumentStore,
	life: Life,
	points: FaultPoints,
	ledger: Ledger,
): DocumentStore => ({
	epoch: inner.epoch,
	writers: inner.writers,
	async transaction(work) {
		await points.pause('begin');
		let entry: OpenEntry | undefined;
		try {
			const result = await inner.transaction(async (transaction) => {
				life.check();
				entry = ledger.open();
				const outcome = await work(faultyTransaction(transaction, points, entry));
				await points.beforeCommit();
				return outcome;
			});
			entry?.commit();
			points.afterCommit();
			life.check();
			return result;
		} catch (error) {
			entry?.abort();
			throw error;
		}
	},
	async snapshot(org, work) {
		await points.pause('snapshot');
		return inner.snapshot(org, async (reader) => {
			const result = await work(faulty(reader, points));
			life.check();
			return result;
		});
	},
	organisations: () => inner.organisations(),
	close: async () => {},
});
