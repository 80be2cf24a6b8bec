import { StorageFault } from '@navette/storage';
import type { AccessGuard } from '@navette/storage/provider';
import { toStorageFault } from './sqlite-fault.ts';

/** The same method, watched: after a fault, on which SQLite may have rolled back, it throws that one. */
export const watch =
	<A extends readonly unknown[], R>(guard: AccessGuard, method: (...parameters: A) => R) =>
	(...parameters: A): R => {
		guard.check();
		try {
			return method(...parameters);
		} catch (error) {
			const thrown = toStorageFault(error);
			if (thrown instanceof StorageFault) guard.break(thrown);
			throw thrown;
		}
	};

/** Each method of a reader or writer, watched. */
export const watchAll = <O extends object>(guard: AccessGuard, methods: O): O => {
	const watched: Record<string, unknown> = {};
	for (const [name, method] of Object.entries(methods)) watched[name] = watch(guard, method);
	return watched as O;
};
