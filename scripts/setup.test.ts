import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ensureCeph, findCeph } from './setup/ceph.mjs';
import {
	ensureChromium,
	findHeadlessShell,
	type Machine,
	tryHeadlessShell,
} from './setup/chromium.mjs';
import { ensurePackages, isInstalled, lockStamp } from './setup/packages.mjs';
import { ensureRuntime, isAtLeast } from './setup/runtime.mjs';
import { sourceStamp } from './setup/web-app.mjs';

const made: string[] = [];
after(() => {
	for (const folder of made) rmSync(folder, { recursive: true });
});

const locked = {
	'node_modules/a': { version: '1.0.0' },
	'node_modules/only-mac': { version: '1.0.0', optional: true, os: 'sunos', cpu: 'mips' },
	'packages/core': { version: '0.1.0' },
	'node_modules/@navette/core': { resolved: 'packages/core', link: true },
};
const present = {
	'node_modules/a': { version: '1.0.0' },
	'packages/core': { version: '0.1.0' },
	'node_modules/@navette/core': { resolved: 'packages/core', link: true },
};

test('what npm installed is compared with what the lockfile asks', () => {
	const check = (lock: object, found: object) => isInstalled(installation(lock, found));
	assert.equal(check(locked, present), true);
	assert.equal(check({ ...locked, 'node_modules/a': { version: '1.0.1' } }, present), false);
	assert.equal(check({ ...locked, 'node_modules/b': { version: '1.0.0' } }, present), false);
	const { 'node_modules/@navette/core': _, ...unlinked } = present;
	assert.equal(check(locked, unlinked), false);
});

test('an optional binary for this machine is owed, one for another is not', () => {
	const ours = { version: '1.0.0', optional: true, os: [process.platform], cpu: process.arch };
	assert.equal(isInstalled(installation({ ...locked, 'node_modules/bin': ours }, present)), false);
});

test('an interrupted installation does not count', () => {
	const root = installation(locked, present);
	rmSync(path.join(root, 'node_modules/a'), { recursive: true });
	assert.equal(isInstalled(root), false);
	rmSync(path.join(root, 'node_modules/.package-lock.json'));
	assert.equal(isInstalled(root), false);
});

test('nothing is said nor done when all is installed', () => {
	const root = installation(locked, present);
	const said: string[] = [];
	ensurePackages(root, (line) => said.push(line));
	ensurePackages(root, (line) => said.push(line));
	assert.deepEqual(said, []);
});

test('the stamp changes with the lockfile and with any manifest', () => {
	const root = installation(locked, present);
	const first = lockStamp(root);
	assert.equal(lockStamp(root), first);
	write(root, 'packages/core/package.json', '{"name":"@navette/core"}');
	const second = lockStamp(root);
	write(root, 'package-lock.json', '{}');
	assert.equal(new Set([first, second, lockStamp(root)]).size, 3);
});

test('versions compare part by part', () => {
	assert.equal(isAtLeast('24.7.0', '24.7.0'), true);
	assert.equal(isAtLeast('24.21.0', '24.7.0'), true);
	assert.equal(isAtLeast('26.0.0', '24.7.0'), true);
	assert.equal(isAtLeast('24.6.9', '24.7.0'), false);
	assert.equal(isAtLeast('20.20.2', '24.7.0'), false);
});

test('a Node from npm that does not run is said, with what to do', () => {
	const root = temporary();
	const place = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
	write(root, place, '#!/bin/sh\nexit 1\n');
	chmodSync(path.join(root, place), 0o755);
	assert.throws(() => ensureRuntime(root), /does not run here .*npm install --omit=optional/s);
	write(root, place, '#!/bin/sh\necho v20.20.2\n');
	assert.throws(() => ensureRuntime(root), /20\.20\.2/);
	write(root, place, '#!/bin/sh\necho v24.21.0\n');
	assert.equal(ensureRuntime(root), '24.21.0');
});

test('Chromium is installed by root, and the lines say so', () => {
	const folder = temporary();
	const done: string[] = [];
	const said: string[] = [];
	const run = (command: string) => {
		done.push(command);
		if (command.includes(' install ')) program(folder, 'chromium');
		return { ok: true, output: '' };
	};
	ensureChromium({ PATH: folder }, (line) => said.push(line), { isRoot: true, run });
	assert.equal(said.length, 2);
	assert.match(done.join('\n'), /apt-get update .*\napt-get install -y .* chromium$/s);
	ensureChromium({ PATH: folder }, assert.fail, { isRoot: true, run: assert.fail });
});

test('without Chromium the set-up fails with the command to run', () => {
	const env = { PATH: temporary() };
	const works = () => ({ ok: true, output: '' });
	const fails = () => ({ ok: false, output: 'E: no network' });
	const failsToInstall = (command: string) => ({
		ok: !command.includes(' install '),
		output: 'E: no network',
	});
	const attempt = (machine: Machine) => () => ensureChromium(env, () => {}, machine);
	assert.throws(attempt({ isRoot: false, run: works }), /only root .*"sudo apt-get .* chromium"/);
	assert.throws(attempt({ isRoot: true, run: fails }), /no apt-get .*CHROMIUM_PATH/);
	assert.throws(attempt({ isRoot: true, run: failsToInstall }), /E: no network.*sudo apt-get/s);
});

test('CHROMIUM_PATH is obeyed, and refused when it names no program', () => {
	const folder = temporary();
	const machine = { isRoot: true, run: assert.fail };
	const chosen = program(folder, 'my-browser');
	ensureChromium({ PATH: '', CHROMIUM_PATH: chosen }, assert.fail, machine);
	const wrong = { PATH: folder, CHROMIUM_PATH: path.join(folder, 'none') };
	assert.throws(() => ensureChromium(wrong, assert.fail, machine), /names .*none/);
});

test('Chromium without a screen is installed when it can be; else tests go on with the whole one', () => {
	const folder = temporary();
	const said: string[] = [];
	const run = (command: string) => {
		if (command.includes(' install ')) program(folder, 'chromium-headless-shell');
		return { ok: true, output: '' };
	};
	const none = () => ({ ok: false, output: 'E: no network' });
	tryHeadlessShell({ PATH: folder }, assert.fail, { isRoot: false, run: assert.fail });
	tryHeadlessShell({ PATH: folder }, assert.fail, { isRoot: true, run: none });
	tryHeadlessShell({ PATH: folder }, (line) => said.push(line), { isRoot: true, run });
	assert.deepEqual(said, ['Headless Chromium installed.']);
	const place = path.join(folder, 'chromium-headless-shell');
	assert.equal(findHeadlessShell({ PATH: folder }), place);
	assert.equal(findHeadlessShell({ PATH: folder, CHROMIUM_PATH: '/chosen' }), undefined);
});

test('the S3 server of the tests is installed whole by root, or its command is said', () => {
	const folder = temporary();
	const env = { PATH: folder };
	const names = ['radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd', 'monmaptool'];
	for (const name of names) program(folder, name);
	assert.equal(findCeph(env), undefined);
	const run = (command: string) => {
		if (command.includes(' install ')) program(folder, 'radosgw');
		return { ok: true, output: '' };
	};
	const refused = () => ensureCeph(env, () => {}, { isRoot: false, run });
	assert.throws(refused, /only root .*"sudo apt-get .* radosgw ceph-mon ceph-osd ceph-common"/);
	ensureCeph(env, () => {}, { isRoot: true, run });
	assert.equal(findCeph(env), path.join(folder, 'radosgw'));
	assert.equal(findCeph({ PATH: '', CEPH_BIN: folder }), path.join(folder, 'radosgw'));
	assert.equal(findCeph({ PATH: folder, CEPH_BIN: temporary() }), undefined);
});

test('the web app is stale when its sources or those below it change, not for a test', () => {
	const root = temporary();
	write(root, 'package-lock.json', '{}');
	write(root, 'apps/web/package.json', '{"dependencies":{"@navette/ui":"0.1.0"}}');
	write(root, 'packages/ui/package.json', '{"dependencies":{"@navette/core":"0.1.0"}}');
	write(root, 'packages/core/package.json', '{}');
	write(root, 'packages/engine/package.json', '{}');
	const stamps = [sourceStamp(root)];
	for (const place of ['apps/web/src/main.tsx', 'packages/core/src/index.ts']) {
		write(root, place, 'export {};');
		stamps.push(sourceStamp(root));
	}
	assert.equal(new Set(stamps).size, 3);
	for (const place of ['apps/web/dist/a.js', 'packages/engine/src/a.ts', 'apps/web/a.test.ts']) {
		write(root, place, '1');
		assert.equal(sourceStamp(root), stamps.at(-1));
	}
});

function installation(lock: object, found: object): string {
	const root = temporary();
	write(root, 'package.json', '{}');
	write(root, 'package-lock.json', JSON.stringify({ packages: { '': {}, ...lock } }));
	write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: found }));
	write(root, 'node_modules/a/package.json', '{}');
	return root;
}

function program(folder: string, name: string): string {
	write(folder, name, '#!/bin/sh\n');
	chmodSync(path.join(folder, name), 0o755);
	return path.join(folder, name);
}

function write(root: string, name: string, text: string): void {
	mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
	writeFileSync(path.join(root, name), text);
}

function temporary(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'navette-setup-'));
	made.push(folder);
	return folder;
}
