import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ensureProgram, thisMachine } from './debian.mjs';

const PROGRAMS = ['radosgw', 'radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd', 'monmaptool'];
const PACKAGES = 'radosgw ceph-mon ceph-osd ceph-common';

/**
 * The S3 server for the tests, Ceph's: in the folder `CEPH_BIN` names, else in the PATH.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} path of its gateway; `undefined` when one of its programs is missing
 */
export function findCeph(env) {
	const text = env.CEPH_BIN || env.PATH || '';
	const folders = text.split(path.delimiter).filter((folder) => folder !== '');
	const places = PROGRAMS.map((name) =>
		folders.map((folder) => path.join(folder, name)).find(isExecutable),
	);
	return places.includes(undefined) ? undefined : places[0];
}

/**
 * Finds the server or installs Debian's; tests that need it are never skipped.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 */
export function ensureCeph(env, say, machine = thisMachine()) {
	const find = () => findCeph(env);
	const wanted = { name: PACKAGES, title: "Ceph's S3 server", variable: 'CEPH_BIN', find };
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
