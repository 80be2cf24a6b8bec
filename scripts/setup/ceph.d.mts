import type { Machine } from './debian.mjs';

/** Path of the gateway of the S3 server for the tests, `undefined` when a program of it is missing. */
export function findCeph(env: Record<string, string | undefined>): string | undefined;

/** Finds the server or installs Debian's; throws a `SetupError` that says what to do. */
export function ensureCeph(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
): void;
