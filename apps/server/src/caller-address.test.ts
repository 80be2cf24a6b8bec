import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { createCallerAddress } from './caller-address.ts';

const from = (proxies: readonly string[], remoteAddress: string, forwarded?: string): string =>
	createCallerAddress(proxies)({
		socket: { remoteAddress },
		headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
	} as unknown as IncomingMessage);

test('a forwarded address is believed of a proxy of ours alone, and only what it wrote itself', () => {
	assert.equal(from([], '203.0.113.7', '192.0.2.1'), '203.0.113.7');
	assert.equal(from(['10.0.0.1'], '203.0.113.7', '192.0.2.1'), '203.0.113.7');
	assert.equal(from(['10.0.0.1'], '10.0.0.1', '192.0.2.1'), '192.0.2.1');
	assert.equal(from(['10.0.0.1'], '10.0.0.1', '1.1.1.1, 192.0.2.1'), '192.0.2.1', 'made up before');
	assert.equal(from(['10.0.0.1', '10.0.0.2'], '10.0.0.1', '192.0.2.1, 10.0.0.2'), '192.0.2.1');
});

test('what is no address leaves the last one that is known', () => {
	for (const forwarded of [undefined, '', 'unknown', '192.0.2.1:80', '"<x>"', '1.1.1.1, '])
		assert.equal(from(['10.0.0.1'], '10.0.0.1', forwarded), '10.0.0.1', forwarded);
	assert.equal(from(['::1'], '::1', '2001:db8::7'), '2001:db8::7');
});

test('IPv4 is the same whether the system shows it inside IPv6 or not', () => {
	assert.equal(from([], '::ffff:192.0.2.7'), '192.0.2.7');
	assert.equal(from(['127.0.0.1'], '::ffff:127.0.0.1', '192.0.2.1'), '192.0.2.1');
});
