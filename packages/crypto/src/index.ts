export type { Aead, AeadKey } from './aead.ts';
export { equalConstantTime } from './constant-time.ts';
export { bytesToCrockford, crockfordToBytes } from './crockford.ts';
export { deriveKey } from './derive-key.ts';
export { createDigest, type Digest } from './digest.ts';
export { type EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
export { openEnvelopes, sealEnvelopes, type ToOpen, type ToSeal } from './envelope-batch.ts';
export {
	deriveEnvelopeKey,
	deriveFromEnvelopeKey,
	type EnvelopeKey,
	envelopeKeyFromBytes,
	envelopeKeyFromCryptoKey,
	envelopeKeyFromSecret,
} from './envelope-key.ts';
export { CHUNK_SIZE, type FileDescriptor, openFile, sealFile } from './file-chunks.ts';
export { generatePhrase, PHRASE_WORDS } from './generate-phrase.ts';
export { hash } from './hash.ts';
export { type KeptSigningKey, keepSigningKey, signingKeyFromKept } from './kept-signing-key.ts';
export type { Value } from './labelled.ts';
export {
	type HashLabel,
	type KeyLabel,
	LABELS,
	type Label,
	type SignatureLabel,
	type StretchLabel,
} from './labels.ts';
export { type EnvelopeContext, SUITE_HKDF_SHA256_AES256GCM, SUITE_SERIES } from './layout.ts';
export { createMemorySealer, type MemorySealer } from './memory-sealer.ts';
export { createNameHash, type NameHash } from './name-hash.ts';
export { MIN_PADDED, padmeLength } from './padme.ts';
export {
	estimatePhrase,
	MAX_PHRASE_LENGTH,
	MIN_PHRASE_BITS,
	MIN_PHRASE_LENGTH,
	type PhraseFault,
	type PhraseStrength,
} from './phrase-strength.ts';
export { normalisePhrase } from './phrase-text.ts';
export { fingerprint, safetyNumber } from './safety-number.ts';
export { sealSeries } from './seal-series.ts';
export {
	generateSealingKey,
	type OpenedAsking,
	openAsking,
	openSealed,
	parseSealingPublicKey,
	type SealedAsking,
	type SealingKey,
	type SealingPublicKey,
	sealAsking,
	sealingKeyFromSeed,
	sealTo,
} from './sealing.ts';
export {
	generateSigningKey,
	type SigningKey,
	sign,
	signingKeyFromSeed,
	verify,
} from './signing.ts';
export { type Phrase, stretch } from './stretch.ts';
export { STANDARD_STRETCH, type StretchProfile } from './stretch-profile.ts';
export { isStrictPublicKey } from './strict-ed25519.ts';
export {
	type Blinded,
	blind,
	type Evaluation,
	evaluate,
	finalize,
	generateVoprfKey,
	type VoprfKey,
	voprfKeyFromSeed,
} from './voprf.ts';
export { type PhraseLanguage, wordsOf } from './word-lists.ts';
