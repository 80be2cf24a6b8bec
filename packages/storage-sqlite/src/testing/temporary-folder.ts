import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` with the path of a database file to create, in a folder removed afterwards. */
export const withDatabasePath = async (work: (path: string) => Promise<void>): Promise<void> => {
	const folder = await mkdtemp(join(tmpdir(), 'navette-sqlite-'));
	try {
		await work(join(folder, 'store.db'));
	} finally {
		await rm(folder, { recursive: true });
	}
};
