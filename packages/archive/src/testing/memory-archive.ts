import type { ArchiveTarget } from '../archive-file.ts';
import type { ExportNote } from '../resume-export.ts';

/** Thrown where a process would have been killed. */
export class Killed extends Error {}

/** Kills at the nth write, whatever it is; a write of bytes is then cut in its middle. */
export const createFuse = (writes = Number.POSITIVE_INFINITY) => {
	let left = writes;
	let isBurnt = false;
	return {
		/** Whether this write is the last; nothing works after it. */
		burn(): boolean {
			if (isBurnt) throw new Killed();
			isBurnt = --left < 0;
			return isBurnt;
		},
		isBurnt: () => isBurnt,
	};
};
export type Fuse = ReturnType<typeof createFuse>;

/** What a disk keeps of an archive under way. */
export interface Disk {
	bytes: Uint8Array;
	key: Uint8Array | undefined;
}

export const emptyDisk = (): Disk => ({ bytes: new Uint8Array(), key: undefined });

/** An archive in memory, over a disk that outlives it. */
export const openDisk = (
	disk: Disk,
	fuse: Fuse = createFuse(),
): { readonly file: ArchiveTarget; readonly note: ExportNote } => ({
	file: {
		get size() {
			return disk.bytes.length;
		},
		read: async (at, length) => disk.bytes.slice(at, at + length),
		async append(bytes) {
			const isCut = fuse.burn();
			const kept = isCut ? bytes.subarray(0, bytes.length >> 1) : bytes;
			disk.bytes = Buffer.concat([disk.bytes, kept]);
			if (isCut) throw new Killed();
		},
		async truncate(size) {
			if (fuse.burn()) throw new Killed();
			disk.bytes = disk.bytes.slice(0, size);
		},
		async sync() {
			if (fuse.burn()) throw new Killed();
		},
	},
	note: {
		read: async () => disk.key,
		async write(key) {
			if (fuse.burn()) throw new Killed();
			disk.key = key.slice();
		},
		async erase() {
			if (fuse.burn()) throw new Killed();
			disk.key = undefined;
		},
	},
});
