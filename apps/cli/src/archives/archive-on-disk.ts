import { type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises';
import type { ArchiveSource, ArchiveTarget, ExportNote } from '@navette/archive';
import type { PurposeKeys } from '@navette/site-keys';

const readFrom = async (handle: FileHandle, at: number, length: number): Promise<Uint8Array> => {
	const bytes = new Uint8Array(length);
	let came = 0;
	while (came < length) {
		const { bytesRead } = await handle.read(bytes, came, length - came, at + came);
		if (bytesRead === 0) break;
		came += bytesRead;
	}
	return bytes.subarray(0, came);
};

/** An archive in a file, to be read; throws what the file system says. */
export const openArchiveSource = async (
	path: string,
): Promise<ArchiveSource & { close(): Promise<void> }> => {
	const handle = await open(path, 'r');
	const { size } = await handle.stat();
	return {
		size,
		read: (at, length) => readFrom(handle, at, length),
		close: () => handle.close(),
	};
};

/** An archive under way in a file, readable by its owner only, created if need be. */
export const openArchiveTarget = async (
	path: string,
): Promise<ArchiveTarget & { close(): Promise<void> }> => {
	const handle = await open(path, 'a+', 0o600);
	let { size } = await handle.stat();
	return {
		get size() {
			return size;
		},
		read: (at, length) => readFrom(handle, at, length),
		async append(bytes) {
			await handle.appendFile(bytes);
			size += bytes.length;
		},
		async truncate(to) {
			await handle.truncate(to);
			size = to;
		},
		sync: () => handle.sync(),
		close: () => handle.close(),
	};
};

const ifThere = async (path: string): Promise<Uint8Array | undefined> => {
	try {
		return new Uint8Array(await readFile(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
};

/** The key of an export under way, in a file beside it, sealed by the keys of the site. */
export const createExportNote = (path: string, keys: PurposeKeys): ExportNote => ({
	async read() {
		const sealed = await ifThere(path);
		return sealed && keys.open(['export'], sealed);
	},
	write: (key) => writeFile(path, keys.seal(['export'], key), { mode: 0o600, flush: true }),
	erase: () => rm(path, { force: true }),
});
