import { err, type Failure, type FailureDetail, type Result } from '@navette/core';
import type { CircuitErrorCode, Failure as ModelFailure } from '../model/index.ts';
import { failure } from '../model/index.ts';

/** A failure of the model as the framework carries it: what is not known is left out. */
export const toFailure = ({ code, detail }: ModelFailure): Failure => {
	if (!detail) return { code };
	const known: Record<string, FailureDetail[string]> = {};
	for (const [name, value] of Object.entries(detail)) if (value !== null) known[name] = value;
	return { code, detail: known };
};

/** An outcome of the model as the framework carries it. */
export const toOutcome = <T>(outcome: Result<T, ModelFailure>): Result<T, Failure> =>
	outcome.ok ? outcome : err(toFailure(outcome.error));

/** A refusal of this application, by its code. */
export const refuse = (
	code: CircuitErrorCode,
	detail?: ModelFailure['detail'],
): Result<never, Failure> => err(toFailure(failure(code, detail)));
