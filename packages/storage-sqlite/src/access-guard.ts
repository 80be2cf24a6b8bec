import { StorageFault } from '@navette/storage';
import { toStorageFault } from './sqlite-fault.ts';

/**
 * Watches over a transaction or a snapshot: after its end, nothing more may be asked of it; after a
 * fault of the store (on which SQLite may have rolled back by itself), every call throws that fault.
 */
export interface AccessGuard {
	/** The same method, watched. */
	watch<A extends readonly unknown[], R>(method: (...parameters: A) => R): (...parameters: A) => R;
	/** Throws when it is over or broken. */
	check(): void;
	end(): void;
}

export const createAccessGuard = (): AccessGuard => {
	let isOver = false;
	let fault: StorageFault | undefined;
	const check = (): void => {
		if (fault) throw fault;
		if (isOver) throw new Error('the transaction or snapshot is over');
	};
	return {
		check,
		watch:
			(method) =>
			(...parameters) => {
				check();
				try {
					return method(...parameters);
				} catch (error) {
					const thrown = toStorageFault(error);
					if (thrown instanceof StorageFault) fault = thrown;
					throw thrown;
				}
			},
		end() {
			isOver = true;
		},
	};
};

/** Each method of a reader or writer, watched. */
export const watchAll = <O extends object>(guard: AccessGuard, methods: O): O => {
	const watched: Record<string, unknown> = {};
	for (const [name, method] of Object.entries(methods)) watched[name] = guard.watch(method);
	return watched as O;
};
