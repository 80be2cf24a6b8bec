import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { checkClock, checkNode } from './commands/checks.ts';
import { columns } from './outcome.ts';
import { runProgram } from './program.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const terminalOn = (data: string, isWatched = false) => {
	const out: string[] = [];
	const errors: string[] = [];
	const terminal: Terminal = {
		environment: { NAVETTE_DATA: data },
		out: (text) => void out.push(text),
		error: (text) => void errors.push(text),
		isWatched,
		readFile: () => undefined,
		exitWith() {},
		clock: createTestClock(Date.UTC(2026, 10, 21, 9)),
		random: createSeededRandom(1),
	};
	return { terminal, out, errors };
};

const withFolder = async (work: (data: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-cli-'));
	try {
		await work(path.join(folder, 'data'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

test('an answer goes to standard output, a refusal to standard error, or both as JSON', () =>
	withFolder(async (data) => {
		const people = terminalOn(data);
		assert.equal(await runProgram(['org', 'create', 'north', '--label', 'N'], people.terminal), 0);
		assert.deepEqual(people.out, ['The organisation "north" is open.']);
		assert.equal(await runProgram(['org', 'open', 'south'], people.terminal), 1);
		assert.match(people.errors.at(-1) ?? '', /no organisation "south"/);
		const programs = terminalOn(data);
		assert.equal(await runProgram(['org', 'open', 'south', '--json'], programs.terminal), 1);
		assert.match(JSON.parse(programs.out[0] ?? '').refused, /no organisation "south"/);
		assert.deepEqual(programs.errors, []);
	}));

test('wrong usage is 2, help is 0', async () => {
	const { terminal, out, errors } = terminalOn('/nowhere');
	assert.equal(await runProgram(['frobnicate'], terminal), 2);
	assert.equal(await runProgram(['access', 'grant', 'north'], terminal), 2);
	assert.equal(await runProgram(['org', 'list', '--frobnicate'], terminal), 2);
	assert.equal(errors.length, 3);
	assert.equal(await runProgram(['--help'], terminal), 0);
	assert.match(out.join('\n'), /Exit codes/);
});

test('an access is revoked by the first letters of its hash, when they name one', () =>
	withFolder(async (data) => {
		const { terminal, out, errors } = terminalOn(data);
		const run = (...words: string[]) => runProgram(words, terminal);
		await run('org', 'create', 'north', '--label', 'N');
		await run('access', 'grant', 'north', '--label', 'Ana', '--right', 'ADM', '--json');
		const { hash } = JSON.parse(out.at(-1) ?? '');
		assert.equal(await run('access', 'revoke', 'north', hash.slice(0, 5)), 1);
		assert.match(errors.at(-1) ?? '', /6 letters at least/);
		assert.equal(await run('access', 'grant', 'north', '--label', 'X', '--right', 'adm'), 1);
		assert.equal(await run('access', 'revoke', 'north', hash.slice(0, 6)), 0);
		assert.equal(out.at(-1), 'Ana may no longer enter "north".');
	}));

test('progress is drawn only for who watches', () => {
	const blind = terminalOn('/nowhere');
	createProgress(blind.terminal, 2).step('one');
	assert.deepEqual(blind.errors, []);
	const watched = terminalOn('/nowhere', true);
	const progress = createProgress(watched.terminal, 2);
	progress.step('one');
	progress.step('two');
	progress.end();
	assert.match(watched.errors[1] ?? '', /█{12}░{12} 1\/2 two/);
	assert.equal(watched.errors.at(-1), '\r\u001b[K');
});

test('a clock that went back, or is too early, and an old Node are bad', () => {
	const now = Date.UTC(2026, 10, 21);
	assert.equal(checkClock(now, now - 1).state, 'ok');
	assert.equal(checkClock(now, now + 3_600_000).state, 'bad');
	assert.equal(checkClock(0, undefined).state, 'bad');
	assert.equal(checkNode('20.20.2').state, 'bad');
	assert.equal(checkNode('24.21.0').state, 'ok');
});

test('columns line up, also with accents', () => {
	assert.deepEqual(
		columns([
			['a', 'b'],
			['élan', 'c'],
		]),
		['a     b', 'élan  c'],
	);
});
