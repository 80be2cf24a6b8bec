import { type Committed, type Grant, type OutgoingDocument, rowToOutgoing } from '@navette/engine';
import type { Catalogue, Version } from '@navette/model';
import { LIMITS, type WireNotice } from '@navette/protocol';
import type { CommitNotice, DocumentRow, ThreadChange } from '@navette/storage';

/** Several changes of one thread seen as one: what a listener is told once. */
export interface MergedChange {
	readonly path: string;
	readonly reference: string;
	readonly from: Version;
	readonly version: Version;
	readonly versions: Readonly<Record<string, Version>>;
	/** Whether nothing of the thread happened between the changes seen as one. */
	readonly isWhole: boolean;
	/** Last row of each document written, or `undefined` when the bus did not carry them. */
	readonly rows: readonly DocumentRow[] | undefined;
}

const nameOf = (row: DocumentRow): string => `${row.type}/${row.id}`;

/** The last row of each document, or `undefined` when one of the changes came without its rows. */
const lastRows = (changes: readonly ThreadChange[]): readonly DocumentRow[] | undefined => {
	if (changes.length === 1) return changes[0]?.documents;
	const rows = new Map<string, DocumentRow>();
	for (const { documents } of changes) {
		if (!documents) return undefined;
		for (const row of documents) rows.set(nameOf(row), row);
	}
	return [...rows.values()];
};

/** Changes of one thread, in their order, seen as one. */
const mergeThread = (changes: readonly ThreadChange[], last: ThreadChange): MergedChange => {
	const versions: Record<string, Version> = {};
	for (const { types, version } of changes) for (const type of types) versions[type] = version;
	return {
		path: last.path,
		reference: last.reference,
		from: changes[0]?.from ?? last.from,
		version: last.version,
		versions,
		isWhole: changes.every((change, at) => at === 0 || changes[at - 1]?.version === change.from),
		rows: lastRows(changes),
	};
};

/** One change per thread, whatever the number of operations. */
export const mergeChanges = (commits: readonly CommitNotice[]): readonly MergedChange[] => {
	const threads = new Map<string, ThreadChange[]>();
	for (const commit of commits)
		for (const change of commit.threads) {
			const changes = threads.get(change.path) ?? [];
			threads.set(change.path, changes);
			changes.push(change);
		}
	return [...threads.values()].flatMap((changes) => {
		const last = changes.at(-1);
		return last ? [mergeThread(changes, last)] : [];
	});
};

const sizeOf = (documents: readonly OutgoingDocument[]): number =>
	documents.reduce((sum, document) => sum + 40 + (document[4]?.length ?? 0), 0);

/**
 * A change as the holder of a grant may see it; `undefined` when nothing of it is theirs. `from` is
 * the version this reader was last told of.
 */
export const noticeFor = (
	catalogue: Catalogue,
	grant: Grant,
	change: MergedChange,
	from: Version,
): WireNotice | undefined => {
	const versions = Object.fromEntries(
		Object.entries(change.versions).filter(([type]) => grant.types.has(type)),
	);
	if (Object.keys(versions).length === 0) return undefined;
	const notice = { reference: change.reference, from, version: change.version, versions };
	if (!change.rows) return notice;
	const documents = change.rows
		.map((row) => rowToOutgoing(catalogue, grant, row))
		.filter((document) => document !== undefined);
	if (documents.length === 0) return undefined;
	return sizeOf(documents) <= LIMITS.inlineBytes ? { ...notice, documents } : notice;
};

/** What moved in the caller's own perimeter, for the answer of a call. */
export const noticesOf = (
	catalogue: Catalogue,
	done: readonly Committed<unknown>[],
): readonly WireNotice[] => {
	const grants = new Map(done.flatMap((one) => [...one.grants]));
	return mergeChanges(done.map((one) => one.commit)).flatMap((change) => {
		const grant = grants.get(change.path);
		const notice = grant && noticeFor(catalogue, grant, change, change.from);
		return notice ? [notice] : [];
	});
};
