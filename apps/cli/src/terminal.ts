import type { Clock, Random } from '@navette/core';

/** Where a command reads and speaks. */
export interface Terminal {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Standard output: what was asked. */
	out(text: string): void;
	/** Standard error: sentences about what went wrong, progress. */
	error(text: string): void;
	/** Whether somebody watches standard error. */
	readonly isWatched: boolean;
	/** Text of a file of configuration. */
	readFile(path: string): string | undefined;
	/** Exit code of the process from now on. */
	exitWith(code: number): void;
	readonly clock: Clock;
	readonly random: Random;
}

/** Exit codes of every command. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;
