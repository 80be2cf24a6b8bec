import type { DocumentWriter, OrganisationRow, StoredDocument } from '@navette/storage';
import { columnsToLooseBlob } from '@navette/storage/provider';
import { lockThreads } from './lock-threads.ts';
import { type AsyncReader, createReader } from './reader.ts';
import { removeDocument, type WriteAccess, writeDocument } from './write-document.ts';
import { REMOVALS, WRITES } from './write-statements.ts';

type AsyncWrites = {
	[M in Exclude<keyof DocumentWriter, keyof AsyncReader>]: (
		...parameters: Parameters<DocumentWriter[M]>
	) => Promise<Awaited<ReturnType<DocumentWriter[M]>>>;
};

/** Reads and writes of one organisation in a transaction. */
export type AsyncWriter = AsyncReader & AsyncWrites;

/** Reads that note what they found, and know the threads that the transaction holds. */
const createNotedReader = (
	org: string,
	{ session, names, ledger, reads }: WriteAccess,
): AsyncReader => {
	const plain = createReader(org, session, names);
	const noted = <D extends readonly StoredDocument[]>(rows: D): D => {
		reads.read(rows);
		return rows;
	};
	return {
		...plain,
		async document(type, id) {
			const row = await plain.document(type, id);
			if (row) reads.read([row]);
			return row;
		},
		documentsOfType: async (...asked) => noted(await plain.documentsOfType(...asked)),
		documentsByGrouping: async (...asked) => noted(await plain.documentsByGrouping(...asked)),
		changes: async (...asked) => noted(await plain.changes(...asked)),
		async documentsByProperty(type, property, query) {
			if (query?.min !== undefined && query.min === query.max)
				reads.searched(type, property, query.min);
			return noted(await plain.documentsByProperty(type, property, query));
		},
		threads: async (page) =>
			(await plain.threads(page)).map((row) => ledger.byHandle(org, row.handle) ?? row),
		thread: async (path) => ledger.byPath(org, path) ?? plain.thread(path),
		async threadByReference(reference) {
			const thread = await plain.threadByReference(reference);
			return thread && (ledger.byHandle(org, thread.handle) ?? thread);
		},
	};
};

const purgeTombstones =
	({ session, sendings, ledger }: WriteAccess, org: string): AsyncWrites['purgeTombstones'] =>
	async (handle, { before, today, limit }) => {
		if (!ledger.byHandle(org, handle))
			throw new Error('a thread that is not locked in this organisation');
		const { rows } = await session.run(WRITES.purgeTombstones, handle, before, limit);
		for (const [, thread, horizon] of rows)
			if (thread !== null && horizon !== null) ledger.change(thread, { horizon }, false);
		const count = rows[0]?.[0] ?? 0;
		if (count < limit) {
			sendings.send(session.run(WRITES.setClean, today, handle));
			ledger.change(handle, { cleanDate: today }, false);
		}
		return count;
	};

/** The row of an organisation, read once: a transaction sees one state, but for its own writes. */
const organisationOnce = (read: AsyncReader['organisation']) => {
	let known: Promise<OrganisationRow | undefined> | undefined;
	let isWritten = false;
	return {
		read(): Promise<OrganisationRow | undefined> {
			if (isWritten) return read();
			known ??= read();
			return known;
		},
		/** From now on a savepoint may bring another back: it is read each time. */
		forget() {
			isWritten = true;
		},
	};
};

/** Reads and writes of one organisation through a connection that is inside a transaction. */
export const createWriter = (org: string, access: WriteAccess): AsyncWriter => {
	const { session, names, sendings, ledger } = access;
	const reader = createNotedReader(org, access);
	const organisation = organisationOnce(reader.organisation);
	return {
		...reader,
		organisation: organisation.read,
		lockThreads: (paths, create) => lockThreads(access, org, paths, create),
		async addThread({ path, reference, version, versions, horizon, cleanDate }) {
			const owner = await names.makeOrg(org);
			const state = [version, JSON.stringify(versions), horizon, cleanDate] as const;
			const adding = session.run(WRITES.addThreadAsWas, owner, path, reference, ...state);
			sendings.send(
				adding.then(({ count }) => {
					if (count !== 1) throw new Error('a thread that is there already');
				}),
			);
		},
		async putThread(handle, state) {
			if (!ledger.byHandle(org, handle))
				throw new Error('a thread that is not locked in this organisation');
			const { version, versions } = state;
			ledger.change(handle, { version, versions: { ...versions } }, true);
		},
		putDocument: (row, previous, threads) => writeDocument(access, org, row, previous, threads),
		removeDocument: (previous) => removeDocument(access, org, previous),
		async removeSome(limit) {
			const owner = await names.makeOrg(org);
			organisation.forget();
			for (const removal of REMOVALS) {
				const { count } = await session.run(removal, owner, limit);
				if (count > 0) return count;
			}
			return 0;
		},
		purgeTombstones: purgeTombstones(access, org),
		async putAnswer(operation, day, answer) {
			const adding = session.run(
				WRITES.addAnswer,
				await names.makeOrg(org),
				operation,
				day,
				answer,
			);
			sendings.send(
				adding.then(({ count }) => {
					if (count !== 1) throw new Error('an operation that has its answer');
				}),
			);
		},
		async replaceAnswer(operation, answer) {
			const owner = await names.makeOrg(org);
			const { count } = await session.run(WRITES.replaceAnswer, owner, operation, answer);
			if (count !== 1) throw new Error('no such answer');
		},
		async purgeAnswers(before, limit) {
			const owner = await names.makeOrg(org);
			return (await session.run(WRITES.purgeAnswers, owner, before, limit)).count;
		},
		async putLooseBlob({ fid, folder, since, note }) {
			const owner = await names.makeOrg(org);
			const adding = session.run(WRITES.addLooseBlob, owner, fid, folder, since, note);
			sendings.send(
				adding.then(({ count }) => {
					if (count !== 1) throw new Error('a content that is loose already');
				}),
			);
		},
		async takeLooseBlob(fid) {
			const taken = session.run(WRITES.takeLooseBlob, await names.makeOrg(org), fid);
			sendings.send(taken);
			const [row] = (await taken).rows;
			return row && columnsToLooseBlob(row);
		},
		async putOrganisation(row) {
			if (row.org !== org) throw new Error('the row of another organisation');
			const owner = await names.makeOrg(org);
			organisation.forget();
			sendings.send(session.run(WRITES.putOrganisation, owner, row.status, row.settings));
		},
	};
};
