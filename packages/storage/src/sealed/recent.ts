import { equalBytes } from '@navette/core';

/** Values opened lately, so that what every operation reads is not opened each time. */
export interface Recent {
	/** A copy of the value, when these very bytes were opened for this row at this version. */
	find(name: string, version: number, sealed: Uint8Array): Uint8Array | undefined;
	keep(name: string, version: number, sealed: Uint8Array, opened: Uint8Array): void;
}

/** Bytes remembered for all organisations of a store together, and the longest value that is. */
const MOST = 16 * 2 ** 20;
const LONGEST = MOST / 32;
/** What an entry costs beside its bytes, about. */
const ENTRY = 300;

interface Opened {
	readonly version: number;
	readonly sealed: Uint8Array;
	readonly opened: Uint8Array;
}

const sizeOf = ({ sealed, opened }: Opened): number => ENTRY + sealed.length + opened.length;

/** Remembers the last ones opened or found; bytes that differ in anything are opened anew. */
export const createRecent = (): Recent => {
	const all = new Map<string, Opened>();
	let size = 0;
	const put = (name: string, entry: Opened) => {
		all.set(name, entry);
		size += sizeOf(entry);
	};
	const take = (name: string): Opened | undefined => {
		const known = all.get(name);
		if (!known) return undefined;
		all.delete(name);
		size -= sizeOf(known);
		return known;
	};
	return {
		find(name, version, sealed) {
			const known = take(name);
			if (!known || known.version !== version || !equalBytes(known.sealed, sealed))
				return undefined;
			put(name, known);
			return known.opened.slice();
		},
		keep(name, version, sealed, opened) {
			take(name);
			if (sealed.length > LONGEST) return;
			put(name, { version, sealed: sealed.slice(), opened: opened.slice() });
			for (const oldest of all.keys()) {
				if (size <= MOST) return;
				take(oldest);
			}
		},
	};
};
