import * as v from 'valibot';

/** A value that is of a strict schema, `undefined` otherwise. */
export const parseExactly = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): v.InferOutput<Schema> | undefined => {
	const parsed = v.safeParse(schema, value);
	return parsed.success ? parsed.output : undefined;
};
