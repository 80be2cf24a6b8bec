import type { Random } from '@navette/core';
import { envelopeKeyFromSecret, openEnvelope, sealEnvelope } from '@navette/crypto';
import type { Stretcher } from './stretcher.ts';

/** What a sealed key is for, and whose it is. */
export interface SealPlace {
	readonly purpose: 'nv/plane' | 'nv/sleep';
	/** A profile, or what else the key belongs to: the salt. */
	readonly owner: string;
}

const keyOf = async (stretch: Stretcher, phrases: readonly string[], place: SealPlace) =>
	envelopeKeyFromSecret(await stretch(phrases, [place.owner], place.purpose), 'nv/key/wrap');

const contextOf = ({ purpose, owner }: SealPlace) => ['device', purpose, owner] as const;

/** Seals 32 bytes under phrases, each stretched by Argon2id. */
export const sealUnderPhrase = async (
	bytes: Uint8Array,
	phrases: readonly string[],
	place: SealPlace,
	deps: { readonly stretch: Stretcher; readonly random: Random },
): Promise<Uint8Array> =>
	sealEnvelope(await keyOf(deps.stretch, phrases, place), contextOf(place), bytes, deps);

/** The bytes; `undefined` when the phrases are not those. */
export const openUnderPhrase = async (
	sealed: Uint8Array,
	phrases: readonly string[],
	place: SealPlace,
	stretch: Stretcher,
): Promise<Uint8Array | undefined> => {
	const opened = await openEnvelope(await keyOf(stretch, phrases, place), contextOf(place), sealed);
	return opened.ok ? opened.value : undefined;
};
