import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { SetupError } from './setup-error.mjs';

const APP = 'apps/web';
const STAMP = 'node_modules/.navette-web';
const GENERATED = new Set(['node_modules', 'dist', 'test-results']);

/**
 * Builds the web app when its sources, or those of a package it stands on, changed since the last
 * build.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function ensureWebApp(root, say) {
	if (!existsSync(path.join(root, APP, 'index.html'))) return;
	const wanted = sourceStamp(root);
	const stamp = path.join(root, STAMP);
	const built = existsSync(path.join(root, APP, 'dist/index.html'));
	if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	say('Building the web app.');
	const started = Date.now();
	const done = npm(root, ['run', 'build', '-w', '@navette/web', '--loglevel=error']);
	if (!done.ok) throw new SetupError(`${done.output}\nThe web app could not be built.`);
	say(`Web app built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
	writeFileSync(stamp, wanted);
}

/**
 * Hash of every source file that may end in the web app, and of the lockfile.
 *
 * @param {string} root
 * @returns {string}
 */
export function sourceStamp(root) {
	const hash = createHash('sha256');
	const add = (name) => hash.update(`${name}\n`).update(readFileSync(path.join(root, name)));
	add('package-lock.json');
	for (const folder of [APP, ...workspacesBelow(root, APP)]) {
		for (const name of filesBelow(root, folder)) if (!name.includes('.test.')) add(name);
	}
	return hash.digest('hex');
}

/** Folders of the workspace packages that `folder` depends on, directly or not. */
function workspacesBelow(root, folder, seen = new Set()) {
	const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
	const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
	for (const name of names.filter((name) => name.startsWith('@navette/')).sort()) {
		const below = `packages/${name.slice('@navette/'.length)}`;
		if (seen.has(below) || !existsSync(path.join(root, below, 'package.json'))) continue;
		seen.add(below);
		workspacesBelow(root, below, seen);
	}
	return [...seen].sort();
}

function filesBelow(root, folder) {
	return readdirSync(path.join(root, folder), { withFileTypes: true })
		.filter((entry) => !GENERATED.has(entry.name))
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const name = `${folder}/${entry.name}`;
			if (entry.isDirectory()) return filesBelow(root, name);
			return entry.isFile() ? [name] : [];
		});
}
