/** A check removed from the source, that some test has to notice. */
export interface Mutant {
	/** What the check refuses. */
	readonly check: string;
	/** From `packages/`. */
	readonly file: string;
	/** Texts found once in it, and what stands there instead. */
	readonly edits: readonly (readonly [from: string, to: string])[];
	/** Test files that know of it, from `packages/`, where they are run as processes. */
	readonly tests?: readonly string[];
	/** The one test of them that is run, by a part of its title; all unless told. */
	readonly only?: string;
}

/** The source of a mutant; a text that is not there exactly once throws. */
export const mutate = (source: string, mutant: Mutant): string =>
	mutant.edits.reduce((text, [from, to]) => {
		const parts = text.split(from);
		if (parts.length !== 2)
			throw new Error(`${from}: is there ${parts.length - 1} times in ${mutant.file}`);
		return parts.join(to);
	}, source);
