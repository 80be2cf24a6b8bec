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

/** A removal that was under way may take an empty folder just before it is used; none follows it. */
const TRIES = 10;

/** Folders in use: how many are about to put something there, or below. */
const createUses = (roots: readonly string[]) => {
	const uses = new Map<string, number>();
	const count = (folder: string, change: number): void => {
		for (let at = folder; !roots.includes(at); at = path.dirname(at)) {
			const left = (uses.get(at) ?? 0) + change;
			if (left > 0) uses.set(at, left);
			else uses.delete(at);
		}
	};
	return {
		isUsed: (folder: string) => uses.has(folder),
		async during<T>(folder: string, work: () => Promise<T>): Promise<T> {
			count(folder, 1);
			try {
				return await work();
			} finally {
				count(folder, -1);
			}
		},
	};
};

/** @param roots folders that are there and stay */
export const createDurableFolders = (roots: readonly string[]): DurableFolders => {
	/** Folders whose own names are known to be on the disk. */
	const known = new Set<string>(roots);
	const uses = createUses(roots);

	const make = async (folder: string): Promise<void> => {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		for (let at = folder; !known.has(at); at = path.dirname(at)) {
			await syncFolder(path.dirname(at));
			known.add(at);
		}
	};

	const move = async (file: string, target: string): Promise<void> => {
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
	};

	return {
		place: (file, target) => uses.during(path.dirname(target), () => move(file, target)),
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
				if (uses.isUsed(at)) return;
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
