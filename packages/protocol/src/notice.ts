import * as v from 'valibot';
import { WireDocument } from './document.ts';
import { Reference, TypeName, VersionNumber } from './identifiers.ts';

/**
 * A thread moved. `from` is its version before: a reader standing there or later that is also handed
 * `documents` (what its pull would have fetched) needs no pull.
 */
export const WireNotice = v.strictObject({
	reference: Reference,
	from: VersionNumber,
	version: VersionNumber,
	versions: v.record(TypeName, VersionNumber),
	documents: v.optional(v.array(WireDocument)),
});
export type WireNotice = v.InferOutput<typeof WireNotice>;
