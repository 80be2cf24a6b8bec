import type { RowHandle, StoredThread } from '../document-row.ts';
import type { DocumentWriter } from '../document-store.ts';
import type { DocumentPlace } from './memory-content.ts';
import { addDocument, type MemoryDraft, removeDocument } from './memory-draft.ts';
import { purgeMemoryAnswers, purgeMemoryTombstones, removeMemoryRows } from './memory-purge.ts';
import { createMemoryReader } from './memory-reader.ts';

const sameHandles = (a: readonly RowHandle[], b: readonly RowHandle[]): boolean =>
	a.length === b.length && a.every((handle) => b.includes(handle));

/** Reads and writes of one organisation in a draft; `draft` throws when the transaction is over. */
export const createMemoryWriter = (
	org: string,
	draft: () => MemoryDraft,
	nextHandle: () => RowHandle,
): DocumentWriter => {
	const content = () => draft().content;
	const reader = createMemoryReader(org, content);

	const addThread = (added: Omit<StoredThread, 'handle'>): StoredThread => {
		const thread = { ...added, handle: nextHandle() };
		const { references, paths, threads } = content();
		if (!references.setIfNotPresent([org, thread.reference], thread.path))
			throw new Error('a thread reference given twice');
		if (!threads.setIfNotPresent([org, thread.path], thread))
			throw new Error('a thread that is there already');
		paths.set([thread.handle], [org, thread.path]);
		return thread;
	};

	const createThread: (
		path: string,
		create: Parameters<DocumentWriter['lockThreads']>[1],
	) => StoredThread = (path, { reference, day }) => {
		const state = { version: 0, versions: {}, horizon: 0, cleanDate: day };
		return addThread({ path, reference: reference(), ...state });
	};
	const lockedThread = (handle: RowHandle): StoredThread => {
		const [owner, path] = content().paths.get([handle]) ?? [];
		const thread = path === undefined ? undefined : content().threads.get([org, path]);
		if (owner !== org || !thread || !draft().locked.has(handle))
			throw new Error('a thread that this organisation has not locked in this transaction');
		return thread;
	};

	return {
		...reader,
		lockThreads(paths, create) {
			const threads = paths.map(
				(path) => content().threads.get([org, path]) ?? createThread(path, create),
			);
			const state = draft();
			state.locked = new Set([...state.locked, ...threads.map((thread) => thread.handle)]);
			return threads;
		},
		addThread: (thread) => void addThread(thread),
		putThread(handle, { version, versions }) {
			const thread = { ...lockedThread(handle), version, versions: { ...versions } };
			content().threads.set([org, thread.path], thread);
		},
		putDocument(row, previous, threads) {
			const place: DocumentPlace = [org, row.type, row.id];
			const current = content().documents.get(place);
			if (current?.row.version !== previous?.version || current?.row.handle !== previous?.handle)
				throw new Error('the previous row is not the one that is stored');
			if (current && !sameHandles(current.threads, threads))
				throw new Error('the threads of a document never change');
			for (const thread of threads) lockedThread(thread);
			if (current) removeDocument(content(), place, current);
			const stored = {
				...row,
				handle: current?.row.handle ?? nextHandle(),
				data: row.data?.slice() ?? null,
				files: row.files?.slice() ?? null,
				groupings: { ...row.groupings },
				properties: { ...row.properties },
			};
			addDocument(content(), place, { row: stored, threads: [...threads] });
		},
		removeDocument(previous) {
			const place: DocumentPlace = [org, previous.type, previous.id];
			const current = content().documents.get(place);
			if (current?.row.version !== previous.version || current.row.handle !== previous.handle)
				throw new Error('the previous row is not the one that is stored');
			if (current.threads.length > 0) throw new Error('a document that is attached to a thread');
			removeDocument(content(), place, current);
		},
		removeSome: (limit) => removeMemoryRows(content(), org, limit),
		purgeTombstones: (handle, purge) =>
			purgeMemoryTombstones(content(), lockedThread(handle), org, purge),
		putAnswer(operation, day, answer) {
			const { answers, answerDays } = content();
			if (!answers.setIfNotPresent([org, operation], { day, answer: answer.slice() }))
				throw new Error('an operation answered twice');
			answerDays.set([org, day, operation], true);
		},
		replaceAnswer(operation, answer) {
			const { answers } = content();
			const known = answers.get([org, operation]);
			if (!known) throw new Error('no such answer');
			answers.set([org, operation], { ...known, answer: answer.slice() });
		},
		purgeAnswers: (before, limit) => purgeMemoryAnswers(content(), org, before, limit),
		putLooseBlob(row) {
			const { looseBlobs, looseSince } = content();
			if (!looseBlobs.setIfNotPresent([org, row.fid], { ...row, note: row.note.slice() }))
				throw new Error('a loose content noted twice');
			looseSince.set([org, row.since, row.fid], true);
		},
		takeLooseBlob(fid) {
			const row = content().looseBlobs.get([org, fid]);
			if (!row) return undefined;
			content().looseBlobs.delete([org, fid]);
			content().looseSince.delete([org, row.since, fid]);
			return row;
		},
		putOrganisation(row) {
			if (row.org !== org) throw new Error('the row of another organisation');
			content().organisations.set([org], { ...row, settings: row.settings.slice() });
		},
	};
};
