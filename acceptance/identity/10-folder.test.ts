/** Point 10: what a server writes is for its owner only, even in a folder that lets others in. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const server = path.join(root, 'apps/server/src/main.ts');

/** Starts a server as a person would, waits until it listens, ends it; what it said. */
const startAndEnd = async (data: string): Promise<string> => {
	const { PATH = '' } = process.env;
	const env = { PATH, NAVETTE_DATA: data, PORT: '0' };
	const child = spawn(process.execPath, [server], { cwd: tmpdir(), env });
	let said = '';
	child.stderr.on('data', (text: Buffer) => {
		said += String(text);
	});
	for await (const line of createInterface(child.stdout)) {
		said += `${line}\n`;
		if (line.includes('/#/enter/')) child.kill('SIGINT');
	}
	if (child.exitCode === null) await once(child, 'exit');
	return said;
};

test('10. keys, database, log of the database, lists of the demonstration: no one else may read them', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-modes-'));
	const before = process.umask(0o022);
	try {
		chmodSync(folder, 0o755);
		const data = path.join(folder, 'data');
		await startAndEnd(data);
		const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
		assert.ok(names.includes('site-keys') && names.some((name) => name.endsWith('.sqlite')));
		for (const name of ['', ...names])
			assert.equal(lstatSync(path.join(data, name)).mode & 0o077, 0, name || 'the folder');
		chmodSync(path.join(data, 'site-keys'), 0o644);
		assert.match(await startAndEnd(data), /others may read them; run "chmod 600/);
		rmSync(data, { recursive: true });
		symlinkSync(path.join(folder, 'nowhere', 'at', 'all'), data);
		assert.match(await startAndEnd(data), /data folder .* cannot be written/);
	} finally {
		process.umask(before);
		rmSync(folder, { recursive: true, force: true });
	}
});
