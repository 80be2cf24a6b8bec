export type Machine = {
	readonly isRoot: boolean;
	readonly run: (command: string) => { readonly ok: boolean; readonly output: string };
};

export type Wanted = {
	readonly name: string;
	readonly title: string;
	readonly variable: string;
	readonly find: () => string | undefined;
};

/** Finds a program or installs Debian's package; throws a `SetupError` that says what to do. */
export function ensureProgram(
	wanted: Wanted,
	env: Record<string, string | undefined>,
	say: (line: string) => void,
	machine: Machine,
): void;

/** Commands run on this machine. */
export function thisMachine(): Machine;
