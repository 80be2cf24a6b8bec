import type { Machine } from './debian.mjs';

/** Path of Firefox for the tests, `undefined` when there is none. */
export function findFirefox(env: Record<string, string | undefined>): string | undefined;

/** Finds Firefox or installs Debian's; throws a `SetupError` that says what to do. */
export function ensureFirefox(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
): void;
