import type { GrantedRight, WireError } from '@navette/client';
import { claimRight, lookAtRight, refusalOfToken, type StrangerDeps } from '@navette/client';
import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { signingKeyFromSeed } from '@navette/crypto';
import { type Access, type HeldRights, SERVICE } from './access.ts';
import type { Entry } from './entry.ts';

/** A key from its kept seed. */
export const keyOfSeed = (seed: string) =>
	signingKeyFromSeed(base64UrlToBytes(seed) ?? new Uint8Array());

/** What is known before a link is taken up. */
export interface Before {
	/** What this device holds at the place of the link. */
	readonly known: Access | undefined;
	/** Seed of the key of whoever is known here; without it, a key of this device alone. */
	readonly own?: string | undefined;
	/** Key of the service, as the directory signed it. */
	readonly signKey?: string | undefined;
}

/** The rights held so far at a place, with one more. */
const withRight = (
	before: HeldRights | undefined,
	seed: string,
	{ right, account }: Readonly<Record<'account' | 'right', string>>,
	granted: GrantedRight | undefined,
): HeldRights => {
	const others = (before?.granted ?? []).filter((one) => one.right !== right);
	return {
		...{ seed, account, rights: [...new Set([...(before?.rights ?? []), right])] },
		...(granted ? { granted: [...others, granted] } : { granted: others }),
		...(before?.session ? { session: before.session } : {}),
	};
};

/** Nothing is kept of such a link: on the home page it would be an access that never opens. */
const DEAD_LINK: WireError = {
	...{ code: 'E-OFFER', saved: false, retry: 'change' },
	sentence: {
		fr: 'Ce lien n’ouvre rien : il a déjà servi, il est périmé ou retiré, ou il n’est pas entier. Rien n’a été gardé : copiez-le en entier, ou demandez-en un autre à qui vous l’a donné.',
		en: 'This link opens nothing: it was used, it has expired or was withdrawn, or it is not whole. Nothing was kept: copy all of it, or ask whoever gave it for another.',
	},
};

/**
 * What comes of a link: an access right that it offers, claimed by a key of this device (the one that
 * holds rights of the organisation already, if one does, so that one session carries them all), or the
 * token that it is, unless its service refuses it; words that were said are no token. Rights of another account take the place of those before. `E-FORGED`: what the right
 * says was not signed by its service, whose key is the one known here, else the directory's, else the
 * first heard.
 */
export const takeUp = async (
	deps: StrangerDeps,
	entry: Entry,
	{ known, own, signKey }: Before,
): Promise<Result<Access, WireError>> => {
	const { org, token, url } = entry;
	const isSame = known?.held !== undefined && (own === undefined || known.held.seed === own);
	const seed = own ?? (isSame ? known.held.seed : bytesToBase64Url(deps.random.bytes(32)));
	const holder = await keyOfSeed(seed);
	const claimed = await claimRight(deps, org, token, holder);
	if (!claimed.ok) {
		if (entry.told) return err(claimed.error);
		const refused = await refusalOfToken(deps, org, token);
		if (!refused) return ok(entry);
		return err(refused.code === 'E-TOKEN' ? DEAD_LINK : refused);
	}
	const { right, account } = claimed.value;
	const key = known?.held?.granted?.[0]?.key ?? signKey;
	const granted = await lookAtRight(deps, { service: SERVICE, org, right, holder, key });
	if (!granted.ok && granted.error.code !== 'E-OFFLINE') return err(granted.error);
	const before = isSame && known.held.account === account ? known.held : undefined;
	const said = granted.ok ? granted.value : undefined;
	const held = withRight(before, seed, claimed.value, said);
	return ok({ org, ...(url === undefined ? {} : { url }), held });
};
