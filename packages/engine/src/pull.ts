import { type Catalogue, createChecksum, type Version } from '@navette/model';
import type { DocumentReader, StoredDocument, StoredThread } from '@navette/storage';
import type { Grant } from './access.ts';
import { type OutgoingDocument, rowToOutgoing } from './outgoing.ts';

/** Where a device stands in a thread. */
export interface Cursor {
	readonly since: Version;
	readonly horizon?: Version | undefined;
	readonly tombstonesAfter?: Version | undefined;
	readonly scope?: string | undefined;
	/** Also sum up what is seen of the thread, with the last page. */
	readonly check?: boolean | undefined;
}

/** What changed in a thread for a device. */
export interface Page {
	readonly version: Version;
	readonly upTo: Version;
	readonly more: boolean;
	readonly horizon: Version;
	readonly full: boolean;
	readonly scope: string;
	readonly documents: readonly OutgoingDocument[];
	/** Sum of all that is seen, when it was asked and there is nothing more. */
	readonly checksum?: string;
}

/**
 * Where a page ends so that no transaction is split. `rows` are in version order and one more than
 * `limit` was asked for. `whole` = the lowest version alone is longer than a page.
 */
export const cutPage = (
	rows: readonly StoredDocument[],
	limit: number,
): {
	readonly rows: readonly StoredDocument[];
	readonly more: boolean;
	readonly whole?: Version;
} => {
	const beyond = rows[limit];
	if (!beyond) return { rows, more: false };
	const kept = rows.filter((row) => row.version < beyond.version);
	return kept.length > 0
		? { rows: kept, more: true }
		: { rows: [], more: true, whole: beyond.version };
};

/** Whether a device must be told everything again instead of what changed. */
export const mustReadFull = (
	thread: Pick<StoredThread, 'horizon' | 'version'>,
	scope: string,
	cursor: Cursor,
): boolean =>
	(cursor.scope !== undefined && cursor.scope !== scope) ||
	(cursor.since < thread.horizon && cursor.horizon !== thread.horizon) ||
	cursor.since > thread.version;

/** Rows read at once while a thread is summed up. */
const SUMMED = 500;

/** Sums up all that a reader sees of a thread. Its cost follows what the thread holds. */
const checksumOf = async (
	catalogue: Catalogue,
	reader: DocumentReader,
	thread: StoredThread,
	grant: Grant,
): Promise<string> => {
	const checksum = createChecksum();
	const tombstonesAfter = thread.version;
	for (let after = 0, more = true; more; ) {
		const asked = { after, tombstonesAfter, limit: SUMMED + 1 };
		const cut = cutPage(await reader.changes(thread.handle, asked), SUMMED);
		const { whole } = cut;
		const rows =
			whole === undefined
				? cut.rows
				: await reader.changes(thread.handle, { after: whole - 1, upTo: whole, tombstonesAfter });
		for (const row of rows) {
			const [type, id, version, , data] = rowToOutgoing(catalogue, grant, row) ?? [];
			if (type && id !== undefined && version && data) checksum.add(type, id, version, data);
		}
		after = rows.at(-1)?.version ?? thread.version;
		more = cut.more;
	}
	return checksum.text();
};

/** Reads one page of a thread for a grant, and what all of it sums up to when that is asked. */
export const readPage = async (
	catalogue: Catalogue,
	reader: DocumentReader,
	thread: StoredThread,
	grant: Grant,
	cursor: Cursor,
	limit: number,
): Promise<Page> => {
	const page = await readChanges(catalogue, reader, thread, grant, cursor, limit);
	if (!cursor.check || page.more) return page;
	return { ...page, checksum: await checksumOf(catalogue, reader, thread, grant) };
};

const readChanges = async (
	catalogue: Catalogue,
	reader: DocumentReader,
	thread: StoredThread,
	grant: Grant,
	cursor: Cursor,
	limit: number,
): Promise<Page> => {
	const full = mustReadFull(thread, grant.scope, cursor);
	const after = full ? 0 : cursor.since;
	const { version, horizon } = thread;
	const base = { version, horizon, full, scope: grant.scope };
	const newest = Math.max(0, ...[...grant.types.keys()].map((type) => thread.versions[type] ?? 0));
	if (newest <= after) return { ...base, upTo: version, more: false, documents: [] };
	const fresh = after === 0 ? version : 0;
	const tombstonesAfter = Math.max(fresh, full ? 0 : (cursor.tombstonesAfter ?? 0));
	const found = await reader.changes(thread.handle, { after, tombstonesAfter, limit: limit + 1 });
	let { rows, more, whole } = cutPage(found, limit);
	if (whole !== undefined) {
		rows = await reader.changes(thread.handle, { after: whole - 1, upTo: whole, tombstonesAfter });
		more = whole < version;
	}
	const documents: OutgoingDocument[] = [];
	for (const row of rows) {
		const outgoing = rowToOutgoing(catalogue, grant, row);
		if (outgoing) documents.push(outgoing);
	}
	return { ...base, upTo: more ? (rows.at(-1)?.version ?? after) : version, more, documents };
};
