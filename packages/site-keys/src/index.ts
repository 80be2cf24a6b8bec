export { createContentCipher } from './content-cipher.ts';
export {
	addToKeyRing,
	type KeyRing,
	newKeyRing,
	renewKeyRing,
	retireFromKeyRing,
	rotateKeyRing,
	type SiteKey,
} from './key-ring.ts';
export {
	completeKeyRings,
	isKeyPurpose,
	KEY_PURPOSES,
	type KeyPurpose,
	type KeyRings,
	keyRingsToText,
	missingPurposes,
	textToKeyRings,
} from './key-rings.ts';
export { keyOfSealed, SEALING_OVERHEAD } from './sealer.ts';
export { createSiteCipher } from './site-cipher.ts';
export { createSiteKeys, type PurposeKeys, type SiteKeys } from './site-keys.ts';
