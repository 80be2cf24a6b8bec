import type { Machine } from './debian.mjs';

/** Folder of the programs of a PostgreSQL server, `undefined` when there is none. */
export function findPostgres(
	env: Record<string, string | undefined>,
	versions?: string,
): string | undefined;

/** Finds the server or installs Debian's; throws a `SetupError` that says what to do. */
export function ensurePostgres(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
	versions?: string,
): void;
