import { encodeCbor } from '@navette/codec';
import { concatBytes } from '@navette/core';

/** Where the parts of an envelope are; `docs/crypto.md` has the same table. */
export const VERSION = 1;
export const NONCE_AT = 2;
export const COMMITMENT_AT = 26;
export const HEADER_LENGTH = 58;
export const TAG_LENGTH = 16;

/** Cipher suites, by their number on the wire. */
export const SUITE_HKDF_SHA256_AES256GCM = 1;
/** As suite 1, one key for the envelopes sealed together, each with its own initialisation vector. */
export const SUITE_SERIES = 3;

/** Where, in the nonce of an envelope of a series, its place in the series is (u32, big endian). */
export const PLACE_AT = 22;

/**
 * What an envelope is bound to and does not carry: who opens it says what it must be. Parts in
 * order: organisation, type of object, object, part, revision, epoch… — texts and integers.
 */
export type EnvelopeContext = readonly (string | number)[];

/** The bytes of a context: deterministic CBOR of `["nv1", …context]`. */
export const contextBytes = (context: EnvelopeContext): Uint8Array =>
	encodeCbor(['nv1', ...context]);

/** What HKDF's `info` is the SHA-256 of: deterministic CBOR of `["cz1/env", version‖suite, ctx]`. */
export const infoBytes = (suite: number, context: Uint8Array): Uint8Array =>
	encodeCbor(['cz1/env', Uint8Array.of(VERSION, suite), context]);

/** What HKDF's `info` is the SHA-256 of for a series: deterministic CBOR of `["cz1/series", version‖suite]`. */
export const seriesInfoBytes = (): Uint8Array =>
	encodeCbor(['cz1/series', Uint8Array.of(VERSION, SUITE_SERIES)]);

/** `version ‖ suite ‖ nonce ‖ commitment`, the first bytes of an envelope. */
export const headerBytes = (suite: number, nonce: Uint8Array, commitment: Uint8Array) =>
	concatBytes(Uint8Array.of(VERSION, suite), nonce, commitment);
