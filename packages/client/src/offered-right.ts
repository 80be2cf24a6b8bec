import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { deriveKey, type SigningKey, sign, signingKeyFromSeed } from '@navette/crypto';
import type { WireError } from '@navette/protocol';
import * as v from 'valibot';
import { localError } from './local-error.ts';
import { askPublic, callPublic, type StrangerDeps } from './public-call.ts';

const Held = v.object({ usage: v.string(), subject: v.string(), power: v.number() });
const Offer = v.object({
	label: v.string(),
	rights: v.array(Held),
	until: v.number(),
	times: v.picklist(['once', 'many']),
});
const Claimed = v.object({
	right: v.string(),
	account: v.string(),
	rights: v.array(Held),
	until: v.number(),
});

/** What a service offers to whoever knows a secret. */
export type OfferedRight = v.InferOutput<typeof Offer>;
/** An access right that was claimed: its id is kept, and presented with the key that claimed it. */
export type ClaimedRight = v.InferOutput<typeof Claimed>;

/** Where an offer is found, and who may claim it: they follow from its secret, which stays here. */
export interface OfferKeys {
	/** 16 bytes, base64url. */
	readonly offer: string;
	readonly accept: SigningKey;
}

/** The keys of a secret of at least 128 random bits (base64url, as in a link); `undefined` for less. */
export const offerKeysOf = async (secret: string): Promise<OfferKeys | undefined> => {
	const root = base64UrlToBytes(secret);
	if (!root || root.length < 16) return undefined;
	return {
		offer: bytesToBase64Url(deriveKey(root, 'nv/key/lookup', 16)),
		accept: await signingKeyFromSeed(deriveKey(root, 'nv/key/accept', 32)),
	};
};

/** Argon2id, wherever it runs. */
export type PhraseStretcher = (
	secret: readonly string[],
	salt: readonly string[],
	purpose: 'nv/invitation',
) => Promise<Uint8Array>;

/** Words as they were said: capitals, accents, commas and more than one space are forgiven. */
export const toldPhrase = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\s,;.]+/gu, ' ')
		.trim();

/** The secret of a phrase that offers an access right of an organisation; said elsewhere, it is another one. */
export const secretOfPhrase = async (
	stretcher: PhraseStretcher,
	org: string,
	phrase: string,
): Promise<string> =>
	bytesToBase64Url(await stretcher([toldPhrase(phrase)], [org, 'right'], 'nv/invitation'));

/** Looks at an offer without taking it up; `E-OFFER` when there is none, or no longer. */
export const lookAtOfferedRight = async (
	deps: StrangerDeps,
	org: string,
	secret: string,
): Promise<Result<OfferedRight, WireError>> => {
	const keys = await offerKeysOf(secret);
	if (!keys) return err(localError('E-OFFER'));
	const answer = await askPublic(deps, org, 'right.look', { offer: keys.offer });
	if (!answer.ok) return answer;
	const offer = v.safeParse(Offer, answer.value);
	return offer.success ? ok(offer.output) : err(localError('E-DEFECT'));
};

/** Has an offered right issued to a key; again with the same key it is the same right. */
export const claimRight = async (
	deps: StrangerDeps,
	org: string,
	secret: string,
	holder: Pick<SigningKey, 'publicKey'>,
): Promise<Result<ClaimedRight, WireError>> => {
	const keys = await offerKeysOf(secret);
	if (!keys) return err(localError('E-OFFER'));
	const key = bytesToBase64Url(holder.publicKey);
	const signature = await sign(keys.accept, 'nv/accept', [org, 'claimed', keys.offer, key]);
	const answer = await callPublic(deps, org, 'right.claim', {
		...{ offer: keys.offer, holder: key },
		signature: bytesToBase64Url(signature),
	});
	if (!answer.ok) return answer;
	const claimed = v.safeParse(Claimed, answer.value);
	return claimed.success ? ok(claimed.output) : err(localError('E-DEFECT'));
};
