import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { err, ok } from '@navette/core';
import { failureToWire, frameworkErrors } from '@navette/protocol';
import { refusalOfToken } from './known-token.ts';
import type { TransportAnswer } from './transport.ts';

const asked: string[] = [];
const answering = (answer: TransportAnswer | undefined) => ({
	transport: {
		request: async (
			path: string,
			_body: Uint8Array,
			headers: Readonly<Record<string, string>> = {},
		) => {
			asked.push(`${path} ${headers.authorization}`);
			return answer ? ok(answer) : err('offline' as const);
		},
	},
});
const refusing = (status: number, code: 'E-RATE' | 'E-TOKEN') =>
	answering({
		status,
		body: new Uint8Array(
			encodeCbor({ error: failureToWire(frameworkErrors, { code, detail: { seconds: 3 } }) }),
		),
	});

test('a token that a service does not know is refused before it is kept; silence and haste refuse nothing', async () => {
	const codeOf = async (deps: Parameters<typeof refusalOfToken>[0]) =>
		(await refusalOfToken(deps, 'demo', 'a-token'))?.code;
	assert.equal(await codeOf(refusing(401, 'E-TOKEN')), 'E-TOKEN');
	assert.deepEqual(asked, ['/api/demo/report/me Bearer a-token']);
	assert.equal(await codeOf(refusing(429, 'E-RATE')), undefined);
	assert.equal(await codeOf(answering({ status: 502, body: new Uint8Array([1, 2]) })), undefined);
	assert.equal(await codeOf(answering({ status: 200, body: new Uint8Array() })), undefined);
	assert.equal(await codeOf(answering(undefined)), undefined);
});
