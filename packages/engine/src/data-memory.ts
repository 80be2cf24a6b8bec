import { equalBytes } from '@navette/core';
import type { DocumentType } from '@navette/model';
import { storedToData } from './stored-data.ts';

/** A row whose data are there. */
interface Row {
	readonly id: string;
	readonly version: number;
	readonly data: Uint8Array;
}

/**
 * Data decoded lately: every operation reads the same sheets, deliveries and accesses, several times,
 * and to decode a large one takes longer than all the rest. The same bytes give the same data, frozen
 * to their leaves since they are shared; other bytes are decoded, whatever their version says.
 */
export interface DataMemory {
	/** As `storedToData`; throws as it does. */
	dataOf(type: DocumentType, row: Row): unknown;
}

/** Stored bytes remembered, and of one document at most; decoded they take about six times as much. */
const MOST = 4 * 2 ** 20;
const LONGEST = MOST / 16;
/** What an entry costs beside its bytes, about. */
const ENTRY = 200;

interface Decoded {
	readonly type: DocumentType;
	readonly stored: Uint8Array;
	readonly data: unknown;
}

/** Byte strings cannot be frozen: data that hold some are not shared. */
const frozen = (value: unknown): boolean => {
	if (typeof value !== 'object' || value === null) return true;
	if (ArrayBuffer.isView(value)) return false;
	Object.freeze(value);
	return Object.values(value).every(frozen);
};

export const createDataMemory = (): DataMemory => {
	const all = new Map<string, Decoded>();
	let size = 0;
	const put = (name: string, entry: Decoded) => {
		all.set(name, entry);
		size += ENTRY + entry.stored.length;
	};
	const take = (name: string): Decoded | undefined => {
		const known = all.get(name);
		if (!known) return undefined;
		all.delete(name);
		size -= ENTRY + known.stored.length;
		return known;
	};
	return {
		dataOf(type, { id, version, data: stored }) {
			if (type.sealing === 'sealed') return storedToData(type, stored);
			/* another organisation may have the same document: it has seldom the same version */
			const name = `${type.name}/${id}/${version}`;
			const known = take(name);
			if (known && known.type === type && equalBytes(known.stored, stored)) {
				put(name, known);
				return known.data;
			}
			const data = storedToData(type, stored);
			if (stored.length > LONGEST || !frozen(data)) return data;
			put(name, { type, stored: stored.slice(), data });
			for (const oldest of all.keys()) {
				if (size <= MOST) break;
				take(oldest);
			}
			return data;
		},
	};
};
