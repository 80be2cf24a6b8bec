import type { Result } from '@navette/core';
import { EXIT, type Terminal } from './terminal.ts';

/** What a command answers: the same for programs and for people. */
export interface Answer {
	readonly json: unknown;
	readonly lines: readonly string[];
	/** The command did its work, and what it found is bad. */
	readonly isBad?: boolean;
}

/** An answer, or the sentence of a refusal. */
export type Outcome = Result<Answer, string>;

/** Says an outcome, for programs with `--json`; answers the exit code. */
export const tell = (terminal: Terminal, outcome: Outcome, asJson: boolean): number => {
	if (!outcome.ok) {
		if (asJson) terminal.out(JSON.stringify({ refused: outcome.error }));
		else terminal.error(outcome.error);
		return EXIT.refused;
	}
	const { json, lines, isBad } = outcome.value;
	terminal.out(asJson ? JSON.stringify(json) : lines.join('\n'));
	return isBad ? EXIT.refused : EXIT.done;
};

/** Rows as columns that line up; the first row is their titles. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
	const widths = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((row) => [...(row[at] ?? '')].length)),
	);
	return rows.map((row) =>
		row
			.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length))
			.join('  ')
			.trimEnd(),
	);
};
