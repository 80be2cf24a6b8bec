import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { entryLink } from './welcome.ts';

test('the defaults, and what the environment changes', () => {
	const defaults = { data: './data', port: 8080, host: '127.0.0.1', demonstration: true };
	assert.deepEqual(readConfig({}), { ok: true, value: defaults });
	const set = { NAVETTE_DATA: '/x', PORT: '0', HOST: '::1', NAVETTE_DEMO: 'off' };
	const value = { data: '/x', port: 0, host: '::1', demonstration: false };
	assert.deepEqual(readConfig(set), { ok: true, value });
});

test('a wrong setting gets a sentence that names it', () => {
	for (const PORT of ['eighty', '-1', '70000', '80.5']) {
		const read = readConfig({ PORT });
		assert.match(read.ok ? '' : read.error, /^PORT is "/);
	}
	const demo = readConfig({ NAVETTE_DEMO: 'maybe' });
	assert.match(demo.ok ? '' : demo.error, /^NAVETTE_DEMO is "maybe"/);
});

test('a folder is taken by one server; a lock left by a killed one is taken over', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-lock-'));
	try {
		assert.ok(openDataFolder(path.join(folder, 'deep', 'er')).ok);
		const file = path.join(folder, 'server.pid');
		writeFileSync(file, String(process.ppid));
		const taken = lockFolder(folder);
		assert.match(taken.ok ? '' : taken.error, /in use by another server/);
		writeFileSync(file, '999999999');
		const free = lockFolder(folder);
		assert.ok(free.ok);
		free.value();
		writeFileSync(path.join(folder, 'a-file'), '');
		const below = openDataFolder(path.join(folder, 'a-file', 'data'));
		assert.match(below.ok ? '' : below.error, /a-file.*cannot be written.*NAVETTE_DATA/);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the secret of an entry link is in its fragment', () => {
	const link = new URL(entryLink('http://localhost:8080', 'token'));
	assert.equal(link.pathname + link.search, '/');
	assert.match(link.hash, /token$/);
});
