import type {
	DocumentReader,
	DocumentStore,
	DocumentWriter,
	StoreTransaction,
} from '../document-store.ts';
import { createRecent } from './recent.ts';
import type { RowCipher } from './row-cipher.ts';
import { createSealedRows, type SealedRows } from './sealed-rows.ts';

const sealReader = (rows: SealedRows, reader: DocumentReader): DocumentReader => ({
	async document(type, id) {
		const row = await reader.document(type, id);
		return row && rows.openDocument(row);
	},
	documentsOfType: async (type, page) =>
		rows.openDocuments(await reader.documentsOfType(type, page)),
	documentsByGrouping: async (type, grouping, value, page) =>
		rows.openDocuments(await reader.documentsByGrouping(type, grouping, value, page)),
	documentsByProperty: async (type, property, query) =>
		rows.openDocuments(await reader.documentsByProperty(type, property, query)),
	types: () => reader.types(),
	threads: (page) => reader.threads(page),
	answers: async (page) =>
		(await reader.answers(page)).map((row) => ({
			...row,
			answer: rows.openAnswer(row.operation, row.answer),
		})),
	thread: (path) => reader.thread(path),
	threadByReference: (reference) => reader.threadByReference(reference),
	changes: async (thread, query) => rows.openDocuments(await reader.changes(thread, query)),
	async answer(operation) {
		const answer = await reader.answer(operation);
		return answer && rows.openAnswer(operation, answer);
	},
	looseBlob: (fid) => reader.looseBlob(fid),
	looseBlobs: (until, limit) => reader.looseBlobs(until, limit),
	async organisation() {
		const row = await reader.organisation();
		return row && rows.openOrganisation(row);
	},
});

const sealWriter = (rows: SealedRows, writer: DocumentWriter): DocumentWriter => ({
	...sealReader(rows, writer),
	lockThreads: (paths, create) => writer.lockThreads(paths, create),
	addThread: (thread) => writer.addThread(thread),
	putThread: (handle, state) => writer.putThread(handle, state),
	putDocument: (row, previous, threads) =>
		writer.putDocument(rows.sealDocument(row), previous, threads),
	removeDocument: (previous) => writer.removeDocument(previous),
	removeSome: (limit) => writer.removeSome(limit),
	purgeTombstones: (handle, purge) => writer.purgeTombstones(handle, purge),
	putAnswer: (operation, day, answer) =>
		writer.putAnswer(operation, day, rows.sealAnswer(operation, answer)),
	replaceAnswer: (operation, answer) =>
		writer.replaceAnswer(operation, rows.sealAnswer(operation, answer)),
	purgeAnswers: (before, limit) => writer.purgeAnswers(before, limit),
	putLooseBlob: (row) => writer.putLooseBlob(row),
	takeLooseBlob: (fid) => writer.takeLooseBlob(fid),
	putOrganisation: (row) => writer.putOrganisation(rows.sealOrganisation(row)),
});

/**
 * A store whose contents are sealed before any provider sees them, each value bound to its table,
 * organisation, row and version: somebody with the database can neither read it nor move rows.
 * Indexes stay readable (groupings, indexable properties), as do ids and versions. A row that does
 * not open throws `DamagedRow`.
 */
export const sealDocumentStore = (store: DocumentStore, cipher: RowCipher): DocumentStore => {
	const recent = createRecent();
	const known = new Map<string, SealedRows>();
	const rowsOf = (org: string): SealedRows => {
		const rows = known.get(org) ?? createSealedRows(cipher, org, recent);
		known.set(org, rows);
		return rows;
	};
	const sealTransaction = (transaction: StoreTransaction): StoreTransaction => ({
		in: (org) => sealWriter(rowsOf(org), transaction.in(org)),
		savepoint: (work) => transaction.savepoint(work),
	});
	return {
		epoch: store.epoch,
		writers: store.writers,
		transaction: (work) => store.transaction((transaction) => work(sealTransaction(transaction))),
		snapshot: (org, work) => store.snapshot(org, (reader) => work(sealReader(rowsOf(org), reader))),
		organisations: () => store.organisations(),
		close: () => store.close(),
	};
};
