/**
 * A value that changes, fit for `useSyncExternalStore`: `get` answers the same object until the
 * value changes; listeners are called once per batch of changes, after it, never during it.
 */
export interface Observable<T> {
	get(): T;
	/** Calls `listener` after each batch of changes; the function returned stops it. */
	subscribe(listener: () => void): () => void;
}

/** An observable that its owner sets. */
export interface Cell<T> extends Observable<T> {
	/** Changes the value; setting the value it already has (`Object.is`) tells nobody. */
	set(value: T): void;
}

/** Runs work soon, once per turn: all the changes of a turn make one call of each listener. */
export interface Batch {
	add(work: () => void): void;
}

/** A batch that runs in a microtask. Work that is already waiting is not added twice. */
export const createBatch = (): Batch => {
	let waiting = new Set<() => void>();
	const flush = () => {
		const works = waiting;
		waiting = new Set();
		for (const work of works) work();
	};
	return {
		add(work) {
			if (waiting.size === 0) queueMicrotask(flush);
			waiting.add(work);
		},
	};
};

/** A cell that holds `initial`. */
export const createCell = <T>(initial: T, batch: Batch): Cell<T> => {
	let value = initial;
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of [...listeners]) listener();
	};
	return {
		get: () => value,
		set(next) {
			if (Object.is(next, value)) return;
			value = next;
			batch.add(tell);
		},
		subscribe(listener) {
			const own = () => listener();
			listeners.add(own);
			return () => void listeners.delete(own);
		},
	};
};
