import type { Day } from '@navette/core';
import {
	advanceThread,
	type Catalogue,
	type DocumentType,
	type Key,
	keyToText,
	nextVersion,
	threadPathOf,
	threadPathToText,
	type Version,
} from '@navette/model';
import type { DocumentRow, StoredThread } from '@navette/storage';
import type { PendingWrite } from './operation-context.ts';
import { dataToStored } from './stored-data.ts';

/** Paths of the threads a document is attached to, in declared order. */
export const threadsOf = (catalogue: Catalogue, type: DocumentType, key: Key): readonly string[] =>
	type.threads.map((name) => {
		const thread = catalogue.threads.get(name);
		if (!thread) throw new Error(`thread type ${name} is not declared`);
		return threadPathToText(threadPathOf(thread, key));
	});

/** A write, and the paths of the threads its document is attached to. */
export interface AttachedWrite {
	readonly write: PendingWrite;
	readonly paths: readonly string[];
}

/** Says of each write where its document is attached. */
export const attachWrites = (
	catalogue: Catalogue,
	writes: readonly PendingWrite[],
): readonly AttachedWrite[] =>
	writes.map((write) => ({ write, paths: threadsOf(catalogue, write.type, write.key) }));

/** Every thread that writes touch, in the one order in which threads are locked. */
export const threadsToLock = (writes: readonly AttachedWrite[]): readonly string[] => {
	const paths = new Set<string>();
	for (const write of writes) for (const path of write.paths) paths.add(path);
	return [...paths].sort();
};

/** What a transaction does to the store, decided before anything is written. */
export interface CommitPlan {
	readonly version: Version;
	readonly documents: readonly {
		readonly row: DocumentRow;
		readonly previous: PendingWrite['previous'];
		/** Handles of its threads. */
		readonly threads: readonly number[];
	}[];
	readonly threads: readonly {
		readonly before: StoredThread;
		readonly version: Version;
		readonly versions: Readonly<Record<string, Version>>;
		/** Types written in this thread. */
		readonly types: readonly string[];
		/** Whether something in it was deleted. */
		readonly deleted: boolean;
	}[];
}

const rowOf = (write: PendingWrite, version: Version, today: Day): DocumentRow => {
	const { type, key, id, data } = write;
	const groupings = Object.fromEntries(
		Object.entries(type.groupings ?? {}).map(([name, properties]) => [
			name,
			keyToText(properties, key),
		]),
	);
	if (data === undefined)
		return {
			type: type.name,
			id,
			version,
			del: today,
			data: null,
			files: null,
			groupings,
			properties: {},
		};
	const properties: Record<string, string | number> = {};
	for (const [name, declared] of Object.entries(type.properties ?? {})) {
		const value = declared.of(key, data);
		if (value !== undefined) properties[name] = value;
	}
	const stored = dataToStored(type, data);
	const { files } = write;
	return { type: type.name, id, version, del: 0, data: stored, files, groupings, properties };
};

/**
 * The commit rule: with F the threads of the documents written, `v = max(version(f)) + 1`; every
 * document and every f gets `v`, and each f notes it for the types written in it. A document
 * attached to nothing also counts its own last version, as every document does, so that its
 * versions only grow.
 */
export const planCommit = (
	writes: readonly AttachedWrite[],
	locked: readonly StoredThread[],
	today: Day,
): CommitPlan => {
	const byPath = new Map(locked.map((thread) => [thread.path, thread]));
	const version = nextVersion([
		...locked.map((thread) => thread.version),
		...writes.map(({ write }) => write.previous?.version ?? 0),
	]);
	const touched = new Map<string, { types: Set<string>; deleted: boolean }>();
	const documents = writes.map(({ write, paths }) => {
		const threads = paths.map((path) => {
			const entry = touched.get(path) ?? { types: new Set(), deleted: false };
			entry.types.add(write.type.name);
			if (write.data === undefined) entry.deleted = true;
			touched.set(path, entry);
			const thread = byPath.get(path);
			if (!thread) throw new Error(`thread ${path} was not locked`);
			return thread.handle;
		});
		return { row: rowOf(write, version, today), previous: write.previous, threads };
	});
	const threads = locked.map((before) => {
		const entry = touched.get(before.path);
		const types = [...(entry?.types ?? [])];
		const { versions } = advanceThread(before, types, version);
		return { before, version, versions, types, deleted: entry?.deleted ?? false };
	});
	return { version, documents, threads };
};
