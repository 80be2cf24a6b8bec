import { createHash, type Hash } from 'node:crypto';
import type { ArchiveRecord, Counts, ReadRecord } from './record.ts';

/** Counts rows and digests what they say, in the order in which they come. */
export interface Tally {
	/** A thread, a document, an answer or a loose content. */
	add(read: ReadRecord): void;
	/** A content that follows the rows, and its digest. */
	content(size: number, digest: Uint8Array): void;
	/** A content that a row names and that is to follow. */
	expect(size: number): void;
	counts(): Counts;
	rows(): Uint8Array;
	contents(): Uint8Array;
	/** Contents that came, and their bytes. */
	came(): { readonly contents: number; readonly bytes: number };
}

const digestOf = (hash: Hash): Uint8Array => new Uint8Array(hash.copy().digest());

const ROWS: ReadonlySet<ArchiveRecord[0]> = new Set(['thread', 'document', 'answer', 'loose']);

/** Whether a record is one of the rows of the store. */
export const isRow = (record: ArchiveRecord): boolean => ROWS.has(record[0]);

export const createTally = (): Tally => {
	const rows = createHash('sha256');
	const contents = createHash('sha256');
	const counts = { threads: 0, documents: 0, tombstones: 0, answers: 0, loose: 0 };
	const expected = { contents: 0, bytes: 0 };
	const came = { contents: 0, bytes: 0 };
	return {
		add({ record, bytes }) {
			rows.update(bytes);
			if (record[0] === 'thread') counts.threads++;
			else if (record[0] === 'answer') counts.answers++;
			else if (record[0] === 'loose') counts.loose++;
			else if (record[0] === 'document' && record[4] > 0) counts.tombstones++;
			else counts.documents++;
		},
		content(size, digest) {
			contents.update(digest);
			came.contents++;
			came.bytes += size;
		},
		expect(size) {
			expected.contents++;
			expected.bytes += size;
		},
		counts: () => ({ ...counts, ...expected }),
		rows: () => digestOf(rows),
		contents: () => digestOf(contents),
		came: () => ({ ...came }),
	};
};

/** Whether two counts are the same. */
export const equalCounts = (a: Counts, b: Counts): boolean =>
	(Object.keys(a) as (keyof Counts)[]).every((name) => a[name] === b[name]);
