import { base64UrlToBytes, bytesToBase64Url, type Random } from '@navette/core';
import {
	deriveKey,
	type EnvelopeKey,
	envelopeKeyFromSecret,
	type SigningKey,
	signingKeyFromSeed,
	stretch,
} from '@navette/crypto';
import type { DirectoryClientDeps } from './directory-client-deps.ts';

/** The secret of an offer: words that a person says, or 128 random bits in the fragment of a link. */
export type SponsorSecret =
	| { readonly form: 'link'; readonly secret: string }
	| { readonly form: 'phrase'; readonly phrase: string };

/** A fresh secret for a link or a picture to scan. */
export const newLinkSecret = (random: Random): SponsorSecret => ({
	form: 'link',
	secret: bytesToBase64Url(random.bytes(16)),
});

/** What follows from a secret: where the offer is found, who answers, what opens the welcome. */
export interface SponsorKeys {
	readonly sponsorship: string;
	readonly accept: SigningKey;
	readonly wrap: EnvelopeKey;
}

/** A secret of 128 random bits needs no stretching; words of people do. */
const rootOf = async (
	{ realm, stretch: profile }: DirectoryClientDeps,
	secret: SponsorSecret,
): Promise<Uint8Array> =>
	secret.form === 'link'
		? (base64UrlToBytes(secret.secret) ?? new Uint8Array(16))
		: stretch([secret.phrase], [realm, 'sponsor'], 'nv/invitation', profile);

/** The keys of an offer. */
export const sponsorKeysOf = async (
	deps: DirectoryClientDeps,
	secret: SponsorSecret,
): Promise<SponsorKeys> => {
	const root = await rootOf(deps, secret);
	return {
		sponsorship: bytesToBase64Url(deriveKey(root, 'nv/key/lookup', 16)),
		accept: await signingKeyFromSeed(deriveKey(root, 'nv/key/accept', 32)),
		wrap: await envelopeKeyFromSecret(root, 'nv/key/wrap'),
	};
};
