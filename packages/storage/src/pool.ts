import type { Awaitable } from './document-store.ts';
import { StorageFault } from './storage-fault.ts';

/** Resources lent to one work at a time each; further work waits its turn. */
export interface Pool<R> {
	/** Runs `work` with a free resource, first come first served. */
	use<T>(work: (resource: R) => Awaitable<T>): Promise<T>;
	/** Refuses new work from now on; resolves when the work already asked for is over. */
	close(): Promise<void>;
}

/** A pool of these resources. With a single one, works run one after the other. */
export const createPool = <R>(resources: readonly R[]): Pool<R> => {
	const lots = resources.map((resource) => ({ resource }));
	const free = [...lots];
	const waiting: ((lot: { resource: R }) => void)[] = [];
	let closing: PromiseWithResolvers<void> | undefined;

	const giveBack = (lot: { resource: R }): void => {
		const next = waiting.shift();
		if (next) next(lot);
		else free.push(lot);
		if (free.length === lots.length) closing?.resolve();
	};

	return {
		async use(work) {
			if (closing) throw new StorageFault('closed', 'the store is closed');
			const lot = free.pop() ?? (await new Promise<{ resource: R }>((r) => waiting.push(r)));
			try {
				return await work(lot.resource);
			} finally {
				giveBack(lot);
			}
		},
		close() {
			if (closing === undefined) {
				closing = Promise.withResolvers<void>();
				if (free.length === lots.length) closing.resolve();
			}
			return closing.promise;
		},
	};
};
