import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { isOriginAdmitted } from './sockets.ts';

test('a page opens a socket to its own origin only; a program sends none', () => {
	const from = (origin: string | undefined) =>
		isOriginAdmitted({ headers: { origin, host: 'navette.example:8080' } } as IncomingMessage);
	assert.equal(from(undefined), true);
	assert.equal(from('https://navette.example:8080'), true);
	for (const origin of ['https://evil.example', 'https://navette.example', 'null', '', 'x'])
		assert.equal(from(origin), false, origin);
});
