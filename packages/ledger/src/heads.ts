import { bytesToHex, equalBytes } from '@navette/core';
import type { Ledger } from './ledger.ts';
import type { LedgerFault } from './ledger-fault.ts';

/** The last entry of a ledger that somebody has seen. */
export interface Head {
	/** 32 bytes. */
	readonly ledger: Uint8Array;
	readonly seq: number;
	/** 32 bytes. */
	readonly hash: Uint8Array;
}

/** Heads by the hexadecimal names of their ledger and of who saw them: a fork has two witnesses. */
export type HeadBook = ReadonlyMap<string, Head>;

/** Adds heads that somebody says to have seen; of each ledger, the highest of each witness stays. */
export const noteHeads = (
	book: HeadBook,
	witness: Uint8Array,
	seen: readonly (readonly [Uint8Array, number, Uint8Array])[],
): HeadBook => {
	if (seen.length === 0) return book;
	const next = new Map(book);
	for (const [ledger, seq, hash] of seen) {
		const name = `${bytesToHex(ledger)}/${bytesToHex(witness)}`;
		if (seq >= (next.get(name)?.seq ?? -1)) next.set(name, { ledger, seq, hash });
	}
	return next;
};

/**
 * Holds a ledger against a head known from elsewhere: this device's memory, the account's sheet, an
 * entry of somebody else. `rollback` = it is shorter than what was seen; `fork` = another history.
 */
export const checkHead = (
	ledger: Ledger<unknown>,
	known: Head,
): Extract<LedgerFault, 'rollback' | 'fork' | 'ledger'> | undefined => {
	if (!equalBytes(ledger.id, known.ledger)) return 'ledger';
	const ours = ledger.hashes[known.seq];
	if (ours === undefined) return 'rollback';
	return equalBytes(ours, known.hash) ? undefined : 'fork';
};

/** The first fault of a ledger against all that is known of it; heads of other ledgers are passed over. */
export const checkHeads = (
	ledger: Ledger<unknown>,
	known: Iterable<Head>,
): Extract<LedgerFault, 'rollback' | 'fork'> | undefined => {
	for (const head of known) {
		const fault = checkHead(ledger, head);
		if (fault !== undefined && fault !== 'ledger') return fault;
	}
	return undefined;
};
