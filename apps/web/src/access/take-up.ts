import { claimRight, type StrangerDeps } from '@navette/client';
import { base64UrlToBytes, bytesToBase64Url } from '@navette/core';
import { signingKeyFromSeed } from '@navette/crypto';
import type { Access } from './access.ts';
import type { Entry } from './entry.ts';

/** A key from its kept seed. */
export const keyOfSeed = (seed: string) =>
	signingKeyFromSeed(base64UrlToBytes(seed) ?? new Uint8Array());

/**
 * What comes of a link: an access right that it offers, claimed by a key of this device (the one that
 * holds rights of the organisation already, if one does, so that one session carries them all), or the
 * token that it is. Rights of another account take the place of those before.
 */
export const takeUp = async (
	deps: StrangerDeps,
	entry: Entry,
	known: Access | undefined,
	/** seed of the key of whoever is known here; without it, a key of this device alone */
	own?: string,
): Promise<Access> => {
	const { org, token, url } = entry;
	const isSame =
		known?.held !== undefined &&
		known.url === url &&
		(own === undefined || known.held.seed === own);
	const seed = own ?? (isSame ? known.held.seed : bytesToBase64Url(deps.random.bytes(32)));
	const claimed = await claimRight(deps, org, token, await keyOfSeed(seed));
	if (!claimed.ok) return entry;
	const { right, account } = claimed.value;
	const before = isSame && known.held.account === account ? known.held : undefined;
	const rights = [...new Set([...(before?.rights ?? []), right])];
	const session = before?.session;
	const held = { seed, account, rights, ...(session ? { session } : {}) };
	return { org, ...(url === undefined ? {} : { url }), held };
};
