import {
	type BlobStore,
	type ByteStream,
	type DocumentStore,
	type DocumentWriter,
	StorageFault,
} from '@navette/storage';

/** A process that is killed at its nth step: from then on nothing it does has an effect. */
export interface Faults {
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	/** Steps done so far. */
	steps(): number;
	/** Whether it was killed. */
	isDead(): boolean;
}

/** Wraps two stores: each call, each write within a transaction and each part of a content is a step. */
export const createFaults = (
	inner: { readonly store: DocumentStore; readonly blobs: BlobStore },
	killAt: number,
): Faults => {
	let steps = 0;
	const step = (): void => {
		steps++;
		if (steps >= killAt) throw new StorageFault('io', 'killed');
	};
	/** A call that may be killed before it, or after it and before its answer. */
	const around = async <T>(work: () => T | Promise<T>): Promise<T> => {
		step();
		const result = await work();
		step();
		return result;
	};
	const watch = (writer: DocumentWriter): DocumentWriter =>
		new Proxy(writer, {
			get(target, name: keyof DocumentWriter) {
				const method = target[name] as (...given: unknown[]) => unknown;
				return (...given: unknown[]) => {
					if (/^(put|take|purge|lock)/.test(name)) step();
					return method.apply(target, given);
				};
			},
		});
	async function* parts(content: ByteStream) {
		for await (const part of content) {
			step();
			yield part;
		}
		step();
	}
	const { store, blobs } = inner;
	return {
		steps: () => steps,
		isDead: () => steps >= killAt,
		store: {
			...store,
			transaction: (work) =>
				around(() =>
					store.transaction((transaction) =>
						work({
							in: (org) => watch(transaction.in(org)),
							savepoint: (part) => transaction.savepoint(part),
						}),
					),
				),
			snapshot: (org, work) => {
				step();
				return store.snapshot(org, work);
			},
		},
		blobs: {
			...blobs,
			put: (path, content, size) => around(() => blobs.put(path, parts(content), size)),
			openUpload: (path, size) => around(() => blobs.openUpload(path, size)),
			putSegment: (path, upload, number, content, size) =>
				around(() => blobs.putSegment(path, upload, number, parts(content), size)),
			closeUpload: (path, upload, marks) => around(() => blobs.closeUpload(path, upload, marks)),
			remove: (path) => around(() => blobs.remove(path)),
			stat: (path) => around(() => blobs.stat(path)),
			async read(path, range) {
				step();
				const bytes = await blobs.read(path, range);
				if (steps + 1 >= killAt) await bytes?.return?.();
				step();
				return bytes;
			},
		},
	};
};
