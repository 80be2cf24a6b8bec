import {
	type Caller,
	type Engine,
	type Grant,
	type OutgoingDocument,
	rowToOutgoing,
} from '@navette/engine';
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
	/** Last row of each document written, or `undefined` when the bus did not carry them. */
	readonly rows: readonly DocumentRow[] | undefined;
}

const mergeTwo = (earlier: MergedChange | undefined, change: ThreadChange): MergedChange => {
	const rows = new Map((earlier?.rows ?? []).map((row) => [`${row.type}/${row.id}`, row]));
	for (const row of change.documents ?? []) rows.set(`${row.type}/${row.id}`, row);
	const carried = change.documents !== undefined && (!earlier || earlier.rows !== undefined);
	return {
		path: change.path,
		reference: change.reference,
		from: earlier?.from ?? change.from,
		version: change.version,
		versions: {
			...earlier?.versions,
			...Object.fromEntries(change.types.map((type) => [type, change.version])),
		},
		rows: carried ? [...rows.values()] : undefined,
	};
};

/** One change per thread, whatever the number of operations. */
export const mergeChanges = (commits: readonly CommitNotice[]): readonly MergedChange[] => {
	const merged = new Map<string, MergedChange>();
	for (const commit of commits)
		for (const change of commit.threads)
			merged.set(change.path, mergeTwo(merged.get(change.path), change));
	return [...merged.values()];
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
export const noticesOf = async (
	catalogue: Catalogue,
	engine: Engine,
	caller: Caller,
	commits: readonly CommitNotice[],
): Promise<readonly WireNotice[]> => {
	const [first] = commits;
	const changes = mergeChanges(commits);
	if (!first || changes.length === 0) return [];
	const wishes = changes.map((change) => ({ path: change.path, wish: {} }));
	const grants = await engine.grants(first.org, caller, wishes);
	if (!grants.ok) return [];
	return changes.flatMap((change) => {
		const grant = grants.value.get(change.path);
		const notice = grant && noticeFor(catalogue, grant, change, change.from);
		return notice ? [notice] : [];
	});
};
