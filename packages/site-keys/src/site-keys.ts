import { hkdfSync } from 'node:crypto';
import type { Random } from '@navette/core';
import type { KeyRing, SiteKey } from './key-ring.ts';
import type { KeyPurpose, KeyRings } from './key-rings.ts';
import { createSealer, type Place } from './sealer.ts';

/**
 * Keys of one purpose. What one purpose seals, no other opens. The rings are asked at each call: a
 * rotation counts from one call to the next.
 */
export interface PurposeKeys {
	/** The key that seals now. */
	current(): SiteKey;
	/** A key by its number; `undefined` when it was retired, or never was. */
	find(id: number): SiteKey | undefined;
	ring(): KeyRing;
	/**
	 * Seals bytes, to be opened with the same context only: what they are, whose, which revision.
	 * 33 bytes longer; format in `createSealer`.
	 */
	seal(context: readonly (string | number)[], bytes: Uint8Array): Uint8Array;
	/** `undefined` when altered, moved to another context, or sealed by a key that is not there. */
	open(context: readonly (string | number)[], bytes: Uint8Array): Uint8Array | undefined;
	/**
	 * Bytes that follow from a key and a label, the same each time (HKDF-SHA256): for what is to be
	 * found again rather than kept. From the current key unless another number is given; throws when
	 * that one is not there.
	 */
	derive(label: readonly (string | number)[], length: number, id?: number): Uint8Array;
}

/** Every key of a site, by what it is for. */
export interface SiteKeys {
	for(purpose: KeyPurpose): PurposeKeys;
}

/** A list as text: no two lists have the same. */
const listToText = (list: readonly (string | number)[]): string => JSON.stringify(list);

const createPurposeKeys = (
	purpose: KeyPurpose,
	ring: () => KeyRing,
	random: Random,
): PurposeKeys => {
	const sealer = createSealer(ring, random);
	const placeOf = (context: readonly (string | number)[]): Place => ({
		key: `purpose/${purpose}`,
		bound: listToText(context),
	});
	const current = (): SiteKey => {
		const key = ring().keys.at(-1);
		if (!key) throw new Error('a key ring without a key');
		return key;
	};
	const find = (id: number) => ring().keys.find((key) => key.id === id);
	return {
		current,
		find,
		ring,
		seal: (context, bytes) => sealer.seal(placeOf(context), bytes),
		open: (context, bytes) => sealer.open(placeOf(context), bytes),
		derive(label, length, id) {
			const key = id === undefined ? current() : find(id);
			if (!key) throw new Error(`there is no key ${id} for ${purpose}`);
			const info = `navette/derived/1/${purpose}/${listToText(label)}`;
			return new Uint8Array(hkdfSync('sha256', key.secret, new Uint8Array(), info, length));
		},
	};
};

/** The keys of a site over rings that may change; a purpose without a ring is a defect: it throws. */
export const createSiteKeys = (rings: () => KeyRings, random: Random): SiteKeys => {
	const made = new Map<KeyPurpose, PurposeKeys>();
	return {
		for(purpose) {
			const ring = (): KeyRing => {
				const found = rings()[purpose];
				if (!found) throw new Error(`the site has no key for ${purpose}`);
				return found;
			};
			const known = made.get(purpose) ?? createPurposeKeys(purpose, ring, random);
			made.set(purpose, known);
			return known;
		},
	};
};
