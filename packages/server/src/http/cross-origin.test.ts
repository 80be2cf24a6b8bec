import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';

const KNOWN = 'https://south.example';

const ask = async (method: string, origin?: string) => {
	const { server } = await createWorld({ isOriginKnown: (one) => one === KNOWN });
	const headers: Record<string, string> = {
		authorization: `Bearer ${TOKENS.mia}`,
		'content-type': 'application/json',
		...(origin ? { origin } : {}),
	};
	const body = method === 'POST' ? '{}' : undefined;
	return server.fetch(
		new Request(`http://localhost/api/${ORG}/report/me`, {
			method,
			headers,
			...(body === undefined ? {} : { body }),
		}),
	);
};

test('pages of a known service may ask, before and with the request itself, without cookies', async () => {
	const before = await ask('OPTIONS', KNOWN);
	assert.equal(before.status, 204);
	assert.match(before.headers.get('access-control-allow-headers') ?? '', /authorization/);
	const asked = await ask('POST', KNOWN);
	assert.equal(asked.status, 200);
	for (const answer of [before, asked]) {
		assert.equal(answer.headers.get('access-control-allow-origin'), KNOWN);
		assert.equal(answer.headers.get('access-control-allow-credentials'), null);
		assert.match(answer.headers.get('vary') ?? '', /Origin/);
	}
});

test('any other origin is told nothing', async () => {
	for (const origin of ['https://evil.example', 'null', `${KNOWN}.evil.example`, undefined])
		for (const method of ['OPTIONS', 'POST']) {
			const answer = await ask(method, origin);
			assert.equal(answer.headers.get('access-control-allow-origin'), null);
			assert.notEqual(answer.status, 204);
		}
});
