import { base64UrlToBytes, bytesToBase64Url, type Random } from '@navette/core';
import {
	bytesToCrockford,
	deriveKey,
	type EnvelopeKey,
	envelopeKeyFromSecret,
	type SigningKey,
	signingKeyFromSeed,
} from '@navette/crypto';
import { type DirectoryClientDeps, stretcherOf } from './directory-client-deps.ts';

/** The secret of an offer: words that a person says, 128 random bits in the fragment of a link, or a code in two halves. */
export type SponsorSecret =
	| { readonly form: 'link'; readonly secret: string }
	/** Two halves of 50 random bits, which reach the person by two ways; neither is of use alone. */
	| { readonly form: 'code'; readonly halves: readonly [string, string] }
	| { readonly form: 'phrase'; readonly phrase: string };

/** A fresh secret for a link or a picture to scan. */
export const newLinkSecret = (random: Random): SponsorSecret => ({
	form: 'link',
	secret: bytesToBase64Url(random.bytes(16)),
});

const HALF = 10;

/** A fresh code: two halves of ten signs (Crockford's base 32). */
export const newCodeSecret = (random: Random): SponsorSecret & { readonly form: 'code' } => {
	const half = () => bytesToCrockford(random.bytes(7)).slice(0, HALF);
	return { form: 'code', halves: [half(), half()] };
};

/** A half as a person typed it: case, spaces, hyphens, O I L are forgiven. */
const typedHalf = (text: string): string =>
	text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** What follows from a secret: where the offer is found, who answers, what opens the welcome. */
export interface SponsorKeys {
	readonly sponsorship: string;
	readonly accept: SigningKey;
	readonly wrap: EnvelopeKey;
}

const wordsOf = (secret: Exclude<SponsorSecret, { readonly form: 'link' }>): string =>
	secret.form === 'phrase' ? secret.phrase : secret.halves.map(typedHalf).join(' ');

/** A secret of 128 random bits needs no stretching; words of people do. */
const rootOf = async (
	deps: Pick<DirectoryClientDeps, 'realm' | 'stretch' | 'stretcher'>,
	secret: SponsorSecret,
): Promise<Uint8Array> =>
	secret.form === 'link'
		? (base64UrlToBytes(secret.secret) ?? new Uint8Array(16))
		: stretcherOf(deps)([wordsOf(secret)], [deps.realm, 'sponsor'], 'nv/invitation');

/** The keys of an offer. */
export const sponsorKeysOf = async (
	deps: Pick<DirectoryClientDeps, 'realm' | 'stretch' | 'stretcher'>,
	secret: SponsorSecret,
): Promise<SponsorKeys> => {
	const root = await rootOf(deps, secret);
	return {
		sponsorship: bytesToBase64Url(deriveKey(root, 'nv/key/lookup', 16)),
		accept: await signingKeyFromSeed(deriveKey(root, 'nv/key/accept', 32)),
		wrap: await envelopeKeyFromSecret(root, 'nv/key/wrap'),
	};
};
