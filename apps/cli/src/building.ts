import { Command } from 'commander';
import type { Outcome } from './outcome.ts';
import { tell } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** What the help of every command ends with. */
export const EXIT_CODES = `
Exit codes: 0 done; 1 refused, or something is wrong: a sentence says what; 2 wrong usage.
Settings come from navette.json (or the file NAVETTE_CONFIG names) and the environment, which wins.`;

/** Where a command line is put together. */
export interface Building {
	readonly terminal: Terminal;
	exit(code: number): void;
}

/** Options that every command has. */
export interface Asked {
	readonly json?: boolean;
}

/** A command that every one of ours is made of: `--json`, codes in its help. */
export const command = (name: string, about: string): Command =>
	new Command(name)
		.description(about)
		.option('--json', 'answer in JSON on standard output')
		.helpOption('-h, --help', 'show this help')
		.addHelpText('after', EXIT_CODES);

/** Whether JSON was asked for. */
export const asked = (options: Asked): boolean => options.json === true;

/** Says the outcome of a command, and keeps its exit code. */
export const answer = async (
	{ terminal, exit }: Building,
	options: Asked,
	outcome: Outcome | Promise<Outcome>,
): Promise<void> => exit(tell(terminal, await outcome, asked(options)));

/** Values of an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
	...before,
	value,
];
