import { equalBytes } from '@navette/core';

/** Values opened lately, so that what every operation reads is not opened each time. */
export interface Recent {
	/** A copy of the value, when these very bytes were opened for this row at this version. */
	find(name: string, version: number, sealed: Uint8Array): Uint8Array | undefined;
	keep(name: string, version: number, sealed: Uint8Array, opened: Uint8Array): void;
}

/** Rows remembered, and the longest value that is. */
const MOST = 1_000;
const LONGEST = 16_384;

interface Opened {
	readonly version: number;
	readonly sealed: Uint8Array;
	readonly opened: Uint8Array;
}

/** Remembers the last ones opened; bytes that differ in anything are opened anew. */
export const createRecent = (): Recent => {
	const all = new Map<string, Opened>();
	return {
		find(name, version, sealed) {
			const known = all.get(name);
			if (!known || known.version !== version || !equalBytes(known.sealed, sealed))
				return undefined;
			return known.opened.slice();
		},
		keep(name, version, sealed, opened) {
			if (sealed.length > LONGEST) return;
			all.delete(name);
			all.set(name, { version, sealed: sealed.slice(), opened: opened.slice() });
			if (all.size <= MOST) return;
			const [oldest] = all.keys();
			if (oldest !== undefined) all.delete(oldest);
		},
	};
};
