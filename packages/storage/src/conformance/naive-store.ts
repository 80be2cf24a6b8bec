import type { Day } from '@navette/core';
import type {
	DocumentRow,
	LooseBlob,
	OrganisationRow,
	RowHandle,
	StoredDocument,
	StoredThread,
} from '../document-row.ts';
import type { DocumentWriter, NameQuery, PageQuery, TypeQuery } from '../document-store.ts';

interface NaiveDocument {
	readonly org: string;
	readonly row: StoredDocument;
	readonly threads: readonly RowHandle[];
}

/** What a store holds, as plain lists: the model that providers are compared with. */
export interface NaiveState {
	documents: NaiveDocument[];
	threads: { readonly org: string; readonly thread: StoredThread }[];
	answers: { readonly org: string; readonly operation: string; day: Day; answer: Uint8Array }[];
	organisations: OrganisationRow[];
	loose: { readonly org: string; readonly row: LooseBlob }[];
	handles: number;
}

export const emptyNaiveState = (): NaiveState => ({
	documents: [],
	threads: [],
	answers: [],
	organisations: [],
	loose: [],
	handles: 0,
});

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const byValue = (a: string | number, b: string | number): number => {
	if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
	return typeof a === 'number' ? a - Number(b) : byBytes(a, String(b));
};

const inPage = (rows: readonly StoredDocument[], { after, limit }: PageQuery = {}) =>
	rows
		.filter((row) => after === undefined || byBytes(row.id, after) > 0)
		.sort((a, b) => byBytes(a.id, b.id))
		.slice(0, limit);

const namedPage = <T>(
	rows: readonly T[],
	nameOf: (row: T) => string,
	{ after, limit }: NameQuery,
): T[] =>
	rows
		.filter((row) => after === undefined || byBytes(nameOf(row), after) > 0)
		.sort((a, b) => byBytes(nameOf(a), nameOf(b)))
		.slice(0, limit);

/** Reads of an organisation in a state, by brute force. */
const createNaiveReader = (org: string, state: NaiveState) => {
	const all = (type: string): StoredDocument[] =>
		state.documents.filter((d) => d.org === org && d.row.type === type).map((d) => d.row);
	const alive = (type: string) => all(type).filter((row) => row.del === 0);
	const threads = () => state.threads.filter((each) => each.org === org).map((e) => e.thread);
	const reader = {
		document: (type: string, id: string) => all(type).find((row) => row.id === id),
		documentsOfType: (type: string, page?: TypeQuery) =>
			inPage(page?.withTombstones ? all(type) : alive(type), page),
		types: () => {
			const own = state.documents.filter((each) => each.org === org);
			return [...new Set(own.map((each) => each.row.type))].sort(byBytes);
		},
		threads: (page: NameQuery) => namedPage(threads(), (thread) => thread.path, page),
		answers: (page: NameQuery) => {
			const own = state.answers.filter((each) => each.org === org);
			return namedPage(own, (each) => each.operation, page).map(({ operation, day, answer }) => ({
				operation,
				day,
				answer,
			}));
		},
		documentsByGrouping: (type: string, name: string, value: string, page?: PageQuery) =>
			inPage(
				alive(type).filter((row) => row.groupings[name] === value),
				page,
			),
		thread: (path: string) => threads().find((thread) => thread.path === path),
		threadByReference: (reference: string) =>
			threads().find((thread) => thread.reference === reference),
		answer: (operation: string) =>
			state.answers.find((each) => each.org === org && each.operation === operation)?.answer,
		looseBlob: (fid: string) =>
			state.loose.find((each) => each.org === org && each.row.fid === fid)?.row,
		looseBlobs: (until: number, limit: number) =>
			state.loose
				.filter((each) => each.org === org && each.row.since <= until)
				.map((each) => each.row)
				.sort((a, b) => a.since - b.since || byBytes(a.fid, b.fid))
				.slice(0, limit),
		organisation: () => state.organisations.find((row) => row.org === org),
	};
	const documentsByProperty: DocumentWriter['documentsByProperty'] = (type, name, query = {}) => {
		const { min, max, descending, limit } = query;
		const kind = typeof (min ?? max);
		const found = alive(type).flatMap((row) => {
			const value = row.properties[name];
			if (value === undefined || (kind !== 'undefined' && typeof value !== kind)) return [];
			const isIn =
				(min === undefined || byValue(value, min) >= 0) &&
				(max === undefined || byValue(value, max) <= 0);
			return isIn ? [{ row, value }] : [];
		});
		found.sort((a, b) => byValue(a.value, b.value) || byBytes(a.row.id, b.row.id));
		return (descending ? found.reverse() : found).map(({ row }) => row).slice(0, limit);
	};
	const changes: DocumentWriter['changes'] = (handle, query) => {
		const { after, upTo = Number.POSITIVE_INFINITY, limit, tombstonesAfter = 0 } = query;
		return state.documents
			.filter((each) => each.org === org && each.threads.includes(handle))
			.map((each) => each.row)
			.filter((row) => row.version > after && row.version <= upTo)
			.filter((row) => row.del === 0 || row.version > tombstonesAfter)
			.sort((a, b) => a.version - b.version)
			.slice(0, limit);
	};
	return { ...reader, documentsByProperty, changes };
};

/** Reads and writes of an organisation in a state that it changes, by brute force. */
export const createNaiveWriter = (org: string, state: NaiveState): DocumentWriter => {
	const reader = createNaiveReader(org, state);
	const setThread = (thread: StoredThread): void => {
		state.threads = state.threads.filter((each) => each.thread.handle !== thread.handle);
		state.threads.push({ org, thread });
	};
	const threadOf = (handle: RowHandle): StoredThread => {
		const found = state.threads.find((each) => each.thread.handle === handle);
		if (!found) throw new Error('no such thread');
		return found.thread;
	};
	const putDocument = (
		row: DocumentRow,
		previous: StoredDocument | undefined,
		threads: readonly RowHandle[],
	): void => {
		const handle = previous?.handle ?? ++state.handles;
		state.documents = state.documents.filter((each) => each.row.handle !== handle);
		state.documents.push({ org, row: { ...row, handle }, threads });
	};
	const purgeTombstones: DocumentWriter['purgeTombstones'] = (handle, { before, today, limit }) => {
		const doomed = state.documents
			.filter((each) => each.threads.includes(handle))
			.filter(({ row }) => row.del > 0 && row.del < before)
			.sort((a, b) => a.row.del - b.row.del || a.row.version - b.row.version)
			.slice(0, limit);
		for (const { row, threads } of doomed)
			for (const thread of threads.map(threadOf))
				setThread({ ...thread, horizon: Math.max(thread.horizon, row.version) });
		state.documents = state.documents.filter((each) => !doomed.includes(each));
		if (doomed.length < limit) setThread({ ...threadOf(handle), cleanDate: today });
		return doomed.length;
	};
	const purgeAnswers: DocumentWriter['purgeAnswers'] = (before, limit) => {
		const old = state.answers
			.filter((each) => each.org === org && each.day < before)
			.sort((a, b) => a.day - b.day || byBytes(a.operation, b.operation))
			.slice(0, limit);
		state.answers = state.answers.filter((each) => !old.includes(each));
		return old.length;
	};
	return {
		...reader,
		lockThreads: (paths, { reference, day }) =>
			paths.map((path) => {
				const thread = reader.thread(path);
				if (thread) return thread;
				const empty = { version: 0, versions: {}, horizon: 0, cleanDate: day };
				const created = { handle: ++state.handles, path, reference: reference(), ...empty };
				setThread(created);
				return created;
			}),
		addThread: (thread) => setThread({ ...thread, handle: ++state.handles }),
		putThread: (handle, moved) => setThread({ ...threadOf(handle), ...moved }),
		putDocument,
		removeDocument(previous) {
			state.documents = state.documents.filter((each) => each.row.handle !== previous.handle);
		},
		removeSome: () => {
			throw new Error('histories do not remove organisations');
		},
		purgeTombstones,
		putAnswer(operation, day, answer) {
			state.answers.push({ org, operation, day, answer });
		},
		replaceAnswer(operation, answer) {
			const found = state.answers.find((each) => each.org === org && each.operation === operation);
			if (!found) throw new Error('no such answer');
			found.answer = answer;
		},
		purgeAnswers,
		putLooseBlob(row) {
			state.loose.push({ org, row });
		},
		takeLooseBlob(fid) {
			const found = reader.looseBlob(fid);
			state.loose = state.loose.filter((each) => each.row !== found);
			return found;
		},
		putOrganisation(row) {
			state.organisations = state.organisations.filter((each) => each.org !== org);
			state.organisations.push(row);
		},
	};
};
