import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setup-error.mjs';

/** First release with Argon2 and ML-KEM in `node:crypto` beside `.ts` files run as they are. */
const OLDEST = '24.7.0';

/**
 * Checks that scripts will run on a Node that is recent enough. npm puts `node_modules/.bin` first
 * in the PATH of scripts, so the Node installed there is used when there is one for this system,
 * and the machine's own otherwise.
 *
 * @param {string} root
 * @returns {string} version in use, `24.21.0`
 */
export function ensureRuntime(root) {
	const system = `${process.platform}-${process.arch}`;
	const binary = bundledNode(root);
	if (binary === undefined) {
		const own = process.env.npm_node_execpath ?? process.execPath;
		const version = versionOf(own) ?? process.versions.node;
		if (isAtLeast(version, OLDEST)) return version;
		throw new SetupError(
			`Navette needs Node ${OLDEST} or newer. npm carries none for ${system}, and the one here is ` +
				`${version}. Install Node 24 from https://nodejs.org, then try again.`,
		);
	}
	const version = versionOf(binary);
	if (version !== undefined && isAtLeast(version, OLDEST)) return version;
	throw new SetupError(
		`The Node installed with the packages does not run here (${system}, ` +
			`${version ?? 'no answer'}). Delete node_modules and try again; if it stays so, install ` +
			`Node ${OLDEST} or newer and run "npm install --omit=optional".`,
	);
}

/**
 * @param {string} version
 * @param {string} oldest
 * @returns {boolean}
 */
export function isAtLeast(version, oldest) {
	const [a, b] = [version, oldest].map((text) => text.split('.').map(Number));
	const differs = a.findIndex((part, i) => part !== b[i]);
	return differs === -1 || a[differs] > b[differs];
}

function bundledNode(root) {
	const os = process.platform === 'win32' ? 'win' : process.platform;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	const place = path.join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', file);
	return existsSync(place) ? place : undefined;
}

function versionOf(binary) {
	const done = spawnSync(binary, ['--version'], { encoding: 'utf8' });
	return done.status === 0 ? done.stdout.trim().replace(/^v/, '') : undefined;
}
