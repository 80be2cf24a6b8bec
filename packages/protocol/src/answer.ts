import * as v from 'valibot';
import { OperationId } from './identifiers.ts';
import { WireNotice } from './notice.ts';
import { WireError } from './wire-error.ts';

/** The outcome of one call. A repeated id gets the stored outcome again. */
export const CallAnswer = v.union([
	v.strictObject({ id: OperationId, result: v.unknown() }),
	v.strictObject({ id: OperationId, error: WireError }),
]);
export type CallAnswer = v.InferOutput<typeof CallAnswer>;

/** Outcomes in the order of the calls, and what moved in the threads the caller listens to. */
export const FrameAnswer = v.strictObject({
	answers: v.array(CallAnswer),
	notices: v.array(WireNotice),
	/** Time of the organisation, ms. */
	now: v.number(),
});
export type FrameAnswer = v.InferOutput<typeof FrameAnswer>;
