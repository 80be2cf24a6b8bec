import type { DocumentWriter, StoredThread } from '@navette/storage';
import { type AsyncReader, createReader, readThread } from './reader.ts';
import { purgeAnswers, purgeTombstones, removeSome } from './removals.ts';
import { type Cells, keyIn, TABLES, type Table } from './tables.ts';
import { lockedPath, putDocument, removeDocument, type WriteAccess } from './write-document.ts';

type AsyncWrites = {
	[M in Exclude<keyof DocumentWriter, keyof AsyncReader>]: (
		...parameters: Parameters<DocumentWriter[M]>
	) => Promise<Awaited<ReturnType<DocumentWriter[M]>>>;
};

/** Reads and writes of one organisation in a transaction. */
export type AsyncWriter = AsyncReader & AsyncWrites;

const createThreadWrites = (org: string, access: WriteAccess) => {
	const { rows, handles, locked } = access;
	const addThread = async (thread: Omit<StoredThread, 'handle'>): Promise<void> => {
		const { path, reference, version, versions, horizon, cleanDate } = thread;
		const key = keyIn(TABLES.threads, org, path);
		const referenceKey = keyIn(TABLES.references, org, reference);
		if (await rows.get(TABLES.references, referenceKey))
			throw new Error('a thread reference given twice');
		if (await rows.get(TABLES.threads, key)) throw new Error('a thread that is there already');
		const state = { version, versions: JSON.stringify(versions), horizon, cleanDate };
		rows.set(TABLES.threads, key, { path, reference, ...state });
		rows.set(TABLES.references, referenceKey, { path });
	};
	const lockThreads: AsyncWrites['lockThreads'] = async (paths, { reference, day }) => {
		await rows.getAll(
			TABLES.threads,
			paths.map((path) => keyIn(TABLES.threads, org, path)),
		);
		const threads: StoredThread[] = [];
		for (const path of paths) {
			const state = { version: 0, versions: {}, horizon: 0, cleanDate: day };
			if (!(await readThread(rows, handles, org, path)))
				await addThread({ path, reference: reference(), ...state });
			const thread = await readThread(rows, handles, org, path);
			if (!thread) throw new Error('a thread that was just created is not there');
			locked.add(thread.handle);
			threads.push(thread);
		}
		return threads;
	};
	const putThread: AsyncWrites['putThread'] = async (handle, { version, versions }) => {
		const key = keyIn(TABLES.threads, org, lockedPath(access, org, handle));
		const text = JSON.stringify(versions);
		const cells = await rows.get(TABLES.threads, key);
		if (!cells) throw new Error('a thread that is not there');
		rows.set(TABLES.threads, key, { ...cells, version, versions: text });
	};
	return { addThread, lockThreads, putThread };
};

/** Writes of answers, loose contents and the organisation's own row. */
const createOtherWrites = (org: string, { rows }: WriteAccess) => {
	const add = async <V extends Cells>(table: Table<V>, key: string, row: V): Promise<void> => {
		if (await rows.get(table, key)) throw new Error('a row that is there already');
		rows.set(table, key, row);
	};
	const putAnswer: AsyncWrites['putAnswer'] = async (operation, day, bytes) => {
		const answer = bytes.slice();
		await add(TABLES.answers, keyIn(TABLES.answers, org, operation), { operation, day, answer });
		rows.set(TABLES.answerDays, keyIn(TABLES.answerDays, org, day, operation), { operation });
	};
	const replaceAnswer: AsyncWrites['replaceAnswer'] = async (operation, bytes) => {
		const answer = bytes.slice();
		const key = keyIn(TABLES.answers, org, operation);
		const known = await rows.get(TABLES.answers, key);
		if (!known) throw new Error('no such answer');
		rows.set(TABLES.answers, key, { ...known, answer });
	};
	const putLooseBlob: AsyncWrites['putLooseBlob'] = async ({ fid, folder, since, note }) => {
		const cells = { fid, folder, since, note: note.slice() };
		await add(TABLES.looseBlobs, keyIn(TABLES.looseBlobs, org, fid), cells);
		rows.set(TABLES.looseSince, keyIn(TABLES.looseSince, org, since, fid), { fid });
	};
	const putOrganisation: AsyncWrites['putOrganisation'] = async (row) => {
		if (row.org !== org) throw new Error('the row of another organisation');
		const { status, settings } = row;
		const cells = { org, status, settings: settings.slice() };
		rows.set(TABLES.organisations, keyIn(TABLES.organisations, org), cells);
	};
	return { putAnswer, replaceAnswer, putLooseBlob, putOrganisation };
};

/** Reads and writes of one organisation in a draft. */
export const createWriter = (org: string, access: WriteAccess): AsyncWriter => {
	const { rows, handles } = access;
	const reader = createReader(org, rows, handles);
	return {
		...reader,
		...createThreadWrites(org, access),
		...createOtherWrites(org, access),
		putDocument: (...asked) => putDocument(access, org, asked),
		removeDocument: (previous) => removeDocument(access, org, previous),
		removeSome: (limit) => removeSome(rows, org, limit),
		purgeTombstones: async (handle, purge) =>
			purgeTombstones(rows, org, lockedPath(access, org, handle), purge),
		purgeAnswers: (before, limit) => purgeAnswers(rows, org, before, limit),
		async takeLooseBlob(fid) {
			const found = await reader.looseBlob(fid);
			if (!found) return undefined;
			rows.delete(keyIn(TABLES.looseBlobs, org, fid));
			rows.delete(keyIn(TABLES.looseSince, org, found.since, fid));
			return found;
		},
	};
};
