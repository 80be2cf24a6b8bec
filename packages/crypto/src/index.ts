export { type EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
export {
	type EnvelopeKey,
	envelopeKeyFromBytes,
	envelopeKeyFromCryptoKey,
} from './envelope-key.ts';
export { type EnvelopeContext, SUITE_HKDF_SHA256_AES256GCM } from './layout.ts';
export { createNameHash, type NameHash } from './name-hash.ts';
export { MIN_PADDED, padmeLength } from './padme.ts';
