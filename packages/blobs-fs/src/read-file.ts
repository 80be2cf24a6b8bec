import type { FileHandle } from 'node:fs/promises';
import { StorageFault } from '@navette/storage';
import { onDisk } from './fs-fault.ts';

const PART = 262_144;

/** Bytes of an open file from `start` to `end`; closes it at the end, or when the reader stops. */
export const readFile = (
	file: FileHandle,
	start: number,
	end: number,
): AsyncIterableIterator<Uint8Array> => {
	let at = start;
	let isOpen = true;
	const finish = async (): Promise<{ done: true; value: undefined }> => {
		if (isOpen) {
			isOpen = false;
			await file.close();
		}
		return { done: true, value: undefined };
	};
	return {
		[Symbol.asyncIterator]() {
			return this;
		},
		async next() {
			if (!isOpen || at >= end) return finish();
			try {
				const buffer = new Uint8Array(Math.min(PART, end - at));
				const { bytesRead } = await onDisk(() => file.read(buffer, 0, buffer.length, at));
				if (bytesRead === 0) throw new StorageFault('io', 'a file is shorter than it was');
				at += bytesRead;
				return { done: false, value: buffer.subarray(0, bytesRead) };
			} catch (error) {
				await finish();
				throw error;
			}
		},
		return: finish,
	};
};
