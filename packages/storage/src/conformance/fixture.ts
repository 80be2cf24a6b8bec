import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url, type Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type {
	DocumentRow,
	LooseBlob,
	OrganisationRow,
	StoredThread,
	ThreadReference,
} from '../document-row.ts';
import type { DocumentReader, DocumentStore, DocumentWriter } from '../document-store.ts';

/** A store under test, empty. */
export interface OpenedStore {
	readonly store: DocumentStore;
	/** Closes the store and opens the same content again; absent when nothing outlives a close. */
	readonly reopen?: () => Promise<DocumentStore>;
	/** Closes what is open and removes the content. */
	readonly destroy: () => Promise<void>;
}

/** Opens a new, empty store. */
export type OpenStore = () => Promise<OpenedStore>;

/** Declares a test that has a store for itself. */
export type StoreTest = (
	title: string,
	work: (store: DocumentStore, opened: OpenedStore) => Promise<void>,
) => void;

/** Tests of a provider, each on a new store that is destroyed afterwards. */
export const storeTests =
	(name: string, open: OpenStore): StoreTest =>
	(title, work) => {
		test(`${name}: ${title}`, async () => {
			const opened = await open();
			try {
				await work(opened.store, opened);
			} finally {
				await opened.destroy();
			}
		});
	};

export const ORG = 'acme';
export const OTHER = 'other';
export const DAY = 20260115 as Day;

export const keyText = (text: string): KeyText => text as KeyText;
export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

let references = 0;
/** A reference never given before. */
export const freshReference = (): ThreadReference => {
	const counter = new Uint8Array(16);
	new DataView(counter.buffer).setUint32(12, ++references);
	return bytesToBase64Url(counter) as ThreadReference;
};

export type RowParts = Partial<Omit<DocumentRow, 'id'>> & { readonly id: string };

/** A living document of type `NOTE`, but for the parts given. */
export const row = ({ id, ...parts }: RowParts): DocumentRow => ({
	type: 'NOTE',
	id: keyText(id),
	version: 1,
	del: 0,
	data: bytes(1, 2, 3),
	files: null,
	groupings: {},
	properties: {},
	...parts,
});

/** The same document, deleted. */
export const tombstone = ({ del = DAY, ...parts }: RowParts): DocumentRow =>
	row({ ...parts, del, data: null, files: null, properties: {} });

/** Locks threads, created if need be. */
export const lock = async (
	writer: DocumentWriter,
	paths: readonly string[],
): Promise<readonly StoredThread[]> =>
	writer.lockThreads(paths, { reference: freshReference, day: DAY });

/** Writes a row attached to threads, as the engine would: lock, read, write, move the threads. */
export const write = async (
	writer: DocumentWriter,
	document: DocumentRow,
	paths: readonly string[] = [],
): Promise<void> => {
	const threads = await lock(writer, paths);
	const previous = await writer.document(document.type, document.id);
	await writer.putDocument(
		document,
		previous,
		threads.map((thread) => thread.handle),
	);
	for (const thread of threads) {
		const version = Math.max(thread.version, document.version);
		const versions = { ...thread.versions, [document.type]: document.version };
		await writer.putThread(thread.handle, { version, versions });
	}
};

/** Writes rows attached to threads in one transaction of `ORG`. */
export const writeAll = (
	store: DocumentStore,
	rows: readonly DocumentRow[],
	paths: readonly string[] = [],
): Promise<void> =>
	store.transaction(async (transaction) => {
		for (const each of rows) await write(transaction.in(ORG), each, paths);
	});

/** Reads one thing of `ORG` in a snapshot of its own. */
export const read = <T>(
	store: DocumentStore,
	work: (reader: DocumentReader) => T | Promise<T>,
): Promise<T> => store.snapshot(ORG, work);

/** The thread of a path; fails when it is not there. */
export const threadOf = async (reader: DocumentReader, path: string): Promise<StoredThread> => {
	const thread = await reader.thread(path);
	assert.ok(thread, `no thread ${path}`);
	return thread;
};

/** Ids and versions of the changes of a thread, as `a@1`. */
export const changesOf = async (
	reader: DocumentReader,
	path: string,
	query: Partial<Parameters<DocumentReader['changes']>[1]> = {},
): Promise<string[]> => {
	const { handle } = await threadOf(reader, path);
	const rows = await reader.changes(handle, { after: 0, ...query });
	return rows.map((each) => `${each.id}@${each.version}`);
};

export const idsOf = (rows: readonly DocumentRow[]): string[] => rows.map((each) => each.id);

export const organisationRow = (org: string): OrganisationRow => ({
	org,
	status: 'open',
	settings: bytes(7),
});

/** A loose content; its id is padded to the length of one. */
export const looseBlob = (fid: string, since = 1, note = bytes(9)): LooseBlob => ({
	fid: fid.padEnd(22, '-'),
	folder: 'a.b%2F',
	since,
	note,
});
