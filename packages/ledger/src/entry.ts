import { decodeCanonicalCbor, encodeCbor } from '@navette/codec';
import { err, ok, type Result } from '@navette/core';
import { hash, type SigningKey, sign, type Value } from '@navette/crypto';
import * as v from 'valibot';
import { bytesOf, bytesUpTo, Count, HASH_LENGTH, Hash, Id, Word } from './bytes-of.ts';
import { parseExactly } from './parse-exactly.ts';

/** Most bytes of one entry. */
export const MAX_ENTRY = 1 << 20;

const Seen = v.strictTuple([Hash, Count, Hash]);

const Body = v.strictObject({
	v: v.literal(1),
	tenant: Word,
	/** no bytes in the first entry, whose hash the id is */
	ledger: v.union([bytesOf(0), Hash]),
	seq: Count,
	/** hash of the entry before; no bytes in the first */
	prev: v.union([bytesOf(0), Hash]),
	author: Id,
	epoch: Count,
	/** ms since 1970, what the author's clock said; shown, never trusted for an order */
	at: Count,
	/** last entries that the author had seen elsewhere: ledger, seq, hash */
	seen: v.pipe(v.array(Seen), v.maxLength(64)),
	op: v.custom<Readonly<Record<string, unknown>>>(
		(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	),
});

const Signed = v.strictTuple([bytesUpTo(MAX_ENTRY), bytesOf(64)]);

/** What an author signs. */
export type EntryBody = Omit<v.InferOutput<typeof Body>, 'v'>;

/** An entry that is well formed; nothing says yet that it is true. */
export interface Entry extends EntryBody {
	readonly bytes: Uint8Array;
	/** The signed bytes, as received. */
	readonly body: Uint8Array;
	readonly signature: Uint8Array;
	/** 32 bytes of body and signature: what the next one names as `prev`. */
	readonly hash: Uint8Array;
}

const NONE = new Uint8Array(0);

/** The id of the ledger that a first entry opens: the hash of what its founder signed. */
export const ledgerIdOf = (body: Uint8Array): Uint8Array => hash('nv/ledger', body);

/** Writes and signs an entry: CBOR of `[body, signature]`. */
export const signEntry = async (
	key: SigningKey,
	body: Omit<EntryBody, 'op'> & { readonly op: Readonly<Record<string, Value>> },
): Promise<Uint8Array> => {
	const bytes = encodeCbor({ v: 1, ...body });
	return encodeCbor([bytes, await sign(key, 'nv/entry', bytes)]);
};

/** The fields of a first entry that are not its author's to choose. */
export const FIRST = { ledger: NONE, seq: 0, prev: NONE, epoch: 0 } as const;

/** An entry from bytes of anybody: one encoding, known fields only. */
export const parseEntry = (bytes: Uint8Array): Result<Entry, 'malformed'> => {
	if (bytes.length > MAX_ENTRY) return err('malformed');
	const outer = decodeCanonicalCbor(bytes);
	const signed = outer.ok ? parseExactly(Signed, outer.value) : undefined;
	if (signed === undefined) return err('malformed');
	const [body, signature] = signed;
	const inner = decodeCanonicalCbor(body);
	const parsed = inner.ok ? parseExactly(Body, inner.value) : undefined;
	if (parsed === undefined) return err('malformed');
	const { v: _, ...fields } = parsed;
	const isFirst = fields.seq === 0;
	const lengths = isFirst ? 0 : HASH_LENGTH;
	if (fields.ledger.length !== lengths || fields.prev.length !== lengths) return err('malformed');
	const entryHash = hash('nv/entry-hash', body, signature);
	return ok({ ...fields, bytes: bytes.slice(), body, signature, hash: entryHash });
};
