import { open, rm } from 'node:fs/promises';
import { type ByteStream, StorageFault } from '@navette/storage';
import { onDisk } from './fs-fault.ts';

/**
 * Writes a stream of exactly `size` bytes into a new file and brings it to the disk. Whatever goes
 * wrong, including in the stream itself, the file is removed and the error thrown on.
 */
export const writeFile = async (file: string, content: ByteStream, size: number): Promise<void> => {
	const handle = await onDisk(() => open(file, 'wx', 0o600));
	try {
		let length = 0;
		for await (const part of content) {
			length += part.length;
			if (length > size) break;
			await onDisk(() => handle.writeFile(part));
		}
		if (length !== size) throw new StorageFault('io', 'the content has not the size announced');
		await onDisk(() => handle.sync());
		await handle.close();
	} catch (error) {
		await handle.close();
		await rm(file, { force: true });
		throw error;
	}
};
