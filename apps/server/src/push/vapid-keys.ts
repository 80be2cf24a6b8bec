import { createECDH } from 'node:crypto';
import type { PurposeKeys } from '@navette/site-keys';

/** Keys by which push services know this site (VAPID, RFC 8292): P-256, base64url. */
export interface VapidKeys {
	readonly publicKey: string;
	readonly privateKey: string;
}

/**
 * The keys of a site, from its oldest push key: a device that subscribed with one can be told with that
 * one only, so another key of the ring changes nothing until the first is retired.
 */
export const vapidKeys = (keys: Pick<PurposeKeys, 'derive' | 'ring'>): VapidKeys => {
	const first = Math.min(...keys.ring().keys.map((key) => key.id));
	const curve = createECDH('prime256v1');
	for (let attempt = 0; ; attempt++) {
		const secret = Buffer.from(keys.derive(['vapid', attempt], 32, first));
		try {
			curve.setPrivateKey(secret);
		} catch (error) {
			// a number that is no private key of the curve: once in four thousand million times
			if (attempt < 3) continue;
			throw error;
		}
		return {
			publicKey: curve.getPublicKey('base64url', 'uncompressed'),
			privateKey: secret.toString('base64url'),
		};
	}
};
