import { StorageFault } from '../storage-fault.ts';

/**
 * Watches over a transaction or a snapshot: after its end, nothing more may be asked of it; after a
 * fault of the store (which may have rolled back by itself, or refuse all but that), every call throws
 * that fault.
 */
export interface AccessGuard {
	/** The fault that broke it, if one did. */
	fault(): StorageFault | undefined;
	/** Rejects with that fault, for who waits for something else meanwhile. */
	readonly broken: Promise<never>;
	/** Breaks it; the first fault counts. */
	break(fault: StorageFault): void;
	/** Throws when it is over or broken. */
	check(): void;
	end(): void;
}

export const createAccessGuard = (): AccessGuard => {
	let isOver = false;
	let fault: StorageFault | undefined;
	const { promise: broken, reject } = Promise.withResolvers<never>();
	// Nobody may be waiting: whoever asks next is told all the same.
	broken.catch(() => fault);
	return {
		broken,
		fault: () => fault,
		break(met) {
			fault ??= met;
			reject(fault);
		},
		check() {
			if (fault) throw fault;
			if (isOver) throw new Error('the transaction or snapshot is over');
		},
		end() {
			isOver = true;
		},
	};
};

/** Runs one thing under a guard: a fault that it meets breaks the guard. */
export const watch = async <T>(guard: AccessGuard, work: () => Promise<T>): Promise<T> => {
	guard.check();
	try {
		return await work();
	} catch (error) {
		if (error instanceof StorageFault) guard.break(error);
		// What fails because something failed before tells nothing new.
		throw guard.fault() ?? error;
	}
};

/** Each method of an asynchronous reader or writer, watched. */
export const watchAll = <O extends object>(guard: AccessGuard, methods: O): O => {
	const watched: Record<string, unknown> = {};
	for (const [name, method] of Object.entries(methods))
		watched[name] = (...parameters: unknown[]) => watch(guard, () => method(...parameters));
	return watched as O;
};
