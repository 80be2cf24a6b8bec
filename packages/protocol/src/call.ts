import * as v from 'valibot';
import { Name, OperationId } from './identifiers.ts';
import { LIMITS } from './limits.ts';

/** One operation to run. `input` is checked by the operation's own schema. */
export const Call = v.strictObject({
	id: OperationId,
	name: Name,
	input: v.unknown(),
});
export type Call = v.InferOutput<typeof Call>;

/** Several independent operations in one frame: each its own id, result and rollback. */
export const Frame = v.strictObject({
	calls: v.pipe(v.array(Call), v.minLength(1), v.maxLength(LIMITS.callsPerFrame)),
});
export type Frame = v.InferOutput<typeof Frame>;
