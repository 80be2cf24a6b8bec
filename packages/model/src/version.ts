/**
 * A position in a thread: a sync cursor, never a proof. 0 is before everything.
 * Positive safe integer given by the server; only grows in a thread.
 */
export type Version = number;

/** Where a thread stands. */
export interface ThreadState {
	/** Highest version of its documents ever. */
	readonly version: Version;
	/** The same, by document type. */
	readonly versions: Readonly<Record<string, Version>>;
	/** Highest version whose tombstones have been purged; a reader from below gets everything. */
	readonly horizon: Version;
}

/** The state of a thread nothing was ever attached to. */
export const EMPTY_THREAD: ThreadState = { version: 0, versions: {}, horizon: 0 };

/** The version of a transaction: above every thread and every loose document it touches. */
export const nextVersion = (current: Iterable<Version>): Version => {
	let highest = 0;
	for (const version of current) if (version > highest) highest = version;
	return highest + 1;
};

/** A thread after a transaction wrote documents of some types at a version. */
export const advanceThread = (
	state: ThreadState,
	types: Iterable<string>,
	version: Version,
): ThreadState => {
	const versions: Record<string, Version> = { ...state.versions };
	for (const type of types) versions[type] = version;
	return { ...state, version, versions };
};
