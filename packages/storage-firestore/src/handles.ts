import { createHash } from 'node:crypto';
import type { RowHandle } from '@navette/storage';

/** A thread by its organisation and path. */
export interface ThreadPlace {
	readonly org: string;
	readonly path: string;
}

/** The handles given within one transaction or snapshot: it knows no other. */
export interface Handles {
	/** The handle of what has this key. */
	of(key: string): RowHandle;
	ofThread(key: string, place: ThreadPlace): RowHandle;
	thread(handle: RowHandle): ThreadPlace | undefined;
}

/** 53 bits of SHA-256: the same handle for the same key, in every process. */
const keyToHandle = (key: string): RowHandle =>
	Number(createHash('sha256').update(key).digest().readBigUInt64BE() >> 11n);

/** No handles yet. Two threads that would share one are told apart by throwing. */
export const createHandles = (): Handles => {
	const threads = new Map<RowHandle, ThreadPlace>();
	return {
		of: keyToHandle,
		ofThread(key, place) {
			const handle = keyToHandle(key);
			const known = threads.get(handle) ?? place;
			if (known.org !== place.org || known.path !== place.path)
				throw new Error('two threads with one handle');
			threads.set(handle, place);
			return handle;
		},
		thread: (handle) => threads.get(handle),
	};
};
