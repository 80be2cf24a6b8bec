/** Path of the browser for the tests, `undefined` when there is none. */
export function findChromium(env: Record<string, string | undefined>): string | undefined;

/** Path of Chromium without a screen, `undefined` when there is none or another was chosen. */
export function findHeadlessShell(env: Record<string, string | undefined>): string | undefined;

/** Installs it where root and apt-get can; says so, and never fails. */
export function tryHeadlessShell(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
): void;

export type Machine = {
	readonly isRoot: boolean;
	readonly run: (command: string) => { readonly ok: boolean; readonly output: string };
};

/** Finds the browser or installs Debian's; throws a `SetupError` that says what to do. */
export function ensureChromium(
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine?: Machine,
): void;
