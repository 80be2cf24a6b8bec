/** Point 4: the key that a PIN is evaluated with is in no backup; who restores one makes PINs again. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { silentLog, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes, generateSigningKey } from '@navette/crypto';
import { createPin, login, tryPin } from '@navette/directory/client';
import { boardsApplication } from './support/boards.ts';
import { must, registered } from './support/member.ts';
import { directoryDepsOf, startService } from './support/service.ts';

const MAIN = path.join(import.meta.dirname, '../../apps/cli/src/main.ts');

const navette = (data: string, ...words: readonly string[]) =>
	new Promise<string>((resolve, reject) => {
		const env = { ...process.env, NAVETTE_DATA: data, NAVETTE_DEMO: 'off' };
		execFile(process.execPath, [MAIN, ...words], { env }, (error, out, said) =>
			error ? reject(new Error(`${out}${said}`)) : resolve(out),
		);
	});

/** Documents of a type that a database holds. */
const countIn = (file: string, type: string): unknown => {
	const database = new DatabaseSync(file, { readOnly: true });
	const sql =
		'SELECT count(*) AS n FROM document WHERE type IN (SELECT handle FROM type WHERE name = ?)';
	const { n } = database.prepare(sql).get(type) as { n: number };
	database.close();
	return n;
};

test('4. a backup holds users and not what PINs open: put back, the PIN opens nothing, the phrases do', {
	timeout: 180_000,
}, async (t) => {
	const service = await startService('north', boardsApplication);
	t.after(service.close);
	const work = mkdtempSync(path.join(tmpdir(), 'navette-pin-backup-'));
	t.after(() => rmSync(work, { recursive: true, force: true }));
	const [backup, second] = [path.join(work, 'backup'), path.join(work, 'second')];
	const ana = await registered(service, 'ana');
	const deps = await directoryDepsOf(service.url);
	const device = {
		deviceSecret: await envelopeKeyFromBytes(systemRandom.bytes(32)),
		deviceKey: await generateSigningKey({ random: systemRandom }),
		label: 'phone',
	};
	const pin = must(await createPin(deps, ana, '12345678', device));
	await navette(service.folder, 'backup', '--to', backup);
	const [here, copied] = [service.folder, backup].map((at) => path.join(at, 'navette.sqlite'));
	assert.deepEqual([countIn(here ?? '', 'PIN'), countIn(here ?? '', 'USER')], [1, 1]);
	assert.deepEqual([countIn(copied ?? '', 'PIN'), countIn(copied ?? '', 'USER')], [0, 1]);
	must(await (await tryPin(deps, pin, '12345678')).send());
	mkdirSync(second);
	copyFileSync(path.join(service.folder, 'site-keys'), path.join(second, 'site-keys'));
	await navette(second, 'restore', '--from', backup);
	const restored = await serve({
		...{ data: second, port: 0, log: silentLog, applications: [boardsApplication] },
		directory: { kind: 'host', universe: 'universe' },
	});
	assert.ok(restored.ok);
	t.after(restored.value.close);
	const there = await directoryDepsOf(restored.value.url);
	assert.equal(there.directoryKey, deps.directoryKey, 'the same directory');
	const tried = await (await tryPin(there, pin, '12345678')).send();
	assert.deepEqual(tried, { ok: false, error: { kind: 'refused', code: 'E-PIN' } });
	const phrases = { first: 'ana of the first orchard', second: 'ana has a first phrase' };
	const entered = must(await login(there, { phrases, label: 'phone', kind: 'personal' }));
	assert.equal(entered.user, ana.user);
});
