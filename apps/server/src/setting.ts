import type * as v from 'valibot';

/** One thing that can be set, in `navette.json` or by an environment variable. */
export interface Setting {
	/** Its place in the file: `metrics.port`. */
	readonly name: string;
	readonly variable: string;
	/** What may be given, to end the sentence "it must be …". */
	readonly allowed: string;
	readonly schema: v.GenericSchema;
	/** Value when nothing is said; `undefined` = not set. */
	readonly fallback: unknown;
	/** Never shown. */
	readonly isSecret?: true;
	/** The value that the text of the variable stands for, as the file would hold it. */
	readonly fromText: (text: string) => unknown;
}
