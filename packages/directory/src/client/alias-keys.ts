import { bytesToBase64Url } from '@navette/core';
import {
	deriveKey,
	type EnvelopeKey,
	envelopeKeyFromSecret,
	type SigningKey,
	signingKeyFromSeed,
} from '@navette/crypto';
import { type DirectoryClientDeps, stretcherOf } from './directory-client-deps.ts';

/** Two phrases that open an account together. */
export interface AliasPhrases {
	readonly first: string;
	readonly second: string;
}

/** What follows from two phrases: where the alias is found, who signs, what opens the account key. */
export interface AliasKeys {
	/** 16 bytes, base64url; follows from the first phrase alone. */
	readonly lookup: string;
	readonly login: SigningKey;
	readonly wrap: EnvelopeKey;
}

/** Stretches both phrases, twice a quarter of a second. Neither leaves the device. */
export const aliasKeysOf = async (
	deps: DirectoryClientDeps,
	{ first, second }: AliasPhrases,
): Promise<AliasKeys> => {
	const { realm } = deps;
	const stretch = stretcherOf(deps);
	const found = await stretch([first], [realm], 'nv/alias-id');
	const lookup = bytesToBase64Url(deriveKey(found, 'nv/key/lookup', 16));
	const root = await stretch([first, second], [realm, found], 'nv/alias');
	const login = await signingKeyFromSeed(deriveKey(root, 'nv/key/login', 32));
	const wrap = await envelopeKeyFromSecret(root, 'nv/key/wrap');
	root.fill(0);
	return { lookup, login, wrap };
};
