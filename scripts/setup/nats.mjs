import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ensureProgram, thisMachine } from './debian.mjs';

/** Debian puts it where only root's PATH looks. */
const FURTHER = ['/usr/sbin', '/usr/local/sbin'];

/**
 * The NATS server for the tests: the one `NATS_SERVER_PATH` names, else the first in the PATH.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string[]} further folders to look in after the PATH
 * @returns {string | undefined} path of the program
 */
export function findNats(env, further = FURTHER) {
	const chosen = env.NATS_SERVER_PATH;
	if (chosen) return isExecutable(chosen) ? chosen : undefined;
	const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	return [...folders, ...further]
		.map((folder) => path.join(folder, 'nats-server'))
		.find(isExecutable);
}

/**
 * Finds the server or installs Debian's; tests that need it are never skipped.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 * @param {string[]} further
 */
export function ensureNats(env, say, machine = thisMachine(), further = FURTHER) {
	const find = () => findNats(env, further);
	const wanted = { name: 'nats-server', title: 'NATS', variable: 'NATS_SERVER_PATH', find };
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
