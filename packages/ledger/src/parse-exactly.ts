import { encodeCbor } from '@navette/codec';
import { equalBytes } from '@navette/core';
import * as v from 'valibot';

/**
 * A value that is of a schema and holds nothing besides. A strict schema alone lets names pass that
 * every object inherits (`constructor`, `__proto__`) and drops them: here what was understood must be
 * all that was signed.
 */
export const parseExactly = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): v.InferOutput<Schema> | undefined => {
	const parsed = v.safeParse(schema, value);
	if (!parsed.success) return undefined;
	return equalBytes(encodeCbor(parsed.output), encodeCbor(value)) ? parsed.output : undefined;
};
