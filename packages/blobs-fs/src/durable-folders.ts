import { mkdir, open, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './fs-fault.ts';

/** Brings the names in a folder to the disk. */
export const syncFolder = async (folder: string): Promise<void> => {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
};

/** Folders below a root, made and removed so that a power cut loses none that holds something. */
export interface DurableFolders {
	/** Moves a file that is on the disk to a place in a folder, made if need be; durable. */
	place(file: string, target: string): Promise<void>;
	/** Brings the names in a folder to the disk, or that it is no longer there. */
	sync(folder: string): Promise<void>;
	/** Removes a folder, and those above it below a root, as far as they are empty. */
	prune(folder: string): Promise<void>;
}

/** Another request may remove an empty folder just before it is used. */
const TRIES = 10;

/** @param roots folders that are there and stay */
export const createDurableFolders = (roots: readonly string[]): DurableFolders => {
	/** Folders whose own names are known to be on the disk. */
	const known = new Set<string>(roots);

	const make = async (folder: string): Promise<void> => {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		for (let at = folder; !known.has(at); at = path.dirname(at)) {
			await syncFolder(path.dirname(at));
			known.add(at);
		}
	};

	return {
		async place(file, target) {
			const folder = path.dirname(target);
			for (let tries = 1; ; tries++) {
				try {
					await make(folder);
					await rename(file, target);
					return await syncFolder(folder);
				} catch (error) {
					if (codeOf(error) !== 'ENOENT' || tries === TRIES) throw error;
				}
			}
		},
		async sync(folder) {
			for (let at = folder; ; at = path.dirname(at)) {
				try {
					return await syncFolder(at);
				} catch (error) {
					if (codeOf(error) !== 'ENOENT' || roots.includes(at)) throw error;
				}
			}
		},
		async prune(folder) {
			for (let at = folder; !roots.includes(at); at = path.dirname(at)) {
				known.delete(at);
				try {
					await rmdir(at);
				} catch (error) {
					const code = codeOf(error);
					if (code === 'ENOENT') continue;
					if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
					throw error;
				}
			}
		},
	};
};
