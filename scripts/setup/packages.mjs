import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { SetupError } from './setup-error.mjs';

const STAMP = 'node_modules/.navette-setup';

/**
 * Installs what the lockfile says when it is not what `node_modules` holds.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function ensurePackages(root, say) {
	const wanted = lockStamp(root);
	if (read(path.join(root, STAMP)) === wanted) return;
	if (!isInstalled(root)) {
		say('Installing packages (npm install); this takes about half a minute.');
		const started = Date.now();
		// Not `npm ci`: it refuses a lockfile without the binaries of systems that the registry it
		// was written with does not carry. With --no-save what is installed is the lockfile's too.
		const flags = ['--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
		// nothing that comes from elsewhere runs by being installed
		const done = npm(root, ['install', ...flags, '--ignore-scripts', '--loglevel=error']);
		if (!done.ok) {
			throw new SetupError(
				`${done.output}\nThe packages could not be installed. Is the npm registry reachable?`,
			);
		}
		say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
	}
	writeFileSync(path.join(root, STAMP), wanted);
}

/**
 * Hash of everything that decides what should be installed.
 *
 * @param {string} root
 * @returns {string}
 */
export function lockStamp(root) {
	const hash = createHash('sha256');
	const manifests = ['packages', 'apps'].flatMap((parent) =>
		foldersOf(path.join(root, parent)).map((name) => `${parent}/${name}/package.json`),
	);
	for (const name of ['package-lock.json', 'package.json', ...manifests]) {
		hash.update(`${name}\n${read(path.join(root, name)) ?? ''}\n`);
	}
	return hash.digest('hex');
}

/**
 * Whether `node_modules` already holds what the lockfile asks for. npm writes what it installed to
 * `node_modules/.package-lock.json` as its last step, so an interrupted installation does not count
 * and an ordinary `npm install` does.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
	const installed = read(path.join(root, 'node_modules/.package-lock.json'));
	const locked = read(path.join(root, 'package-lock.json'));
	if (installed === undefined || locked === undefined) return false;
	const present = JSON.parse(installed).packages;
	return Object.entries(JSON.parse(locked).packages)
		.filter(([place]) => place.includes('node_modules/'))
		.every(([place, entry]) => {
			const found = present[place];
			if (found === undefined) return entry.optional === true && !isForThisMachine(entry);
			if (entry.link) return found.resolved === entry.resolved;
			return found.version === entry.version && existsSync(path.join(root, place));
		});
}

/** Optional packages are mostly binaries for one system; only ours is owed. */
function isForThisMachine(entry) {
	if (entry.os === undefined || entry.cpu === undefined || entry.libc !== undefined) return false;
	return [entry.os].flat().includes(process.platform) && [entry.cpu].flat().includes(process.arch);
}

function foldersOf(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).sort();
}

function read(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
