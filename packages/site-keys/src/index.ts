export {
	type KeyRing,
	keyRingToText,
	newKeyRing,
	rotateKeyRing,
	type SiteKey,
	textToKeyRing,
} from './key-ring.ts';
export { createSiteCipher } from './site-cipher.ts';
