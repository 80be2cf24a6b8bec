import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestClock } from '@navette/testkit';
import type { ServerEvent } from '../observation/server-event.ts';
import { createBoard } from './board.ts';

const START = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;

const operation = (outcome: string, org = 'north'): ServerEvent => ({
	...{ kind: 'operation', org, outcome },
	...{ name: 'NoteWrite', milliseconds: 1 },
});
const moved = (type: string, sent: number): ServerEvent => ({
	...{ kind: 'thread', org: 'north', type, sent, held: 0 },
});

test('operations are counted by minute for an hour, then forgotten', () => {
	const clock = createTestClock(START);
	const board = createBoard(clock);
	board.hear(operation('ok'));
	board.hear(operation('E-RIGHT'));
	clock.advance(59 * MINUTE);
	board.hear(operation('ok'));
	const { minutes } = board.figures('north', 0);
	assert.equal(minutes.length, 60);
	assert.deepEqual(minutes[0], { at: START, operations: 2, refused: 1 });
	assert.deepEqual(minutes.at(-1), { at: START + 59 * MINUTE, operations: 1, refused: 0 });
	clock.advance(MINUTE);
	const later = board.figures('north', 0);
	assert.equal(later.minutes[0]?.operations, 0);
	assert.deepEqual(later.errors, []);
});

test('refusals are told by code, threads by type, sockets as they are now', () => {
	const clock = createTestClock(START);
	const board = createBoard(clock);
	board.hear({ kind: 'socket', org: 'north', change: 1 });
	board.hear({ kind: 'socket', org: 'north', change: 1 });
	board.hear({ kind: 'socket', org: 'north', change: -1 });
	for (const code of ['E-RIGHT', 'E-INPUT', 'E-INPUT']) board.hear(operation(code));
	board.hear(moved('BOARD', 3));
	clock.advance(MINUTE);
	board.hear(moved('BOARD', 2));
	board.hear(moved('ACCESS', 0));
	const figures = board.figures('north', 1_000);
	assert.equal(figures.sockets, 1);
	assert.equal(figures.since, START + 1_000);
	assert.deepEqual(figures.errors, [
		{ code: 'E-INPUT', count: 2 },
		{ code: 'E-RIGHT', count: 1 },
	]);
	const at = START + MINUTE + 1_000;
	assert.deepEqual(
		[...figures.threads].sort((a, b) => b.moves - a.moves),
		[
			{ type: 'BOARD', moves: 2, notices: 5, at },
			{ type: 'ACCESS', moves: 1, notices: 0, at },
		],
	);
});

test('an organisation that never answered takes no memory, and one never sees another', () => {
	const board = createBoard(createTestClock(START));
	board.hear(operation('E-ORG', 'nowhere'));
	board.hear(operation('ok'));
	assert.equal(board.figures('nowhere', 0).errors.length, 0);
	assert.ok(board.figures('south', 0).minutes.every(({ operations }) => operations === 0));
});
