import { decodeCbor, encodeCbor } from '@navette/codec';
import { type SigningKey, sign } from '@navette/crypto';

/** An entry taken apart, to be put together wrongly. */
export type LooseBody = Record<string, unknown> & { op: Record<string, unknown> };

const decoded = (bytes: Uint8Array): unknown => {
	const value = decodeCbor(bytes);
	if (!value.ok) throw new Error('not CBOR');
	return value.value;
};

/** The signed fields of an entry, and its signature. */
export const loosen = (entry: Uint8Array): { body: LooseBody; signature: Uint8Array } => {
	const [bytes, signature] = decoded(entry) as [Uint8Array, Uint8Array];
	return { body: decoded(bytes) as LooseBody, signature };
};

/** Put together again under the old signature: what a server alone can do. */
export const reassemble = (body: unknown, signature: Uint8Array): Uint8Array =>
	encodeCbor([encodeCbor(body), signature]);

/** Put together and signed by whoever has a key: what a hostile member, or an outsider, can do. */
export const resign = async (body: unknown, key: SigningKey, label = 'nv/entry' as const) => {
	const bytes = encodeCbor(body);
	return encodeCbor([bytes, await sign(key, label, bytes)]);
};

/** A copy with one bit changed. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
	const copy = bytes.slice();
	const at = (bit >> 3) % copy.length;
	copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
	return copy;
};

/** A copy of a list with one place changed. */
export const replaced = <T>(list: readonly T[], at: number, item: T): T[] =>
	list.map((old, index) => (index === at ? item : old));
