import { bytesToBase64Url } from '@navette/core';
import {
	type SealingKey,
	type SigningKey,
	sealingKeyFromSeed,
	signingKeyFromSeed,
} from '@navette/crypto';
import type { SiteKeys } from '@navette/site-keys';

/**
 * A seed from the oldest site key of the purpose `directory`: another key of the ring changes nothing
 * until the first is retired.
 */
const seedOf = (keys: SiteKeys, ...what: readonly string[]): Uint8Array => {
	const own = keys.for('directory');
	return own.derive(what, 32, Math.min(...own.ring().keys.map(({ id }) => id)));
};

/** The key that apps pin, of a site that hosts the directory. */
export const directoryKeyOf = (keys: SiteKeys): Promise<SigningKey> =>
	signingKeyFromSeed(seedOf(keys, 'sign'));

/** The key by which the operator of this site signs what it declares to a directory. */
export const operatorKeyOf = (keys: SiteKeys): Promise<SigningKey> =>
	signingKeyFromSeed(seedOf(keys, 'operator'));

/** The key that requests to a service of this site are sealed to. */
export const serviceSealingKeyOf = (keys: SiteKeys, service: string): SealingKey =>
	sealingKeyFromSeed(seedOf(keys, 'service-seal', service));

/** The key by which a service of this site signs what its rights say. */
export const serviceSigningKeyOf = (keys: SiteKeys, service: string): Promise<SigningKey> =>
	signingKeyFromSeed(seedOf(keys, 'service-sign', service));

/** The public keys of a service that this site runs, base64url. */
export const serviceKeysOf = async (keys: SiteKeys, service: string) => {
	const signing = await serviceSigningKeyOf(keys, service);
	const sealing = serviceSealingKeyOf(keys, service);
	return {
		signKey: bytesToBase64Url(signing.publicKey),
		sealKey: bytesToBase64Url(sealing.publicKey),
	};
};
