import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Machine } from './setup/debian.mjs';
import { ensureFirefox, findFirefox } from './setup/firefox.mjs';
import { ensureNats, findNats } from './setup/nats.mjs';
import { ensurePostgres, findPostgres } from './setup/postgres.mjs';

const made: string[] = [];
after(() => {
	for (const folder of made) rmSync(folder, { recursive: true });
});

test('PostgreSQL is the newest that Debian has, of 15 at least and complete', () => {
	const folder = temporary();
	assert.equal(findPostgres({}, path.join(folder, 'none')), undefined);
	for (const version of ['9.6', '14']) postgresIn(path.join(folder, version, 'bin'));
	assert.equal(findPostgres({}, folder), undefined);
	for (const version of ['15', '16']) postgresIn(path.join(folder, version, 'bin'));
	program(path.join(folder, '17', 'bin'), 'initdb');
	assert.equal(findPostgres({}, folder), path.join(folder, '16', 'bin'));
});

test('PostgreSQL is installed by root, and the lines say so', () => {
	const folder = temporary();
	const { done, machine } = installer(() => postgresIn(path.join(folder, '15', 'bin')));
	const said: string[] = [];
	ensurePostgres({}, (line) => said.push(line), machine, folder);
	assert.equal(said.length, 2);
	assert.match(done.join('\n'), /apt-get update .*\napt-get install -y .* postgresql$/s);
	ensurePostgres({}, assert.fail, { isRoot: true, run: assert.fail }, folder);
});

test('NATS is found in the PATH or beside it, else installed', () => {
	const folder = temporary();
	const { done, machine } = installer(() => program(folder, 'nats-server'));
	ensureNats({ PATH: '' }, () => {}, machine, [folder]);
	assert.match(done.at(-1) ?? '', /apt-get install -y .* nats-server$/);
	const place = path.join(folder, 'nats-server');
	assert.equal(findNats({ PATH: folder }, []), place);
	assert.equal(findNats({ PATH: '' }, [folder]), place);
	assert.equal(findNats({ PATH: '' }, []), undefined);
});

test('Firefox is found in the PATH, or where it is said to be, else installed', () => {
	const folder = temporary();
	const { done, machine } = installer(() => program(folder, 'firefox-esr'));
	ensureFirefox({ PATH: folder }, () => {}, machine);
	assert.match(done.at(-1) ?? '', /apt-get install -y .* firefox-esr$/);
	const place = path.join(folder, 'firefox-esr');
	assert.equal(findFirefox({ PATH: folder }), place);
	assert.equal(findFirefox({ PATH: '', FIREFOX_PATH: place }), place);
	assert.equal(findFirefox({ PATH: folder, FIREFOX_PATH: '/nowhere' }), undefined);
});

test('without a server the set-up fails with the command to run', () => {
	const attempt = (machine: Machine) => () => ensureNats({ PATH: '' }, () => {}, machine, []);
	const works = () => ({ ok: true, output: '' });
	const fails = () => ({ ok: false, output: 'E: no network' });
	const failsToInstall = (command: string) => ({
		ok: !command.includes(' install '),
		output: 'E: no network',
	});
	assert.throws(
		attempt({ isRoot: false, run: works }),
		/only root .*"sudo apt-get .* nats-server"/,
	);
	assert.throws(attempt({ isRoot: true, run: fails }), /no apt-get .*NATS_SERVER_PATH/);
	assert.throws(attempt({ isRoot: true, run: failsToInstall }), /E: no network.*sudo apt-get/s);
	assert.throws(attempt({ isRoot: true, run: works }), /could not be installed/);
});

test('a place that was named is obeyed, and refused when nothing is there', () => {
	const folder = temporary();
	const idle = { isRoot: true, run: assert.fail };
	postgresIn(folder);
	ensurePostgres({ POSTGRES_BIN: folder }, assert.fail, idle, temporary());
	const nowhere = path.join(folder, 'none');
	assert.throws(
		() => ensurePostgres({ POSTGRES_BIN: nowhere }, assert.fail, idle, folder),
		/names .*none/,
	);
	const chosen = program(folder, 'my-nats');
	ensureNats({ PATH: '', NATS_SERVER_PATH: chosen }, assert.fail, idle, []);
	assert.throws(() => ensureNats({ NATS_SERVER_PATH: nowhere }, assert.fail, idle), /names .*none/);
});

function installer(install: () => void): { done: string[]; machine: Machine } {
	const done: string[] = [];
	const run = (command: string) => {
		done.push(command);
		if (command.includes(' install ')) install();
		return { ok: true, output: '' };
	};
	return { done, machine: { isRoot: true, run } };
}

function postgresIn(folder: string): void {
	for (const name of ['initdb', 'postgres']) program(folder, name);
}

function program(folder: string, name: string): string {
	mkdirSync(folder, { recursive: true });
	const place = path.join(folder, name);
	writeFileSync(place, '#!/bin/sh\n');
	chmodSync(place, 0o755);
	return place;
}

function temporary(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'navette-services-'));
	made.push(folder);
	return folder;
}
