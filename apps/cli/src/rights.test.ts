import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { bytesToBase64Url } from '@navette/core';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { runProgram } from './program.ts';

const shellOn = (t: TestContext, environment: Record<string, string> = {}) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-rights-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const clock = createTestClock(Date.UTC(2026, 10, 21, 9));
	const random = createSeededRandom(6);
	return async (...words: readonly string[]): Promise<readonly [number, string]> => {
		const said: string[] = [];
		const note = (text: string) => void said.push(text);
		const code = await runProgram(words, {
			environment: { NAVETTE_DATA: path.join(folder, 'data'), ...environment },
			...{ out: note, error: note, isWatched: false, clock, random },
			readFile: () => undefined,
			exitWith() {},
		});
		return [code, said.join('\n')];
	};
};

test('a right is offered by a link shown once, issued to a key, listed, withdrawn', async (t) => {
	const shell = shellOn(t);
	await shell('org', 'create', 'north', '--label', 'North');
	assert.match((await shell('right', 'list', 'north'))[1], /No access right of "north" yet/);
	const about = ['--label', 'Ana', '--right', 'CO/dupleix.3'];
	const [, offered] = await shell('right', 'offer', 'north', ...about, '--json');
	const { link, offer } = JSON.parse(offered) as { link: string; offer: string };
	assert.match(link, /^http:\/\/localhost:8080\/#\/enter\/north\/[\w-]{22}$/);
	const holder = bytesToBase64Url(createSeededRandom(1).bytes(32));
	const [code, issued] = await shell('right', 'issue', 'north', ...about, '--holder', holder);
	assert.equal(code, 0);
	assert.match(issued, /Ana holds CO\/dupleix\.3 of "north"/);
	const [, list] = await shell('right', 'list', 'north', '--json');
	const rows = JSON.parse(list) as { id: string; kind: string; rights: string[] }[];
	assert.deepEqual(
		rows.map(({ kind, rights }) => `${kind} ${rights}`),
		['right CO/dupleix.3', 'offer CO/dupleix.3'],
	);
	assert.ok(!list.includes(link.slice(-22)), 'its secret is not kept');
	for (const { id } of rows)
		assert.equal((await shell('right', 'revoke', 'north', id.slice(0, 8)))[0], 0);
	assert.deepEqual(JSON.parse((await shell('right', 'list', 'north', '--json'))[1]), []);
	assert.equal((await shell('right', 'revoke', 'north', offer))[0], 1);
});

test('what is wrong is told: a holder that is none, days that are none, an organisation that is not', async (t) => {
	const shell = shellOn(t);
	const about = ['--label', 'Ana', '--right', 'CO/dupleix.3'];
	assert.equal((await shell('right', 'offer', 'north', ...about))[0], 1);
	await shell('org', 'create', 'north', '--label', 'North');
	const [code, said] = await shell('right', 'issue', 'north', ...about, '--holder', 'short');
	assert.equal(code, 1);
	assert.match(said, /^holder is not right/);
	assert.equal((await shell('right', 'offer', 'north', ...about, '--days', '0'))[0], 2);
	assert.equal((await shell('right', 'offer', 'north'))[0], 2);
	assert.match((await shell('right', 'offer', '--help'))[1], /Exit codes/);
});

test('users are those of the directory that the site hosts', async (t) => {
	const shell = shellOn(t);
	assert.deepEqual(await shell('user', 'list', '--json'), [0, '[]']);
	const [code, said] = await shell('user', 'end', 'AAAAAAAA');
	assert.equal(code, 1);
	assert.match(said, /No user starts with "AAAAAAAA"/);
	const none = shellOn(t, { NAVETTE_DIRECTORY: 'none' });
	assert.match((await none('user', 'list'))[1], /hosts no directory/);
});
