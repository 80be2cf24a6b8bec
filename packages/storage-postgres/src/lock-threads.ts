import type { DocumentWriter, StoredThread } from '@navette/storage';
import { columnsToThread } from '@navette/storage/provider';
import { doorOf, TRY_DOORS } from './doors.ts';
import { Conflict } from './postgres-fault.ts';
import type { WriteAccess } from './write-document.ts';
import { WRITES } from './write-statements.ts';

type Create = Parameters<DocumentWriter['lockThreads']>[1];

/**
 * Doors that one call takes at most, so that the table of locks of the server stays small; threads
 * beyond are held by the lock of their row alone, and who loses them comes back a little later.
 */
const MOST_DOORS = 32;

/** Takes the threads that exist; a conflict says whose doors to wait at. */
const takeThreads = async (
	{ session, house }: WriteAccess,
	org: string,
	owner: number,
	paths: readonly string[],
): Promise<StoredThread[]> => {
	const doors = paths.slice(0, MOST_DOORS).map((path) => doorOf(org, path));
	const [tried, locked] = await Promise.allSettled([
		session.run(TRY_DOORS, house, doors),
		session.run(WRITES.lockThreads, owner, paths),
	]);
	const shut =
		tried.status === 'fulfilled' ? doors.filter((_, at) => !tried.value.rows[at]?.[0]) : [];
	for (const { reason } of [tried, locked].filter((each) => each.status === 'rejected')) {
		if (reason instanceof Conflict) reason.doors = shut.length > 0 ? shut : doors;
		throw reason;
	}
	if (shut.length > 0) throw Object.assign(new Conflict('a thread is held'), { doors: shut });
	return locked.status === 'fulfilled' ? locked.value.rows.map(columnsToThread) : [];
};

const addThreads = async (
	{ session }: WriteAccess,
	owner: number,
	paths: readonly string[],
	{ reference, day }: Create,
): Promise<StoredThread[]> => {
	const references = paths.map(reference);
	const added = await session.run(WRITES.addThreads, owner, paths, references, day);
	if (added.count !== paths.length) throw new Error('a reference that another thread has');
	return added.rows.map(columnsToThread);
};

/**
 * Locks the threads of an organisation until the transaction ends, created if need be, and answers
 * them in the order given. A thread that the transaction holds already costs nothing.
 */
export const lockThreads = async (
	access: WriteAccess,
	org: string,
	paths: readonly string[],
	create: Create,
): Promise<readonly StoredThread[]> => {
	const { ledger, names } = access;
	const wanted = [...new Set(paths)].filter((path) => !ledger.byPath(org, path));
	if (wanted.length > 0) {
		const owner = await names.makeOrg(org);
		const found = await takeThreads(access, org, owner, wanted);
		const known = new Set(found.map((thread) => thread.path));
		const missing = wanted.filter((path) => !known.has(path));
		const added = missing.length > 0 ? await addThreads(access, owner, missing, create) : [];
		for (const thread of [...found, ...added]) ledger.hold(org, thread);
	}
	return paths.map((path) => {
		const thread = ledger.byPath(org, path);
		if (!thread) throw new Error(`thread ${path} was not locked`);
		return thread;
	});
};
