import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { createEventLog } from './event-log.ts';
import { createLog } from './log.ts';
import { withoutMessage } from './log-fields.ts';
import { createPseudonyms } from './pseudonyms.ts';

const CANARY = 'canary-7f3a';

const written = (level: string) => {
	const lines: string[] = [];
	return {
		lines,
		log: createLog(level, (name) => `someone-${name.length}`, {
			write: (line) => void lines.push(line),
		}),
	};
};

test('fields that are not allowed are dropped, and a value is always one line', () => {
	const { lines, log } = written('info');
	const dropped = { label: CANARY, name: CANARY, text: CANARY, body: CANARY, address: CANARY };
	log.info('request', { route: 'call\n{"level":50}', ...dropped, ms: 3 });
	assert.equal(lines.length, 1);
	const { time, ...line } = JSON.parse(lines[0] ?? '');
	assert.match(time, /Z$/);
	assert.deepEqual(line, { level: 30, route: 'call {"level":50}', ms: 3, msg: 'request' });
});

test('an error is told without its message, which may quote what somebody wrote', () => {
	const { lines, log } = written('info');
	const error = new TypeError(
		`cannot read ${CANARY}\n    at ${CANARY}\n    at x (data:${CANARY}:1:2)`,
	);
	log.error('operation-threw', { error: error.stack });
	log.error('transaction-failed', { error: 'StorageFault: disk I/O error' });
	log.error('transaction-failed', { error: String(new SyntaxError(`${CANARY} is no JSON`)) });
	assert.ok(!lines.join('').includes(CANARY), lines.join(''));
	assert.match(lines[0] ?? '', /TypeError.*log\.test\.ts/);
	assert.match(lines[1] ?? '', /StorageFault disk I\/O error/);
	assert.equal(withoutMessage(`Error: E-RIGHT ${CANARY}`), 'Error E-RIGHT');
	assert.equal(withoutMessage(CANARY), 'Error');
	assert.equal(withoutMessage('Elodie: ELODIE wrote this'), 'Error');
	assert.equal(withoutMessage('Error: ENOSPC: no space left, write'), 'Error ENOSPC');
});

test('messages of errors are written at debug only, and levels are kept', () => {
	const debug = written('debug');
	debug.log.error('x', { error: `Error: ${CANARY}` });
	assert.match(debug.lines[0] ?? '', new RegExp(CANARY));
	const warn = written('warn');
	warn.log.info('request', {});
	warn.log.warn('slow', {});
	assert.equal(warn.lines.length, 1);
	const silent = written('silent');
	silent.log.error('x', {});
	assert.deepEqual(silent.lines, []);
});

test('identifiers are pseudonyms of the day', () => {
	const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
	const pseudonym = createPseudonyms({ clock, random: createSeededRandom(1) });
	const morning = pseudonym('north');
	assert.match(morning, /^[0-9a-f]{12}$/);
	assert.notEqual(pseudonym('south'), morning);
	clock.advance(3_600_000);
	assert.equal(pseudonym('north'), morning);
	clock.advance(86_400_000);
	assert.notEqual(pseudonym('north'), morning);
});

test('a request is written with its route, status and duration, without address or organisation', () => {
	const { lines, log } = written('info');
	const hear = createEventLog(log);
	const about = { route: 'call', status: 200, milliseconds: 1.234 };
	hear({ kind: 'request', ...about, org: 'north', address: '203.0.113.7' });
	hear({ kind: 'greeting', org: 'north', outcome: 'E-TOKEN', address: '203.0.113.7' });
	hear({ kind: 'rate', limit: 'token' });
	hear({ kind: 'operation', org: 'north', name: 'X', outcome: 'ok', milliseconds: 1 });
	const parsed = lines.map((line) => JSON.parse(line));
	assert.deepEqual(
		parsed.map(({ msg }) => msg),
		['request', 'greeting', 'rate'],
	);
	const { route, status, ms, from, org } = parsed[0];
	const expected = { route: 'call', status: 200, ms: 1.2, from: 'someone-11', org: 'someone-5' };
	assert.deepEqual({ route, status, ms, from, org }, expected);
	assert.ok(!/north|203\.0/.test(lines.join('')));
});
