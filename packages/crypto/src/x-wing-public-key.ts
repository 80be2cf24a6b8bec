import { isStrictPoint } from './strict-x25519.ts';
import { X_WING } from './x-wing.ts';

const MODULUS = 3329;
/** Three times 256 coefficients of 12 bits; the 32 bytes after them are a seed, any will do. */
const COEFFICIENT_BYTES = 1152;
const CURVE_AT = 1184;

/** FIPS 203 §7.2: every coefficient below the modulus, so that the key has one encoding. */
const hasCoefficientsInRange = (bytes: Uint8Array): boolean => {
	for (let at = 0; at < COEFFICIENT_BYTES; at += 3) {
		const [low = 0, middle = 0, high = 0] = bytes.subarray(at, at + 3);
		const first = low | ((middle & 15) << 8);
		if (first >= MODULUS || ((middle >> 4) | (high << 4)) >= MODULUS) return false;
	}
	return true;
};

/** Whether bytes are a key that something can be sealed to: what encapsulation would refuse is not. */
export const isXWingPublicKey = (bytes: Uint8Array): boolean => {
	if (bytes.length !== X_WING.publicKey || !hasCoefficientsInRange(bytes)) return false;
	return isStrictPoint(bytes.subarray(CURVE_AT));
};
