import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setup-error.mjs';

const NAMES = ['chromium', 'chromium-browser'];
const SHELL = 'chromium-headless-shell';
const APT = 'apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120';
const INSTALL = `${APT} chromium`;

/**
 * The browser for the tests: the one `CHROMIUM_PATH` names, else the first in the PATH.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} path of the binary
 */
export function findChromium(env) {
	if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
	return inPath(env, NAMES);
}

/**
 * Chromium without anything for a screen: the same engine for a third less work. Only when no browser
 * was chosen by `CHROMIUM_PATH`.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} path of the binary
 */
export function findHeadlessShell(env) {
	return env.CHROMIUM_PATH ? undefined : inPath(env, [SHELL]);
}

/**
 * Installs the shell where that is possible; without it tests use the whole browser, and take longer.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 */
export function tryHeadlessShell(env, say, machine = thisMachine()) {
	if (env.CHROMIUM_PATH || findHeadlessShell(env) !== undefined) return;
	if (!machine.isRoot || !machine.run('apt-get --version').ok) return;
	const install = () => machine.run(`${APT} ${SHELL}`).ok;
	const update = () => machine.run('apt-get update -q -o DPkg::Lock::Timeout=120').ok;
	const isInstalled = install() || (update() && install());
	say(
		isInstalled ? 'Headless Chromium installed.' : 'No headless Chromium: the whole one is used.',
	);
}

/**
 * Finds the browser or installs Debian's; tests that need it are never skipped.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 */
export function ensureChromium(env, say, machine = thisMachine()) {
	if (findChromium(env) !== undefined) return;
	if (env.CHROMIUM_PATH) {
		throw new SetupError(
			`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which is not a program that can be run.`,
		);
	}
	const byHand = `Install it with "sudo apt-get update && sudo ${INSTALL}", or set CHROMIUM_PATH.`;
	if (!machine.run('apt-get --version').ok) {
		throw new SetupError(
			'The tests need Chromium, and this system has no apt-get to bring it. ' +
				'Install Chromium and set CHROMIUM_PATH to its program.',
		);
	}
	if (!machine.isRoot) {
		throw new SetupError(`The tests need Chromium, and only root may install it. ${byHand}`);
	}
	say('Installing Chromium for the tests (apt-get); this takes some ten seconds.');
	const updated = machine.run('apt-get update -q -o DPkg::Lock::Timeout=120');
	const installed = machine.run(INSTALL);
	if (!installed.ok || findChromium(env) === undefined) {
		throw new SetupError(
			`${updated.ok ? '' : updated.output}${installed.output}\n` +
				`Chromium could not be installed. ${byHand}`,
		);
	}
	say('Chromium installed.');
}

function thisMachine() {
	return {
		isRoot: process.getuid?.() === 0,
		run(command) {
			const [program, ...args] = command.split(' ');
			const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
			const done = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 26 });
			return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
		},
	};
}

function inPath(env, names) {
	const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
	return places.find(isExecutable);
}

function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
