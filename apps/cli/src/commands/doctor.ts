import path from 'node:path';
import { type Config, readConfig } from '@navette/app-server/config';
import { ok } from '@navette/core';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import {
	type Check,
	checkClock,
	checkDatabase,
	checkFolder,
	checkNode,
	checkWeb,
} from './checks.ts';
import { checkProviders } from './provider-checks.ts';

const SIGNS = { ok: '✔', warn: '!', bad: '✖' } as const;

const toLines = ({ name, state, found, todo }: Check): readonly string[] => [
	`${SIGNS[state]} ${name}: ${found}`,
	...(todo === undefined ? [] : [`    ${todo}`]),
];

const conclusion = (checks: readonly Check[]): string => {
	const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
	if (count('bad') > 0) return `${count('bad')} to repair before you go on.`;
	return count('warn') > 0 ? `${count('warn')} to look at; it can run.` : 'All is well.';
};

const checkConfig = (
	terminal: Terminal,
): { readonly check: Check; readonly data: string; readonly config?: Config } => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (read.ok) {
		const { config } = read.value;
		const check: Check = { name: 'configuration', state: 'ok', found: 'understood' };
		return { check, data: config.data, config };
	}
	const found = read.error.replaceAll('\n', ' ');
	const todo = 'Correct it; the rest was looked at with the folder NAVETTE_DATA names.';
	const data = terminal.environment.NAVETTE_DATA || './data';
	return { check: { name: 'configuration', state: 'bad', found, todo }, data };
};

/** `navette doctor`: looks at everything a site stands on, changes nothing, says what to do. */
export const examine = async (terminal: Terminal): Promise<Outcome> => {
	const { check, data, config } = checkConfig(terminal);
	const folder = path.resolve(data);
	const database = checkDatabase(terminal, folder);
	const checks = [
		checkNode(process.versions.node),
		check,
		...checkFolder(folder),
		checkWeb(),
		...database.checks,
		...(config ? await checkProviders(terminal, config) : []),
		checkClock(terminal.clock.now(), database.modified),
	];
	const lines = [...checks.flatMap(toLines), '', conclusion(checks)];
	const isBad = checks.some(({ state }) => state === 'bad');
	return ok({ json: { healthy: !isBad, checks }, lines, isBad });
};
