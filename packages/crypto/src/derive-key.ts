import { symmetric } from './backend/select-symmetric.ts';
import { labelledBytes, type Value } from './labelled.ts';
import type { KeyLabel } from './labels.ts';

const NO_SALT = new Uint8Array(0);

/**
 * `length` bytes derived from a secret of high entropy: HKDF-SHA256 (RFC 5869), empty salt, info =
 * deterministic CBOR of `[label, …parts]`. A phrase goes through `stretch` first.
 */
export const deriveKey = (
	secret: Uint8Array,
	label: KeyLabel,
	length: number,
	...parts: readonly Value[]
): Uint8Array => symmetric.hkdfSha256(secret, NO_SALT, labelledBytes(label, parts), length);
