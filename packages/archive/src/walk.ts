import { createHash, type Hash } from 'node:crypto';
import { equalBytes, err, ok, type Result } from '@navette/core';
import type { ArchiveFault } from './archive-fault.ts';
import { KIND } from './chunk.ts';
import type { Chunk } from './chunk-reader.ts';
import { bytesToManifest, bytesToRecords, type Manifest, type ReadRecord } from './record.ts';
import { createTally, equalCounts, isRow, type Tally } from './tally.ts';

interface OpenContent {
	readonly folder: string;
	readonly fid: string;
	readonly size: number;
	readonly hash: Hash;
	came: number;
}

/** One thing that a chunk brings. */
export type Step =
	| { readonly kind: 'organisation' | 'row'; readonly read: ReadRecord }
	| {
			readonly kind: 'content';
			readonly folder: string;
			readonly fid: string;
			readonly size: number;
	  }
	| { readonly kind: 'bytes'; readonly bytes: Uint8Array }
	| { readonly kind: 'rows-end' | 'content-end' }
	| { readonly kind: 'end'; readonly manifest: Manifest };

/** Follows an archive chunk by chunk, and refuses what does not stand in its place or add up. */
export interface Walk {
	step(chunk: Chunk): Result<readonly Step[], ArchiveFault>;
	readonly tally: Tally;
	/** What the rows said would follow; nothing before they all came. */
	expected(): { readonly contents: number; readonly bytes: number };
	/** Whether all rows came. */
	areRowsDone(): boolean;
	/** Whether no content is under way. */
	isBetween(): boolean;
}

class Misplaced extends Error {}

const refuse = (why: string): never => {
	throw new Misplaced(why);
};

/** `archive` = the id of its header. */
export const createWalk = (archive: string): Walk => {
	const tally = createTally();
	let isBegun = false;
	let areRowsDone = false;
	let expected = { contents: 0, bytes: 0 };
	let content: OpenContent | undefined;

	const takeRow = (read: ReadRecord): Step => {
		if (!isBegun || areRowsDone) return refuse('a row out of its place');
		tally.add(read);
		return { kind: 'row', read };
	};
	const takeRowsEnd = (counts: ReturnType<Tally['counts']>, digest: Uint8Array): Step => {
		const { contents, bytes, ...rows } = counts;
		const mine = tally.counts();
		if (!isBegun || areRowsDone) return refuse('an end of rows out of its place');
		if (!equalCounts({ ...rows, contents: 0, bytes: 0 }, { ...mine, contents: 0, bytes: 0 }))
			return refuse('rows are missing');
		if (!equalBytes(digest, tally.rows())) return refuse('rows do not add up');
		areRowsDone = true;
		expected = { contents, bytes };
		return { kind: 'rows-end' };
	};
	const takeContent = (folder: string, fid: string, size: number): Step => {
		if (!areRowsDone || content) return refuse('a content out of its place');
		content = { folder, fid, size, hash: createHash('sha256'), came: 0 };
		return { kind: 'content', folder, fid, size };
	};
	const takeContentEnd = (digest: Uint8Array): Step => {
		if (!content) return refuse('the end of a content out of its place');
		const { size, came, hash } = content;
		content = undefined;
		const found = new Uint8Array(hash.digest());
		if (came !== size || !equalBytes(found, digest)) return refuse('a content does not add up');
		tally.content(size, digest);
		return { kind: 'content-end' };
	};
	const takeRecord = (read: ReadRecord): Step => {
		const { record } = read;
		if (isRow(record)) return takeRow(read);
		if (record[0] === 'rows') return takeRowsEnd(record[1], record[2]);
		if (record[0] === 'content') return takeContent(record[1], record[2], record[3]);
		if (record[0] === 'end') return takeContentEnd(record[1]);
		if (isBegun) return refuse('a second beginning');
		isBegun = true;
		return { kind: 'organisation', read };
	};
	const takeBytes = (bytes: Uint8Array): Step => {
		if (!content) return refuse('bytes of no content');
		content.hash.update(bytes);
		content.came += bytes.length;
		return content.came > content.size ? refuse('a content is too long') : { kind: 'bytes', bytes };
	};
	const takeManifest = (payload: Uint8Array): Step => {
		const manifest = bytesToManifest(payload) ?? refuse('no manifest');
		const { contents, bytes } = tally.came();
		const counts = { ...tally.counts(), contents, bytes };
		const isWhole =
			areRowsDone &&
			!content &&
			contents === expected.contents &&
			bytes === expected.bytes &&
			manifest.archive === archive &&
			equalCounts(manifest.counts, counts) &&
			equalBytes(manifest.rows, tally.rows()) &&
			equalBytes(manifest.contents, tally.contents());
		return isWhole ? { kind: 'end', manifest } : refuse('the manifest does not add up');
	};
	const take = ({ kind, payload, isLast }: Chunk): readonly Step[] => {
		if (isLast !== (kind === KIND.manifest)) return refuse('an end out of its place');
		if (kind === KIND.manifest) return [takeManifest(payload)];
		if (kind === KIND.bytes) return [takeBytes(payload)];
		return (bytesToRecords(payload) ?? refuse('a record is none')).map(takeRecord);
	};
	return {
		step(chunk) {
			try {
				return ok(take(chunk));
			} catch (error) {
				if (!(error instanceof Misplaced)) throw error;
				return err({ code: 'damaged', at: chunk.from, why: error.message });
			}
		},
		tally,
		expected: () => expected,
		areRowsDone: () => areRowsDone,
		isBetween: () => content === undefined,
	};
};
