import { equalBytes, err, ok, type Result } from '@navette/core';
import { verify } from '@navette/crypto';
import { type Entry, FIRST, ledgerIdOf, parseEntry, signEntry } from './entry.ts';
import { type Head, type HeadBook, noteHeads } from './heads.ts';
import type { OwnIdentity } from './identity.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { LedgerRules, WrittenOp } from './ledger-rules.ts';

/** A ledger as somebody believes it, after checking each of its entries. Never changed in place. */
export interface Ledger<State> {
	/** 32 bytes: the hash of what the founder signed. */
	readonly id: Uint8Array;
	readonly tenant: string;
	/** Hash of each entry, by its `seq`. */
	readonly hashes: readonly Uint8Array[];
	readonly state: State;
	/** Heads of other ledgers that the authors of this one had seen. */
	readonly seen: HeadBook;
}

/** The last entry of a ledger. */
export const headOf = (ledger: Ledger<unknown>): Head => {
	const hash = ledger.hashes.at(-1);
	if (hash === undefined) throw new Error('a ledger has a first entry');
	return { ledger: ledger.id, seq: ledger.hashes.length - 1, hash };
};

/** The first entry of a ledger, and the id that it gives. */
export interface Founded {
	readonly bytes: Uint8Array;
	readonly id: Uint8Array;
}

/** Signs the first entry of a new ledger. `at` in ms; `op` = what the rules of the kind expect. */
export const foundLedger = async <State>(
	rules: LedgerRules<State>,
	founder: OwnIdentity,
	op: WrittenOp,
	at: number,
): Promise<Founded> => {
	const all = { ...op, type: 'open', kind: rules.kind, founder: founder.genesis };
	const { tenant, id: author } = founder;
	const body = { ...FIRST, tenant, author, at, seen: [], op: all };
	const bytes = await signEntry(founder.signingKey, body);
	const entry = parseEntry(bytes);
	if (!entry.ok) throw new Error('the first entry does not fit');
	return { bytes, id: ledgerIdOf(entry.value.body) };
};

/** What a reader knows of a ledger before anybody shows it. */
export interface ExpectedLedger {
	readonly tenant: string;
	/** The id that came by a way that is trusted: an invitation, the account's sheet. */
	readonly id: Uint8Array;
}

/** Reads a first entry. */
export const openLedger = async <State>(
	rules: LedgerRules<State>,
	bytes: Uint8Array,
	expected: ExpectedLedger,
): Promise<Result<Ledger<State>, LedgerFault>> => {
	const parsed = parseEntry(bytes);
	if (!parsed.ok) return parsed;
	const entry = parsed.value;
	if (entry.seq !== 0) return err('sequence');
	const id = ledgerIdOf(entry.body);
	if (entry.tenant !== expected.tenant || !equalBytes(id, expected.id)) return err('ledger');
	if (entry.op.kind !== rules.kind || entry.op.type !== 'open') return err('ledger');
	const opened = rules.open(entry.op, entry);
	if (!opened.ok) return opened;
	const { state, founder } = opened.value;
	if (!equalBytes(founder.id, entry.author)) return err('author');
	if (!(await isSigned(founder.signing, entry))) return err('signature');
	const seen = noteHeads(new Map(), entry.author, entry.seen);
	return ok({ id, tenant: entry.tenant, hashes: [entry.hash], state, seen });
};

/** Reads the next entry. The ledger given stays what it was. */
export const appendEntry = async <State>(
	rules: LedgerRules<State>,
	ledger: Ledger<State>,
	bytes: Uint8Array,
): Promise<Result<Ledger<State>, LedgerFault>> => {
	const parsed = parseEntry(bytes);
	if (!parsed.ok) return parsed;
	const entry = parsed.value;
	const misplaced = placeFault(ledger, entry);
	if (misplaced !== undefined) return err(misplaced);
	const signer = rules.signerOf(ledger.state, entry.author);
	if (signer === undefined) return err('author');
	if (!(await isSigned(signer, entry))) return err('signature');
	if (entry.epoch !== rules.epochOf(ledger.state)) return err('epoch');
	const next = rules.apply(ledger.state, entry.op, entry);
	if (!next.ok) return next;
	const hashes = [...ledger.hashes, entry.hash];
	const seen = noteHeads(ledger.seen, entry.author, entry.seen);
	return ok({ ...ledger, hashes, state: next.value, seen });
};

/** Reads a whole ledger, or what follows `from`. Stops at the first entry that is not believed. */
export const replayLedger = async <State>(
	rules: LedgerRules<State>,
	entries: readonly Uint8Array[],
	expected: ExpectedLedger,
	from?: Ledger<State>,
): Promise<Result<Ledger<State>, LedgerFault>> => {
	const [first, ...rest] = entries;
	if (from === undefined && first === undefined) return err('rollback');
	let read = from
		? continued(from, expected)
		: await openLedger(rules, first ?? new Uint8Array(0), expected);
	for (const bytes of from ? entries : rest) {
		if (!read.ok) return read;
		read = await appendEntry(rules, read.value, bytes);
	}
	return read;
};

const continued = <State>(
	from: Ledger<State>,
	{ tenant, id }: ExpectedLedger,
): Result<Ledger<State>, LedgerFault> =>
	from.tenant === tenant && equalBytes(from.id, id) ? ok(from) : err('ledger');

/** What an author adds to an operation. */
export interface EntryFacts {
	/** ms since 1970. */
	readonly at: number;
	/** Heads of other ledgers to make known to whoever reads this one. */
	readonly seen?: readonly Head[];
}

/** Signs the next entry, and reads it as everybody will: what is forbidden is refused before it is sent. */
export const writeEntry = async <State>(
	rules: LedgerRules<State>,
	ledger: Ledger<State>,
	author: OwnIdentity,
	op: WrittenOp,
	facts: EntryFacts,
): Promise<Result<{ bytes: Uint8Array; ledger: Ledger<State> }, LedgerFault>> => {
	const head = headOf(ledger);
	const bytes = await signEntry(author.signingKey, {
		tenant: ledger.tenant,
		ledger: ledger.id,
		seq: head.seq + 1,
		prev: head.hash,
		author: author.id,
		epoch: rules.epochOf(ledger.state),
		at: facts.at,
		seen: (facts.seen ?? []).map(({ ledger: id, seq, hash }) => [id, seq, hash]),
		op,
	});
	const read = await appendEntry(rules, ledger, bytes);
	return read.ok ? ok({ bytes, ledger: read.value }) : read;
};

const isSigned = (key: Uint8Array, entry: Entry): Promise<boolean> =>
	verify(key, 'nv/entry', entry.body, entry.signature);

/** Why an entry does not stand where it says. */
const placeFault = (ledger: Ledger<unknown>, entry: Entry): LedgerFault | undefined => {
	if (entry.tenant !== ledger.tenant || !equalBytes(entry.ledger, ledger.id)) return 'ledger';
	if (entry.seq > ledger.hashes.length) return 'sequence';
	const before = ledger.hashes[entry.seq - 1];
	if (before === undefined || !equalBytes(entry.prev, before)) return 'fork';
	if (entry.seq === ledger.hashes.length) return undefined;
	const known = ledger.hashes[entry.seq];
	return known !== undefined && equalBytes(known, entry.hash) ? 'sequence' : 'fork';
};
