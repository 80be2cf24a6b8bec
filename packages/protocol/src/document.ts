import * as v from 'valibot';
import { TypeName, VersionNumber } from './identifiers.ts';

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/**
 * A document in a binary body: `[type, id, version, deleted day or 0, data or null]`. `id` is the
 * canonical text of its key; `data` is CBOR for a clear type, an envelope for a sealed one.
 */
export const WireDocument = v.strictTuple([
	TypeName,
	v.string(),
	VersionNumber,
	v.number(),
	v.nullable(bytes),
]);
export type WireDocument = v.InferOutput<typeof WireDocument>;
