import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PEERS, readVersions, type Versions } from './catalogue.ts';

const run = promisify(execFile);

/** Where peers are installed, outside the workspace: `NAVETTE_PEERS`, else the cache of the user. */
const cacheFolder = (): string =>
	process.env.NAVETTE_PEERS ??
	path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'navette-peers');

const npmInstall = async (folder: string, versions: Versions): Promise<void> => {
	mkdirSync(folder, { recursive: true });
	const manifest = { private: true, type: 'module', ...versions };
	const text = `${JSON.stringify(manifest, null, '\t')}\n`;
	const file = path.join(folder, 'package.json');
	const isThere = existsSync(path.join(folder, 'node_modules')) && existsSync(file);
	if (isThere && readFileSync(file, 'utf8') === text) return;
	writeFileSync(file, text);
	/* npm chooses by the Node that runs it: it is to be the one that runs the peers */
	const bin = path.dirname(process.execPath);
	const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
	const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
	await run('npm', args, { cwd: folder, env, timeout: 300_000 });
};

/**
 * Installs a peer at its exact versions, once, with its own code beside its packages. Answers its
 * folder.
 */
export const installPeer = async (name: string): Promise<string> => {
	const versions = readVersions()[name];
	if (!versions) throw new Error(`no versions of ${name}`);
	const folder = path.join(cacheFolder(), name);
	await npmInstall(folder, versions);
	const source = path.join(PEERS, `${name}.mjs`);
	if (existsSync(source)) cpSync(source, path.join(folder, 'peer.mjs'));
	return folder;
};
