import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { toFigure } from './commands/quota.ts';
import { runProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** A command line on a folder of its own, whose clock the test moves. */
const createShell = () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-tasks-'));
	const clock = createTestClock(Date.UTC(2026, 10, 21, 9));
	const random = createSeededRandom(1);
	let said: string[] = [];
	const note = (text: string) => void said.push(text);
	const terminal: Terminal = {
		environment: { NAVETTE_DATA: path.join(folder, 'data') },
		...{ out: note, error: note, isWatched: false, clock, random },
		readFile: () => undefined,
		exitWith() {},
	};
	return {
		clock,
		/** Exit code, then what was said. */
		async run(line: string): Promise<readonly [number, string]> {
			said = [];
			const code = await runProgram(line.split(' '), terminal);
			return [code, said.join('\n')];
		},
		end: () => rmSync(folder, { recursive: true, force: true }),
	};
};

const DAY = 86_400_000;

test('daily tasks are recorded and done by a cron, one can be run, retried, dropped', async () => {
	const shell = createShell();
	try {
		await shell.run('org create north --label North');
		assert.deepEqual(await shell.run('task list'), [0, 'No task.']);
		assert.deepEqual(await shell.run('task run-due'), [0, '0 done.']);
		const [, list] = await shell.run('task list north --json');
		const tasks = JSON.parse(list) as { id: string; state: string; next: string }[];
		assert.deepEqual(
			tasks.map(({ id, state }) => `${id} ${state}`),
			[
				'circuit.upkeep daily',
				...['accesses', 'answers', 'contents', 'tombstones', 'usage'].map(
					(name) => `maintain.${name} daily`,
				),
			],
		);
		assert.match(tasks[0]?.next ?? '', /^2026-11-22T02:/);
		shell.clock.advance(DAY);
		assert.deepEqual(await shell.run('task run-due'), [0, '7 done.']);
		assert.deepEqual(await shell.run('task run-due'), [0, '0 done.']);
		const [, after] = await shell.run('task list north --json');
		assert.match(
			(JSON.parse(after) as { lastDone: string }[])[0]?.lastDone ?? '',
			/^2026-11-22T09/,
		);
		assert.deepEqual(await shell.run('task run north maintain.usage'), [
			0,
			'Done: maintain.usage.',
		]);
		assert.equal((await shell.run('task retry north maintain.usage'))[0], 0);
		assert.deepEqual(await shell.run('task run-due north'), [0, '1 done.']);
		assert.equal((await shell.run('task drop north maintain.usage'))[0], 0);
		assert.equal((await shell.run('task drop north maintain.usage'))[0], 1);
		assert.match((await shell.run('task list south'))[1], /no organisation "south"/);
		await shell.run('org freeze north');
		const [code, refused] = await shell.run('task run north maintain.answers');
		assert.equal(code, 1);
		assert.match(refused, /organisation is not open/);
	} finally {
		shell.end();
	}
});

test('limits are set, shown and taken away; an organisation is deleted once its code is said', async () => {
	const shell = createShell();
	try {
		await shell.run('org create north --label North');
		const [, set] = await shell.run('org quota north --documents 10 --file-bytes 2GB --json');
		assert.deepEqual(JSON.parse(set).limits, { documents: 10, fileBytes: 2_000_000_000 });
		assert.match((await shell.run('org show north'))[1], /documents {12}0 {5}10 {10}0 %/);
		const [, less] = await shell.run('org quota north --documents none --json');
		assert.deepEqual(JSON.parse(less).limits, { fileBytes: 2_000_000_000 });
		assert.equal((await shell.run('org quota north --documents many'))[0], 1);
		assert.equal((await shell.run('org quota south'))[0], 1);
		const [code, refused] = await shell.run('org delete north --confirm south');
		assert.equal(code, 1);
		assert.match(refused, /--confirm north\. Nothing was deleted\./);
		assert.match((await shell.run('org list'))[1], /north {2}open/);
		const [done, said] = await shell.run('org delete north --confirm north');
		assert.equal(done, 0);
		assert.match(said, /is deleted/);
		assert.match((await shell.run('org list'))[1], /No organisation yet/);
	} finally {
		shell.end();
	}
});

test('figures are read with their unit', () => {
	assert.deepEqual(
		['5000', '1.5GB', '2 kb', '10M', 'none'].map((text) => {
			const figure = toFigure(text);
			return figure.ok ? figure.value : 'refused';
		}),
		[5_000, 1_500_000_000, 2_000, 10_000_000, undefined],
	);
	for (const text of ['', '-1', '1x', '1e9', '9999999TB'])
		assert.equal(toFigure(text).ok, false, text);
});
