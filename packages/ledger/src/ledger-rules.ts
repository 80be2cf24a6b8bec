import type { Result } from '@navette/core';
import type { Value } from '@navette/crypto';
import type { Entry } from './entry.ts';
import type { Identity } from './identity.ts';
import type { LedgerFault } from './ledger-fault.ts';

/** An operation as it is written in an entry. */
export type WrittenOp = Readonly<Record<string, Value>>;

/**
 * What a kind of ledger allows: a pure machine. Clients and servers run the same one; a client
 * believes only what it lets through.
 */
export interface LedgerRules<State> {
	/** Name of the kind, written in the first entry. */
	readonly kind: string;
	/** The state that the first entry makes, and the keys of who signed it. */
	open(op: unknown, entry: Entry): Result<{ state: State; founder: Identity }, LedgerFault>;
	/** Ed25519 key of somebody who may sign here at all, `undefined` for others. */
	signerOf(state: State, author: Uint8Array): Uint8Array | undefined;
	/** Number of the present epoch key, 0 where there is none. */
	epochOf(state: State): number;
	/** The state after an entry whose signature and place are right. */
	apply(state: State, op: unknown, entry: Entry): Result<State, LedgerFault>;
}
