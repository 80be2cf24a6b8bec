import { addDays } from '@navette/core';
import fc from 'fast-check';
import type { DocumentRow, ThreadReference } from '../document-row.ts';
import type { Awaitable, DocumentReader, DocumentWriter } from '../document-store.ts';
import { DAY, keyText, looseBlob, row, tombstone } from './fixture.ts';

const ORGS = ['acme', 'beta'] as const;
const TYPES = ['LOOSE', 'ONE', 'TWO', 'THREE'] as const;
const IDS = ['a', 'a.b', 'é', '\uff5e', '\u{1f600}'];
const VALUES = [-1, 0, 2.5, 7, '', '7', 'z'];
const OPERATIONS = ['op1', 'op2', 'op3'];
const FIDS = ['a', 'B', 'c'].map((name) => looseBlob(name).fid);
const SHARED = ['T/all', 'T/some'];

/** The threads of a document: as many as its type says, two of them shared. */
const pathsOf = (type: string, id: string): string[] =>
	[...SHARED, `T/own.${id}`].slice(0, TYPES.indexOf(type as (typeof TYPES)[number]));

const PATHS = [...SHARED, ...IDS.map((id) => `T/own.${id}`)];

const reference = (org: string, path: string) => `${org} ${path}` as ThreadReference;

/** One thing done to an organisation. */
type Step = { readonly org: string } & (
	| { kind: 'write'; type: string; id: string; dead: boolean; age: number; value: string | number }
	| { kind: 'purge'; path: string; age: number; limit: number }
	| { kind: 'answer'; operation: string; age: number }
	| { kind: 'forget'; age: number }
	| { kind: 'replace'; operation: string; age: number }
	| { kind: 'loose'; fid: string; age: number }
	| { kind: 'organisation'; frozen: boolean }
);

/** Steps done together, in a savepoint or not; all undone when it fails. */
interface Part {
	readonly steps: readonly Step[];
	readonly fails: boolean;
}

/** One transaction of a history. */
export interface HistoryTransaction {
	readonly parts: readonly Part[];
	readonly fails: boolean;
}

const org = fc.constantFrom(...ORGS);
const age = fc.integer({ min: 0, max: 4 });
const limit = fc.integer({ min: 1, max: 4 });
const write = fc.record({
	kind: fc.constant('write' as const),
	org,
	type: fc.constantFrom(...TYPES),
	id: fc.constantFrom(...IDS),
	dead: fc.boolean(),
	age,
	value: fc.constantFrom(...VALUES),
});
const step: fc.Arbitrary<Step> = fc.oneof(
	{ arbitrary: write, weight: 8 },
	fc.record({
		kind: fc.constant('purge' as const),
		org,
		path: fc.constantFrom(...SHARED),
		age,
		limit,
	}),
	fc.record({
		kind: fc.constant('answer' as const),
		org,
		operation: fc.constantFrom(...OPERATIONS),
		age,
	}),
	fc.record({ kind: fc.constant('forget' as const), org, age }),
	fc.record({
		kind: fc.constant('replace' as const),
		org,
		operation: fc.constantFrom(...OPERATIONS),
		age,
	}),
	fc.record({ kind: fc.constant('loose' as const), org, fid: fc.constantFrom(...FIDS), age }),
	fc.record({ kind: fc.constant('organisation' as const), org, frozen: fc.boolean() }),
);
const seldom = fc.integer({ min: 0, max: 4 }).map((roll) => roll === 4);
const part = fc.record({ steps: fc.array(step, { maxLength: 6 }), fails: seldom });

/** Random transactions, some of which fail, with parts that fail. */
export const histories: fc.Arbitrary<HistoryTransaction[]> = fc.array(
	fc.record({ parts: fc.array(part, { maxLength: 4 }), fails: seldom }),
	{ minLength: 1, maxLength: 8 },
);

const writeStep = async (writer: DocumentWriter, asked: Extract<Step, { kind: 'write' }>) => {
	const paths = pathsOf(asked.type, asked.id);
	const threads = await Promise.all(
		paths.map(async (path) => {
			const create = { reference: () => reference(asked.org, path), day: DAY };
			const [thread] = await writer.lockThreads([path], create);
			if (!thread) throw new Error('no thread');
			return thread;
		}),
	);
	const previous = await writer.document(asked.type, keyText(asked.id));
	const version = Math.max(previous?.version ?? 0, ...threads.map((t) => t.version)) + 1;
	const groupings = { z1: asked.id.slice(0, 1), z2: asked.type };
	const parts = { id: asked.id, type: asked.type, version, groupings };
	const document: DocumentRow = asked.dead
		? tombstone({ ...parts, del: addDays(DAY, asked.age) })
		: row({ ...parts, properties: { p: asked.value, [`p${asked.age}`]: asked.age } });
	await writer.putDocument(
		document,
		previous,
		threads.map((thread) => thread.handle),
	);
	for (const { handle, versions } of threads)
		await writer.putThread(handle, { version, versions: { ...versions, [asked.type]: version } });
};

/** Does a step through the interface of a store; the same for the provider and for the model. */
export const applyStep = async (writer: DocumentWriter, asked: Step): Promise<void> => {
	if (asked.kind === 'write') return writeStep(writer, asked);
	const day = addDays(DAY, 'age' in asked ? asked.age : 0);
	if (asked.kind === 'purge' && (await writer.thread(asked.path))) {
		const create = { reference: () => reference(asked.org, asked.path), day: DAY };
		const [thread] = await writer.lockThreads([asked.path], create);
		const purge = { before: day, today: addDays(day, 1), limit: asked.limit };
		await writer.purgeTombstones(thread?.handle ?? 0, purge);
	}
	if (asked.kind === 'answer' && !(await writer.answer(asked.operation)))
		await writer.putAnswer(asked.operation, day, Uint8Array.of(asked.age));
	if (asked.kind === 'replace' && (await writer.answer(asked.operation)))
		await writer.replaceAnswer(asked.operation, Uint8Array.of(asked.age, 1));
	if (asked.kind === 'forget') await writer.purgeAnswers(day, OPERATIONS.length);
	if (asked.kind === 'loose' && !(await writer.takeLooseBlob(asked.fid)))
		await writer.putLooseBlob(looseBlob(asked.fid, asked.age));
	if (asked.kind === 'organisation') {
		const status = asked.frozen ? 'frozen' : 'open';
		await writer.putOrganisation({ org: asked.org, status, settings: Uint8Array.of(1) });
	}
};

const PAGES = [
	{},
	{ limit: 2 },
	{ withTombstones: true, limit: 3 },
	{ after: keyText('a') },
	{ after: keyText('é'), limit: 1 },
];
const RANGES = [
	{},
	{ min: 0 },
	{ max: 2.5, descending: true },
	{ min: '' },
	{ max: '7', limit: 1 },
];
const QUERIES = [
	{ after: 0 },
	{ after: 2, limit: 3 },
	{ after: 1, upTo: 6, tombstonesAfter: 4 },
	{ after: 0, tombstonesAfter: Number.MAX_SAFE_INTEGER, limit: 2 },
];

/** What a read said, without the numbers that are the provider's own. */
const withoutHandles = (said: unknown): unknown => {
	if (Array.isArray(said)) return said.map(withoutHandles);
	const isRow = typeof said === 'object' && said !== null && 'handle' in said;
	return isRow ? { ...said, handle: undefined } : said;
};

const readThread = async (reader: DocumentReader, path: string): Promise<unknown> => {
	const thread = await reader.thread(path);
	if (!thread) return undefined;
	const byReference = reader.threadByReference(thread.reference);
	const pages = QUERIES.map((query) => reader.changes(thread.handle, query));
	return Promise.all([thread, byReference, ...pages]);
};

const readsOfType = (reader: DocumentReader, type: string): Awaitable<unknown>[] => [
	...IDS.map((id) => reader.document(type, keyText(id))),
	...PAGES.flatMap((page) => [
		reader.documentsOfType(type, page),
		reader.documentsByGrouping(type, 'z1', 'a', page),
		reader.documentsByGrouping(type, 'z2', type, page),
	]),
	...RANGES.flatMap((range) => [
		reader.documentsByProperty(type, 'p', range),
		reader.documentsByProperty(type, 'p1', range),
	]),
];

/**
 * All that the reads of an organisation say, without the numbers that are the provider's own. They are
 * asked at once, as nothing forbids: a database behind a network answers most of them together.
 */
export const observe = async (reader: DocumentReader): Promise<unknown> => {
	const said = await Promise.all([
		reader.organisation(),
		...TYPES.flatMap((type) => readsOfType(reader, type)),
		...[{ limit: 9 }, { after: 'T/own.a', limit: 2 }].map((page) => reader.threads(page)),
		...[{ limit: 2 }, { after: 'op1', limit: 9 }].map((page) => reader.answers(page)),
		...PATHS.map((path) => readThread(reader, path)),
		...OPERATIONS.map((operation) => reader.answer(operation)),
		...FIDS.map((fid) => reader.looseBlob(fid)),
		...[0, 2, 4].map((until) => reader.looseBlobs(until, 2)),
	]);
	return withoutHandles(said);
};

/** The organisations that histories speak of. */
export const HISTORY_ORGS: readonly string[] = ORGS;
