import type { Machine } from './debian.mjs';

/** Path of the NATS server for the tests, `undefined` when there is none. */
export function findNats(
	env: Record<string, string | undefined>,
	further?: readonly string[],
): string | undefined;

/** Finds the server or installs Debian's; throws a `SetupError` that says what to do. */
export function ensureNats(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
	further?: readonly string[],
): void;
