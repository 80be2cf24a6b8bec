import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder, and how to remove it with what it holds. */
export const temporaryFolder = async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'navette-blobs-'));
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
