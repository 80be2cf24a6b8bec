import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type {
	LooseBlob,
	OrganisationRow,
	RowHandle,
	StoredDocument,
	StoredThread,
} from '../document-row.ts';
import { createSortedMap, type SortedMap } from './sorted-map.ts';

/** Where a document is: organisation, type, id. */
export type DocumentPlace = readonly [org: string, type: string, id: KeyText];

/** A document with the threads it is attached to, in the order they were given. */
export interface AttachedDocument {
	readonly row: StoredDocument;
	readonly threads: readonly RowHandle[];
}

/** All a memory store holds, as tables in key order (keys in comments). */
export interface MemoryContent {
	/** org */
	readonly organisations: SortedMap<OrganisationRow>;
	/** org, type, id */
	readonly documents: SortedMap<AttachedDocument>;
	/** org, type, `z` (grouping) or `p` (property), name, value, id; living documents only */
	readonly entries: SortedMap<DocumentPlace>;
	/** org, path */
	readonly threads: SortedMap<StoredThread>;
	/** org, reference */
	readonly references: SortedMap<string>;
	/** thread handle */
	readonly paths: SortedMap<readonly [org: string, path: string]>;
	/** thread handle, version, document handle */
	readonly links: SortedMap<DocumentPlace>;
	/** thread handle, day of deletion, version, document handle */
	readonly tombstones: SortedMap<DocumentPlace>;
	/** org, operation */
	readonly answers: SortedMap<{ readonly day: Day; readonly answer: Uint8Array }>;
	/** org, day, operation */
	readonly answerDays: SortedMap<true>;
	/** org, fid */
	readonly looseBlobs: SortedMap<LooseBlob>;
	/** org, since, fid */
	readonly looseSince: SortedMap<true>;
}

/** A store that was never written. */
export const emptyContent = (): MemoryContent => ({
	organisations: createSortedMap(),
	documents: createSortedMap(),
	entries: createSortedMap(),
	threads: createSortedMap(),
	references: createSortedMap(),
	paths: createSortedMap(),
	links: createSortedMap(),
	tombstones: createSortedMap(),
	answers: createSortedMap(),
	answerDays: createSortedMap(),
	looseBlobs: createSortedMap(),
	looseSince: createSortedMap(),
});

/** An independent copy; immediate, whatever the store holds. */
export const cloneContent = (content: MemoryContent): MemoryContent => ({
	organisations: content.organisations.clone(),
	documents: content.documents.clone(),
	entries: content.entries.clone(),
	threads: content.threads.clone(),
	references: content.references.clone(),
	paths: content.paths.clone(),
	links: content.links.clone(),
	tombstones: content.tombstones.clone(),
	answers: content.answers.clone(),
	answerDays: content.answerDays.clone(),
	looseBlobs: content.looseBlobs.clone(),
	looseSince: content.looseSince.clone(),
});
