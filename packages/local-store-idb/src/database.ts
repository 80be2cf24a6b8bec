import { err, type Log, ok, type Result } from '@navette/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The records of one local store. */
export interface RecordsSchema extends DBSchema {
	records: {
		key: [shelf: string, position: number];
		value: { shelf: string; position: number; bytes: Uint8Array };
	};
}

export type RecordsDatabase = IDBPDatabase<RecordsSchema>;

/**
 * Why a base cannot be opened: the browser refuses it (private window, disk, settings); a later
 * version of the application made it; another tab still holds an older one and does not let go.
 */
export type OpenFault = 'unavailable' | 'newer' | 'blocked';

/** Grows by one with each change of the structure; each has its step in `upgrades`. */
export const DATABASE_VERSION = 1;

const upgrades: readonly ((database: RecordsDatabase) => void)[] = [
	(database) => {
		database.createObjectStore('records', { keyPath: ['shelf', 'position'] });
	},
];

/** What happens to an open base from outside. */
export interface DatabaseEvents {
	/** Another tab upgrades or removes the base: this one was closed to let it. */
	superseded(): void;
	/** The browser closed it; it may be opened again. */
	terminated(): void;
}

/** The name of what the platform threw, for logs and decisions. */
export const faultName = (error: unknown): string =>
	error instanceof Error || error instanceof DOMException ? error.name : 'unknown';

/** Opens the base of records, upgraded step by step to this version. */
export const openDatabase = async (
	name: string,
	events: DatabaseEvents,
	log: Log,
	version = DATABASE_VERSION,
): Promise<Result<RecordsDatabase, OpenFault>> => {
	let tellBlocked = () => {};
	const blocked = new Promise<'blocked'>((resolve) => {
		tellBlocked = () => resolve('blocked');
	});
	// Inside a promise: some browsers refuse by throwing at once.
	const open = async () =>
		openDB<RecordsSchema>(name, version, {
			upgrade(database, oldVersion) {
				for (const upgrade of upgrades.slice(oldVersion)) upgrade(database);
			},
			blocked: () => tellBlocked(),
			blocking(_current, _next, event) {
				(event.target as IDBDatabase).close();
				events.superseded();
			},
			terminated: () => events.terminated(),
		});
	const opening = open();
	try {
		const database = await Promise.race([opening, blocked]);
		if (database !== 'blocked') return ok(database);
	} catch (error) {
		log.warn('local.not-opened', { fault: faultName(error) });
		return err(faultName(error) === 'VersionError' ? 'newer' : 'unavailable');
	}
	// It opens when the other tab lets go, too late for us: nobody would ever close it.
	opening.then(
		(late) => late.close(),
		(error: unknown) => log.warn('local.not-opened', { fault: faultName(error) }),
	);
	return err('blocked');
};
