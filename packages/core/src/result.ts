/** An expected outcome: a value, or a failure that the caller must look at. Defects throw. */
export type Result<T, E> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** An expected failure. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
