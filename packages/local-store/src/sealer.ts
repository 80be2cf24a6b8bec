import { decodeCbor, encodeCbor } from '@navette/codec';
import type { Random } from '@navette/core';
import { createNameHash, type EnvelopeKey, openEnvelope, sealEnvelope } from '@navette/crypto';
import { squeeze, unsqueeze } from './squeeze.ts';

/** Turns values into sealed records and back, each bound to its place. */
export interface Sealer {
	/** The shelf of a name: it says nothing to whoever has no key. */
	shelfOf(kind: string, name: string): Promise<string>;
	seal(shelf: string, position: number, value: unknown): Promise<Uint8Array>;
	/** The value, or `undefined` when the bytes were not sealed by this key for this place. */
	open(shelf: string, position: number, bytes: Uint8Array): Promise<unknown>;
}

/** A sealer for a device's key. */
export const createSealer = async (key: EnvelopeKey, random: Random): Promise<Sealer> => {
	const hash = await createNameHash(key);
	return {
		shelfOf: (kind, name) => hash(`${kind}\n${name}`),
		async seal(shelf, position, value) {
			const bytes = await squeeze(encodeCbor(value));
			return sealEnvelope(key, ['local', shelf, position], bytes, { random });
		},
		async open(shelf, position, bytes) {
			const opened = await openEnvelope(key, ['local', shelf, position], bytes);
			if (!opened.ok) return undefined;
			const decoded = decodeCbor(await unsqueeze(opened.value));
			return decoded.ok ? decoded.value : undefined;
		},
	};
};
