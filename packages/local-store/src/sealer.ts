import { decodeCbor, encodeCbor } from '@navette/codec';
import type { Random } from '@navette/core';
import {
	createNameHash,
	type EnvelopeKey,
	type NameHash,
	openEnvelope,
	sealEnvelope,
} from '@navette/crypto';
import { squeeze, unsqueeze } from './squeeze.ts';

/** Turns values into sealed records and back, each bound to its place. */
export interface Sealer {
	/** The shelf of a name: it says nothing to whoever has no key. */
	shelfOf(kind: string, name: string): Promise<string>;
	seal(shelf: string, position: number, value: unknown): Promise<Uint8Array>;
	/** The value, or `undefined` when the bytes were not sealed by this key for this place. */
	open(shelf: string, position: number, bytes: Uint8Array): Promise<unknown>;
	/** Forgets the key: nothing opens any more, and what is sealed is empty. */
	forget(): void;
}

/** Shelves whose names are remembered: each is an asynchronous hash. */
const MOST_SHELVES = 1_000;

/** A sealer for a device's key. */
export const createSealer = async (key: EnvelopeKey, random: Random): Promise<Sealer> => {
	/** In one object, so that whoever still holds the sealer holds no key once it is forgotten. */
	let held: { readonly key: EnvelopeKey; readonly hash: NameHash } | undefined = {
		key,
		hash: await createNameHash(key),
	};
	const shelves = new Map<string, Promise<string>>();
	return {
		shelfOf(kind, name) {
			const whole = `${kind}\n${name}`;
			const shelf = shelves.get(whole) ?? held?.hash(whole) ?? Promise.resolve('');
			if (shelves.size >= MOST_SHELVES) shelves.clear();
			shelves.set(whole, shelf);
			return shelf;
		},
		async seal(shelf, position, value) {
			const bytes = await squeeze(encodeCbor(value));
			if (!held) return new Uint8Array(0);
			return sealEnvelope(held.key, ['local', shelf, position], bytes, { random });
		},
		async open(shelf, position, bytes) {
			if (!held) return undefined;
			const opened = await openEnvelope(held.key, ['local', shelf, position], bytes);
			if (!opened.ok) return undefined;
			const decoded = decodeCbor(await unsqueeze(opened.value));
			return decoded.ok ? decoded.value : undefined;
		},
		forget() {
			held = undefined;
			shelves.clear();
		},
	};
};

/** For what stays in this process's memory, where a key would lie beside what it seals. */
export const plainSealer: Sealer = {
	shelfOf: async (kind, name) => `${kind}\n${name}`,
	seal: async (_shelf, _position, value) => encodeCbor(value),
	async open(_shelf, _position, bytes) {
		const decoded = decodeCbor(bytes);
		return decoded.ok ? decoded.value : undefined;
	},
	forget() {
		/* there is no key */
	},
};
