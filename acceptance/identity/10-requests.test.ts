/** Point 10: hostile requests to a real server: each gets a clear refusal, and the others their answers. */
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createLog } from '@navette/app-server/log';
import { type Navette, startNavette } from '../first-light/support/navette.ts';
import { rawRequest, statusOf } from './support/raw-request.ts';

let navette: Navette;
const lines: string[] = [];
before(async () => {
	const log = createLog('info', (name) => `someone-${name.length}`, {
		write: (line) => void lines.push(line),
	});
	const rates = { perToken: 100_000, refusalsPerAddress: 100_000 };
	navette = await startNavette({ log, logRequests: true, rates });
});
after(() => navette.close());

const post = (to: string, body: string | Uint8Array, more: Record<string, string> = {}) =>
	fetch(`${navette.url}/api/demo/${to}`, {
		...{ method: 'POST', body: body as BodyInit },
		headers: {
			authorization: `Bearer ${navette.token('consumer')}`,
			'content-type': 'application/json',
			...more,
		},
	});

const isAlive = async () => assert.equal((await fetch(`${navette.url}/health`)).status, 200);

/** What nobody outside has to know: lines of a stack, paths of this machine, names of its parts. */
const INSIDE =
	/\bat .*[(:]\d+:\d+|node_modules|node:internal|\/packages\/|\.(ts|mjs):\d+|sqlite|SELECT |INSERT /i;

test('10. request smuggling: lengths that disagree, folded lines, odd endings are refused, the connection closed', async () => {
	const start = 'POST /api/demo/report/me HTTP/1.1\r\nHost: localhost\r\n';
	const hidden = 'GET /api/errors HTTP/1.1\r\nHost: localhost\r\n\r\n';
	for (const [name, bytes] of Object.entries({
		'length and chunks': `${start}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'two lengths': `${start}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
		'a length that is none': `${start}Content-Length: +5\r\n\r\n12345${hidden}`,
		'a length in hexadecimal': `${start}Content-Length: 0x5\r\n\r\n12345${hidden}`,
		'chunks, in other words': `${start}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
		'chunks before another coding': `${start}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
		'a folded line': `${start}X-Folded: a\r\n b\r\nContent-Length : 4\r\n\r\n${hidden}`,
		'a space before the colon': `${start}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'a bare line feed': `${start}X: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'a chunk of a negative size': `${start}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n${hidden}`,
		'a byte zero in a header': `${start}X: a\0b\r\n\r\n${hidden}`,
	})) {
		const answer = await rawRequest(navette.url, bytes);
		assert.equal(statusOf(answer), 400, `${name}: ${answer.slice(0, 200)}`);
		assert.equal(
			answer.match(/HTTP\/1\.1 \d/g)?.length,
			1,
			`${name}: nothing after it is answered`,
		);
	}
	await isAlive();
});

test('10. slow requests end in time, and hinder nobody meanwhile', async () => {
	const open = (bytes: string): Socket => {
		const socket = connect(Number(new URL(navette.url).port), '127.0.0.1');
		socket.on('error', () => undefined);
		socket.write(bytes);
		return socket;
	};
	const begun = performance.now();
	const headers = open('POST /api/demo/report/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
	const ended = new Promise<string>((resolve) => {
		let text = '';
		headers.on('data', (data) => {
			text += data.toString('latin1');
		});
		headers.on('close', () => resolve(text));
	});
	const bodies = Array.from({ length: 200 }, () =>
		open(
			`POST /api/demo/report/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${navette.token('consumer')}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
		),
	);
	for (let asked = 0; asked < 20; asked++)
		assert.equal((await post('report/me', '{}')).status, 200);
	assert.match(await ended, /^HTTP\/1\.1 408 /);
	assert.ok(performance.now() - begun < 25_000, 'headers come within ten seconds');
	for (const socket of bodies) socket.destroy();
	await isAlive();
});

test('10. a body in a coding is refused unopened: a bomb of half a gigabyte costs nothing', async () => {
	const bomb = gzipSync(new Uint8Array(64_000_000));
	const before = process.memoryUsage().rss;
	for (const coding of ['gzip', 'deflate', 'br', 'zstd', 'identity, gzip']) {
		const answer = await post('report/me', bomb, { 'content-encoding': coding });
		assert.equal(answer.status, 415, coding);
	}
	assert.ok(process.memoryUsage().rss - before < 200_000_000);
});

test('10. nesting is bounded in both codings, far before a stack is', async () => {
	for (const depth of [200, 10_000, 300_000]) {
		const json = '{"a":'.repeat(depth) + 1 + '}'.repeat(depth);
		assert.equal((await post('report/me', json)).status, json.length > 1_000_000 ? 413 : 400);
		const cbor = new Uint8Array(depth + 1).fill(0x81);
		const type = { 'content-type': 'application/cbor' };
		assert.equal((await post('report/me', cbor, type)).status, 400);
	}
	await isAlive();
});

test('10. keys that reach prototypes are unknown keys: refused, and nothing is changed by them', async () => {
	for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
		for (const [to, body] of Object.entries({
			'report/me': `{"${key}":{"isAdmin":true,"rights":[]}}`,
			pull: `{"threads":[],"${key}":{"isAdmin":true}}`,
			'call/CmdLigne': `{"gc":"dupleix","${key}":{"polluted":1}}`,
			frame: `{"calls":[{"id":"aaaaaaaaaaaaaaaa","name":"${key}","input":{"${key}":1}}]}`,
		})) {
			const answer = await post(to, body, { 'operation-id': 'a'.repeat(22) });
			const text = await answer.text();
			assert.ok(
				answer.status >= 400 || /"error"/.test(text),
				`${to} ${key}: ${answer.status} ${text}`,
			);
			assert.doesNotMatch(text, INSIDE);
		}
	assert.equal(Object.hasOwn(Object.prototype, 'isAdmin'), false);
	assert.equal(({} as Record<string, unknown>).polluted, undefined);
	for (const name of ['__proto__', 'constructor', 'toString', 'valueOf'])
		for (const kind of ['call', 'report']) {
			const answer = await post(`${kind}/${name}`, '{}', { 'operation-id': 'b'.repeat(22) });
			assert.equal(answer.status, 404, `${kind}/${name}`);
		}
});

test('10. no refusal tells a stack, a path or what the server is made of', async () => {
	const bodies = [
		'',
		'{',
		'null',
		'[]',
		'1',
		'"x"',
		'{"a":1}',
		'\u0000',
		'{"threads":{}}',
		'{"threads":[{}]}',
	];
	const tos = ['report/me', 'report/none', 'call/none', 'call/CmdLigne', 'open', 'pull', 'frame'];
	const files = [
		'files/read',
		'files/x/content',
		'files/x/segment/y',
		'files/link/x',
		'files/announce',
	];
	for (const to of [...tos, ...files])
		for (const body of bodies)
			for (const type of [
				'application/json',
				'application/cbor',
				'text/html',
				'application/octet-stream',
			]) {
				const answer = await post(to, body, {
					'content-type': type,
					'operation-id': 'c'.repeat(22),
				});
				const text = await answer.text();
				assert.ok(answer.status < 500, `${to} ${type} ${body}: ${answer.status} ${text}`);
				assert.doesNotMatch(text, INSIDE, `${to} ${type} ${body}`);
			}
	for (const odd of [
		'/%',
		'/%zz',
		'/api/%',
		'/api/demo/report/%',
		'/api/demo/report/%00',
		`/${'a/'.repeat(4_000)}`,
	]) {
		const answer = await rawRequest(
			navette.url,
			`GET ${odd} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
		);
		assert.ok(statusOf(answer) < 500, `${odd.slice(0, 40)}: ${answer.slice(0, 200)}`);
		assert.doesNotMatch(answer.split('\r\n\r\n')[1] ?? '', INSIDE);
	}
});

test('10. what callers write comes into the log on one line, without what they wrote', async () => {
	const forged = '{"level":50,"msg":"canary-forged"}';
	lines.length = 0;
	await post(`report/${encodeURIComponent(`x\n${forged}`)}`, '{}');
	await post('report/me', `{"canary-forged":"\\n${forged}"}`, { 'user-agent': 'canary-forged' });
	await fetch(`${navette.url}/api/${encodeURIComponent(`d\r\n${forged}`)}/pull`, {
		method: 'POST',
	});
	assert.ok(lines.length >= 3, 'control: requests are written');
	for (const line of lines) {
		assert.equal(line.trimEnd().split(/[\r\n\u2028\u2029]/).length, 1, line);
		assert.doesNotMatch(line, /canary-forged/);
		assert.ok(JSON.parse(line));
	}
});

test('10. no path climbs out of the folder of the app, in any spelling', async () => {
	const climbs = [
		'..',
		'%2e%2e',
		'.%2e',
		'%2e.',
		'..%2f',
		'..%5c',
		'%252e%252e',
		'....//',
		'..;',
		'%c0%ae%c0%ae',
	];
	const targets = ['package.json', 'data/site-keys', 'etc/passwd', 'src/main.tsx', 'csp.ts'];
	for (const climb of climbs)
		for (const target of targets)
			for (const from of ['/', '/assets/', '//', '/api/', '/demo/'])
				for (const times of [1, 2, 6]) {
					const asked = `${from}${`${climb}/`.repeat(times)}${target}`;
					const answer = await rawRequest(
						navette.url,
						`GET ${asked} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
					);
					const body = answer.split('\r\n\r\n').slice(1).join('');
					assert.doesNotMatch(body, /"dependencies"|root:.*:0:0|createRoot|directory 1:/, asked);
				}
	for (const hidden of [
		'/.git/config',
		'/.git/HEAD',
		'/.env',
		'/.npmrc',
		'/assets/',
		'/../data/site-keys',
	]) {
		const answer = await rawRequest(
			navette.url,
			`GET ${hidden} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
		);
		assert.doesNotMatch(answer, /\[core\]|refs\/heads|save-exact|Index of/, hidden);
	}
});
