/** A value that screens follow. */
export interface ReadCell<T> {
	get(): T;
	subscribe(listener: () => void): () => void;
}

export interface Cell<T> extends ReadCell<T> {
	set(value: T): void;
}

export const createCell = <T>(initial: T): Cell<T> => {
	let value = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => value,
		set(next) {
			if (Object.is(next, value)) return;
			value = next;
			for (const listener of [...listeners]) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
};
