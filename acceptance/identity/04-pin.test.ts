/** Point 4 of the issue Identity: a PIN, tried at processes that are killed right after each try. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes, signingKeyFromSeed } from '@navette/crypto';
import { createPin } from '@navette/directory/client';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createDirectoryWorld } from '../../packages/directory/src/testing/world.ts';

const PROCESS = path.join(import.meta.dirname, 'support/pin-process.ts');

/** What a process that tries a PIN says before it is killed. */
const tried = (args: readonly string[]): Promise<string> =>
	new Promise((resolve) => {
		execFile(process.execPath, [PROCESS, ...args], (_killed, said) => resolve(said));
	});

test('4. with a kill after each try, two are evaluated: the third finds nothing left', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'navette-pin-'));
	const file = path.join(folder, 'directory.sqlite');
	const store = await createSqliteDocumentStore({ path: file, random: systemRandom });
	const world = await createDirectoryWorld({ store });
	await world.registered('ana');
	const ana = await world.enter('ana');
	assert.ok(ana.ok);
	const [secret, seed] = [systemRandom.bytes(32), systemRandom.bytes(32)];
	const args = [bytesToBase64Url(secret), bytesToBase64Url(seed)];
	const made = await createPin(world.deps, ana.value, 'the right PIN', {
		deviceSecret: await envelopeKeyFromBytes(secret.slice()),
		deviceKey: await signingKeyFromSeed(seed.slice()),
		label: 'phone',
	});
	assert.ok(made.ok);
	await store.close();
	const said: string[] = [];
	for (let turn = 0; turn < 4; turn++)
		said.push(await tried([file, made.value.profile, made.value.evaluator, ...args]));
	await rm(folder, { recursive: true });
	assert.deepEqual(said, ['wrong-pin', 'wrong-pin', 'refused', 'refused']);
});
