import { err, type Failure, failure, ok, type Result } from '@navette/core';
import * as v from 'valibot';

/** A value checked by a schema, or `E-INPUT` with the path of the first fault. */
export const parseInput = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): Result<v.InferOutput<Schema>, Failure> => {
	const parsed = v.safeParse(schema, value, { abortEarly: true });
	if (parsed.success) return ok(parsed.output);
	const [issue] = parsed.issues;
	return err(failure('E-INPUT', { path: v.getDotPath(issue) ?? 'body', reason: issue.message }));
};
