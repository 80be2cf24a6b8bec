import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureProgram, thisMachine } from './debian.mjs';

/** Debian keeps the programs of each version apart, out of the PATH. */
const VERSIONS = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres'];
/** First version whose guarantees the provider was written for. */
const OLDEST = 15;

/**
 * The folder of the programs of a PostgreSQL server for the tests: the one `POSTGRES_BIN` names, else
 * Debian's newest.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} versions
 * @returns {string | undefined}
 */
export function findPostgres(env, versions = VERSIONS) {
	if (env.POSTGRES_BIN) return isComplete(env.POSTGRES_BIN) ? env.POSTGRES_BIN : undefined;
	if (!existsSync(versions)) return undefined;
	return readdirSync(versions)
		.map(Number)
		.filter((version) => version >= OLDEST)
		.sort((a, b) => b - a)
		.map((version) => path.join(versions, String(version), 'bin'))
		.find(isComplete);
}

/**
 * Finds the server or installs Debian's; tests that need it are never skipped.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 * @param {string} versions
 */
export function ensurePostgres(env, say, machine = thisMachine(), versions = VERSIONS) {
	const find = () => findPostgres(env, versions);
	const wanted = { name: 'postgresql', title: 'PostgreSQL', variable: 'POSTGRES_BIN', find };
	ensureProgram(wanted, env, say, machine);
}

function isComplete(folder) {
	try {
		for (const name of NEEDED) accessSync(path.join(folder, name), constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
