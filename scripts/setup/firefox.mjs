import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ensureProgram, thisMachine } from './debian.mjs';

/**
 * Firefox, for the tests of news: it receives pushes from a push service on this machine, which
 * Chromium cannot be told to do. The one `FIREFOX_PATH` names, else the first in the PATH.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} path of the program
 */
export function findFirefox(env) {
	const chosen = env.FIREFOX_PATH;
	if (chosen) return isExecutable(chosen) ? chosen : undefined;
	const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	return folders
		.flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => path.join(folder, name)))
		.find(isExecutable);
}

/**
 * Finds Firefox or installs Debian's; tests that need it are never skipped.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 */
export function ensureFirefox(env, say, machine = thisMachine()) {
	const find = () => findFirefox(env);
	const wanted = { name: 'firefox-esr', title: 'Firefox', variable: 'FIREFOX_PATH', find };
	ensureProgram(wanted, env, say, machine);
}

function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
