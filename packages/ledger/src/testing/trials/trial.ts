import type { Result } from '@navette/core';
import type { Library } from '../victim.ts';

/** Something that must hold of the library, or of none of its mutants: throws when it does not. */
export interface Trial {
	readonly name: string;
	run(lib: Library): Promise<void>;
}

/** The fault of an answer: printing a whole ledger that should not be there would take minutes. */
export const faultOf = (answer: Result<unknown, string>): string =>
	answer.ok ? 'believed' : answer.error;
