import path from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** At most so many files of a run are tried a second time: beyond, something is broken. */
const MOST_AGAIN = 3;

/** Counts of one file, by the names of the closing summary. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Remembers which files failed beside others. They are tried once more, alone, at the end: a machine
 * that three of them share may starve one. Both outcomes are printed, and a file that passes only
 * alone is named in the last lines, to be mended.
 */
export const createSecondTry = () => {
	const held = new Set<string>();
	const counts = new Map<string, Counts>();

	/** @returns what is to be printed in its place at once, or undefined: the event is not held */
	const hold = (event: TestEvent, known: readonly string[]): TestEvent | undefined => {
		if (event.type === 'test:summary' && event.data.file !== undefined) {
			counts.set(nameOf(event.data.file), countsOf(event.data.counts as RunCounts));
		}
		if (event.type !== 'test:fail') return undefined;
		const { entryFile, file, name, details } = event.data as FailData;
		const from = nameOf(entryFile ?? file ?? '');
		if (!known.includes(from)) return undefined;
		held.add(from);
		const cause = details.error.cause;
		const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
		const message = `✖ ${name} (${from}), beside other files:\n${why}`;
		return { type: 'test:diagnostic', data: { nesting: 0, message, level: 'warn' } };
	};

	return {
		hold,
		/** files to run again alone; none when too many failed */
		files: (): string[] => (held.size <= MOST_AGAIN ? [...held] : []),
		/** the files that failed, when they are too many for a second try */
		refused: (): string[] => (held.size > MOST_AGAIN ? [...held] : []),
		/** what the first try of a file counted: one failure when it could not even be loaded */
		firstOf: (file: string): Counts =>
			counts.get(file) ??
			new Map([
				['tests', 1],
				['fail', 1],
			]),
	};
};

type FailData = {
	readonly name: string;
	readonly file?: string;
	readonly entryFile?: string;
	readonly details: { readonly error: Error };
};

const nameOf = (file: string): string =>
	path.relative(process.cwd(), path.resolve(file)).split(path.sep).join('/');

/** The runner also counts what failed; its types do not say so. */
type RunCounts = Extract<TestEvent, { type: 'test:summary' }>['data']['counts'] & {
	readonly failed: number;
};

const countsOf = (counts: RunCounts): Counts =>
	new Map([
		['tests', counts.tests],
		['suites', counts.suites],
		['pass', counts.passed],
		['fail', counts.failed],
		['cancelled', counts.cancelled],
		['skipped', counts.skipped],
		['todo', counts.todo],
	]);
