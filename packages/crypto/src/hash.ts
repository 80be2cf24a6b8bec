import { symmetric } from './backend/select-symmetric.ts';
import { labelledBytes, type Value } from './labelled.ts';
import type { HashLabel } from './labels.ts';

/** SHA-256 of deterministic CBOR of `[label, …parts]`: 32 bytes that mean one thing. */
export const hash = (label: HashLabel, ...parts: readonly Value[]): Uint8Array =>
	symmetric.sha256(labelledBytes(label, parts));
