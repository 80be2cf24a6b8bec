/** Facts that complete the sentence of a failure; small, and fit for the person who called. */
export type FailureDetail = Readonly<Record<string, string | number | boolean>>;

/** An expected failure, named by a code of the one catalogue (`E-…`). Nothing was saved. */
export interface Failure {
	readonly code: string;
	readonly detail?: FailureDetail;
}

/** A failure of a code, with the facts of its sentence if it has any. */
export const failure = (code: string, detail?: FailureDetail): Failure =>
	detail === undefined ? { code } : { code, detail };
