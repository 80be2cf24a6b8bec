import { mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { bytesToHex, type Random } from '@navette/core';
import { type BlobStore, type ByteStream, StorageFault } from '@navette/storage';
import { createDurableFolders, syncFolder } from './durable-folders.ts';
import { ifThere, onDisk } from './fs-fault.ts';
import { createLayout } from './layout.ts';
import { listFiles } from './list-files.ts';
import { readFile } from './read-file.ts';
import { writeFile } from './write-file.ts';

/** How contents are kept in a folder. */
export interface FsBlobStoreOptions {
	/** Folder of its own, created if need be. */
	readonly folder: string;
	readonly random: Random;
	/** Bytes of a segment (8 MiB). */
	readonly segmentBytes?: number;
	/** Beside a server that writes: what is half written there is its own, and stays. */
	readonly beside?: boolean;
}

/** The segments of an upload, one after the other. */
async function* segmentsOf(folder: string, marks: readonly string[]): AsyncGenerator<Uint8Array> {
	for (const [at, mark] of marks.entries()) {
		const handle = await onDisk(() => open(path.join(folder, String(at + 1)), 'r'));
		yield* readFile(handle, 0, Number(mark));
	}
}

/** Opens a store of contents in a folder; what a crash left half written there is removed. */
export const createFsBlobStore = async (options: FsBlobStoreOptions): Promise<BlobStore> => {
	const { segmentBytes = 8 * 2 ** 20 } = options;
	const layout = createLayout(options.folder);
	const folders = createDurableFolders([layout.root, layout.uploads]);
	let isClosed = false;
	await onDisk(async () => {
		if (options.beside) return;
		await rm(layout.incoming, { recursive: true, force: true });
		for (const folder of [layout.root, layout.incoming, layout.uploads])
			await mkdir(folder, { recursive: true, mode: 0o700 });
		await syncFolder(path.dirname(layout.root));
		await syncFolder(layout.root);
	});
	const check = (): void => {
		if (isClosed) throw new StorageFault('closed', 'the store is closed');
	};
	const write = async (target: string, content: ByteStream, size: number): Promise<void> => {
		const file = path.join(layout.incoming, bytesToHex(options.random.bytes(16)));
		await writeFile(file, content, size);
		try {
			await onDisk(() => folders.place(file, target));
		} finally {
			await rm(file, { force: true });
		}
	};
	const removeUpload = (folder: string): Promise<void> =>
		onDisk(async () => {
			await rm(folder, { recursive: true, force: true });
			await folders.prune(path.dirname(folder));
		});

	return {
		segmentBytes,
		async put(blob, content, size) {
			check();
			await write(layout.fileOf(blob), content, size);
		},
		async openUpload(blob) {
			check();
			await onDisk(() => mkdir(layout.uploadOf(blob), { recursive: true, mode: 0o700 }));
			return 'fs';
		},
		async putSegment(blob, _upload, number, content, size) {
			check();
			await write(path.join(layout.uploadOf(blob), String(number)), content, size);
			return String(size);
		},
		async closeUpload(blob, _upload, marks) {
			check();
			const folder = layout.uploadOf(blob);
			const names = await ifThere(() => readdir(folder));
			if (!names && (await ifThere(() => stat(layout.fileOf(blob))))) return;
			const size = marks.reduce((sum, mark) => sum + Number(mark), 0);
			await write(layout.fileOf(blob), segmentsOf(folder, marks), size);
			await removeUpload(folder);
		},
		async stat(blob) {
			check();
			return (await ifThere(() => stat(layout.fileOf(blob))))?.size;
		},
		async read(blob, range) {
			check();
			const handle = await ifThere(() => open(layout.fileOf(blob), 'r'));
			if (!handle) return undefined;
			const { size } = await onDisk(() => handle.stat());
			return readFile(handle, range?.start ?? 0, Math.min(size, range?.end ?? size));
		},
		async remove(blob) {
			check();
			const folder = layout.folderOf(blob);
			await ifThere(() => unlink(layout.fileOf(blob)));
			await onDisk(() => folders.sync(folder));
			await removeUpload(layout.uploadOf(blob));
			await onDisk(() => folders.prune(folder));
		},
		async *list(org, branch) {
			check();
			yield* listFiles(layout.root, org, branch);
		},
		async close() {
			isClosed = true;
		},
	};
};
