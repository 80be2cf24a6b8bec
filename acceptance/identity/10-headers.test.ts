/** Point 10: what every answer of a real server says, and what it does not; methods; the host; who calls. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Navette, startNavette } from '../first-light/support/navette.ts';
import { headersOf, rawRequest, statusOf } from './support/raw-request.ts';

let navette: Navette;
before(async () => {
	navette = await startNavette({
		...{ url: 'https://navette.example', proxies: ['127.0.0.1'] },
		rates: { perToken: 100_000, refusalsPerAddress: 3 },
	});
});
after(() => navette.close());

const PATHS = [
	...['/', '/index.html', '/demo/co.dupleix.3', '/worker.js', '/manifest.webmanifest', '/icon.svg'],
	...[
		'/assets/absent.js',
		'/api/nothing',
		'/api/demo/pull',
		'/api/site',
		'/api/errors',
		'/api/docs',
	],
	...['/api/docs.css', '/api/openapi.json', '/health', '/ready', '/tasks/run', '/%00', '/%ff'],
	...['/api/demo/files/link/x', '/api/../x', '//other.example/'],
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

const ask = (method: string, path: string, more = '', host = 'localhost'): Promise<string> =>
	rawRequest(
		navette.url,
		`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`,
	);

const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

test('10. every answer has its headers, whatever is asked: policy, no sniffing, isolation, TLS; no banner, no cookie', async () => {
	for (const path of PATHS)
		for (const method of METHODS) {
			const headers = headersOf(await ask(method, path));
			const which = `${method} ${path}`;
			for (const [name, value] of Object.entries(ALWAYS))
				assert.equal(headers.get(name), value, `${which}: ${name}`);
			const policy = headers.get('content-security-policy') ?? '';
			assert.match(policy, /^default-src 'none'/, which);
			assert.match(policy, /frame-ancestors 'none'/, which);
			assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|data:|https?:/, which);
			for (const name of ['server', 'x-powered-by', 'set-cookie', 'access-control-allow-origin'])
				assert.equal(headers.get(name), undefined, `${which}: ${name}`);
		}
});

test('10. a page may run its own scripts alone, through trusted types, and reach its own origin', async () => {
	for (const path of ['/', '/demo/co.dupleix.3', '/index.html']) {
		const headers = headersOf(await ask('GET', path));
		const policy = new Map(
			(headers.get('content-security-policy') ?? '').split('; ').map((part) => {
				const [name = '', ...values] = part.split(' ');
				return [name, values.join(' ')];
			}),
		);
		for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src', 'font-src'])
			assert.equal(policy.get(name), "'self'", name);
		for (const name of ['base-uri', 'form-action']) assert.equal(policy.get(name), "'none'", name);
		assert.equal(policy.get('require-trusted-types-for'), "'script'");
		assert.equal(policy.get('trusted-types'), 'navette');
		assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
		assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\), microphone=\(\)/);
	}
});

test('10. answers of the API are kept by nobody, and are no page: what is not there is not the app', async () => {
	for (const path of ['/api/demo/pull', '/api/nothing', '/api/site', '/api/errors', '/health']) {
		const headers = headersOf(await ask('GET', path));
		assert.equal(headers.get('cache-control'), 'no-store', path);
		assert.match(headers.get('content-type') ?? '', /^application\/json/, path);
		assert.match(headers.get('content-security-policy') ?? '', /sandbox/, path);
	}
	assert.equal(statusOf(await ask('GET', '/api/nothing')), 404);
});

/** Methods that an address takes, as its answers to the others say. */
const allowedAt = async (path: string): Promise<readonly string[]> => {
	const answers = await Promise.all(
		METHODS.map(async (method) => [method, await ask(method, path)] as const),
	);
	const refused = answers.filter(([, answer]) => statusOf(answer) === 405);
	for (const [method, answer] of refused)
		assert.ok(headersOf(answer).get('allow'), `${method} ${path} says what is allowed`);
	return METHODS.filter((method) => !refused.some(([one]) => one === method));
};

test('10. an address takes its own methods and says so of the others; none is traced', async () => {
	for (const path of ['/', '/worker.js', '/health', '/ready', '/api/errors', '/api/docs'])
		assert.deepEqual(await allowedAt(path), ['GET', 'HEAD'], path);
	for (const path of ['/api/demo/pull', '/api/demo/call/CmdLigne', '/api/demo/report/me'])
		assert.deepEqual(await allowedAt(path), ['POST'], path);
	assert.equal(statusOf(await ask('NONSENSE', '/')), 400);
	assert.equal(await ask('CONNECT', 'inside.example:80'), '', 'it is no proxy');
});

test('10. a request names one host, that no answer repeats', async () => {
	for (const host of ['evil.example/x', 'a b', '', 'user@evil.example', '[::1', '<script>'])
		assert.equal(statusOf(await ask('GET', '/health', '', host)), 400, host);
	assert.equal(statusOf(await ask('GET', '/health', 'Host: second.example\r\n')), 400);
	assert.equal(statusOf(await rawRequest(navette.url, 'GET /health HTTP/1.1\r\n\r\n')), 400);
	for (const path of ['/', '/api/site', '/api/docs', '/api/openapi.json', '/api/nothing']) {
		const answer = await ask('GET', path, '', 'canary-host.example');
		assert.ok(statusOf(answer) >= 200);
		assert.doesNotMatch(answer, /canary-host/, path);
	}
	const forwarded =
		'X-Forwarded-Host: canary-host.example\r\nForwarded: host=canary-host.example\r\n';
	assert.doesNotMatch(await ask('GET', '/api/site', forwarded), /canary-host/);
});

/** Shows a token that nobody has, as somebody that a proxy would name; the status of the answer. */
const guessAt = async (url: string, address: string): Promise<number> => {
	const headers = {
		...{ 'content-type': 'application/json', authorization: `Bearer ${'x'.repeat(32)}` },
		'x-forwarded-for': address,
	};
	const answer = await fetch(`${url}/api/demo/report/me`, { method: 'POST', body: '{}', headers });
	return answer.status;
};

test('10. behind a proxy that is named, limits are of the callers it names', async () => {
	const seen: number[] = [];
	for (let tries = 0; tries < 5; tries++) seen.push(await guessAt(navette.url, '192.0.2.1'));
	assert.deepEqual(seen, [401, 401, 401, 429, 429], 'who guesses waits');
	assert.equal(await guessAt(navette.url, '192.0.2.2'), 401, 'another caller does not');
	assert.equal(
		await guessAt(navette.url, '192.0.2.3, 192.0.2.1'),
		429,
		'nor is a made-up one asked',
	);
});

test('10. without a proxy that is named nobody is believed who names a caller; without TLS nobody is told of it', async () => {
	const bare = await startNavette({ rates: { perToken: 1_000, refusalsPerAddress: 3 } });
	try {
		const page = await fetch(bare.url);
		assert.equal(page.headers.get('strict-transport-security'), null);
		for (let tries = 0; tries < 4; tries++) await guessAt(bare.url, `192.0.2.${tries}`);
		assert.equal(await guessAt(bare.url, '192.0.2.77'), 429);
	} finally {
		await bare.close();
	}
});
