import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { decodeCbor, encodeCbor } from '@navette/codec';
import WebSocket from 'ws';
import { type Navette, startNavette } from './support/navette.ts';

/** Point 6: an API people can use, on a real server. */
let navette: Navette;
let get: (path: string) => Promise<Response>;
before(async () => {
	navette = await startNavette({ rates: { perToken: 60, refusalsPerAddress: 1_000 } });
	get = (path) => fetch(`${navette.url}${path}`);
});
after(() => navette.close());

const post = (
	path: string,
	body: string | Uint8Array<ArrayBuffer>,
	headers: Record<string, string>,
) =>
	fetch(`${navette.url}/api/demo/${path}`, {
		method: 'POST',
		body,
		headers: { authorization: `Bearer ${navette.token('consumer')}`, ...headers },
	});

interface Entry {
	readonly status: number;
	readonly sentence: { readonly fr: string; readonly en: string };
}

test('6. one catalogue of errors, in French and English, each saying that nothing was saved', async () => {
	const errors = (await (await get('/api/errors')).json()) as Record<string, Entry>;
	for (const code of ['E-BODY', 'E-INPUT', 'E-TOKEN', 'E-RATE', 'E-VU', 'E-DEMI', 'E-PHASE'])
		assert.ok(errors[code], `${code} is in the catalogue`);
	for (const [code, { status, sentence }] of Object.entries(errors)) {
		assert.ok(status >= 400 && status < 600, code);
		assert.match(sentence.fr, /[Rr]ien n['’]a été enregistré/, code);
		assert.match(sentence.en, /[Nn]othing was saved/, code);
	}
});

test('6. binary and JSON bodies on the same routes say the same', async () => {
	const json = await post('report/me', '{}', { 'content-type': 'application/json' });
	const cbor = await post('report/me', encodeCbor({}) as Uint8Array<ArrayBuffer>, {
		'content-type': 'application/cbor',
	});
	const words = (await json.json()) as { result: { rights: unknown } };
	const bytes = decodeCbor(new Uint8Array(await cbor.arrayBuffer()));
	assert.ok(bytes.ok);
	const { result } = bytes.value as { result: { rights: unknown } };
	assert.deepEqual(result.rights, words.result.rights);
});

test('6. the OpenAPI page is made from the schemas, and a person can read it', async () => {
	const document = (await (await get('/api/openapi.json')).json()) as OpenApi;
	assert.equal(document.openapi, '3.1.0');
	const operation = document.paths['/api/{org}/call/CmdLigne']?.post;
	assert.ok(operation?.requestBody.content['application/json'].schema.properties.prod);
	const page = await get('/api/docs');
	assert.match(page.headers.get('content-type') ?? '', /text\/html/);
	assert.match(await page.text(), /CmdLigne/);
});

interface OpenApi {
	readonly openapi: string;
	readonly paths: Readonly<
		Record<
			string,
			{
				readonly post: {
					readonly requestBody: {
						readonly content: {
							readonly 'application/json': {
								readonly schema: { readonly properties: Readonly<Record<string, unknown>> };
								readonly example: unknown;
							};
						};
					};
				};
			}
		>
	>;
}

/** Every command of the page, as a reader would copy it. */
const commandsOf = (page: string): readonly string[] =>
	[...page.matchAll(/<pre>(curl [\s\S]*?)<\/pre>/g)].map(([, command]) =>
		(command ?? '')
			.replaceAll('&quot;', '"')
			.replaceAll('&#39;', "'")
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&amp;', '&'),
	);

test('6. every curl example runs as it is written and gets an answer of the API', async () => {
	const commands = commandsOf(await (await get('/api/docs')).text());
	assert.ok(commands.length >= 8, `${commands.length} commands`);
	const env = { ...process.env, NAVETTE: navette.url, ORG: 'demo', TOKEN: navette.token('admin') };
	for (const command of commands) {
		const { stdout } = await promisify(execFile)('bash', ['-c', command], { env });
		const answer = JSON.parse(stdout) as { result?: unknown; error?: { code: string } };
		const code = answer.error?.code;
		assert.ok('result' in answer || code !== undefined, command);
		assert.ok(
			!['E-BODY', 'E-INPUT', 'E-MEDIA', 'E-OPERATION', 'E-TOKEN', 'E-DEFECT'].includes(code ?? ''),
			`${code} ${command} ${stdout}`,
		);
	}
});

/** What a server answers to raw bytes, until it closes or a second of silence. */
const raw = (bytes: string | Uint8Array, patience = 10_000): Promise<string> =>
	new Promise((resolve, reject) => {
		const socket = connect(Number(new URL(navette.url).port), '127.0.0.1');
		let text = '';
		const end = () => {
			socket.destroy();
			resolve(text);
		};
		socket.setTimeout(patience, end);
		socket.on('data', (data) => {
			text += data.toString('latin1');
		});
		socket.on('error', reject);
		socket.on('close', end);
		socket.write(bytes);
	});

test('6. malformed HTTP gets a 4xx, smuggling is refused, no stack goes out', async () => {
	const host = 'Host: localhost\r\n';
	for (const bytes of [
		'NOT HTTP\r\n\r\n',
		`GET / HTTP/1.1\r\n${host}${'X: y\r\n'.repeat(5_000)}\r\n`,
		`POST /api/demo/pull HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
		`POST /api/demo/pull HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
		`GET /${'a'.repeat(30_000)} HTTP/1.1\r\n${host}\r\n`,
	]) {
		const answer = await raw(bytes);
		assert.match(answer, /^HTTP\/1\.1 4\d\d /, bytes.slice(0, 60));
		assert.doesNotMatch(answer, /at .*\.(ts|js|mjs):\d+/);
	}
	assert.equal((await get('/health')).status, 200);
});

test('6. a path that climbs out of the site finds nothing', async () => {
	for (const path of [
		'/../package.json',
		'/%2e%2e/package.json',
		'/assets/..%2f..%2fpackage.json',
		'/.git/config',
	]) {
		const answer = await raw(
			`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
		);
		assert.doesNotMatch(answer, /"dependencies"|\[core\]/, path);
	}
});

test('6. a body over the limit is refused without being read whole, a deep one without a stack', async () => {
	const large = await post('report/me', new Uint8Array(2_000_000), {
		'content-type': 'application/cbor',
	});
	assert.equal(large.status, 413);
	const deep = await post('report/me', '['.repeat(500_000), { 'content-type': 'application/json' });
	assert.equal(deep.status, 400);
	const endless = new ReadableStream({
		pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
	});
	const streamed = await fetch(`${navette.url}/api/demo/report/me`, {
		method: 'POST',
		body: endless,
		duplex: 'half',
		headers: {
			authorization: `Bearer ${navette.token('consumer')}`,
			'content-type': 'application/cbor',
		},
	} as RequestInit).then(
		(response) => response.status,
		() => 413,
	);
	assert.equal(streamed, 413);
	assert.equal((await get('/health')).status, 200);
});

test('6. a caller who asks too much is told when to come back', async () => {
	const headers = {
		'content-type': 'application/json',
		authorization: `Bearer ${navette.token('producer')}`,
	};
	let refused: Response | undefined;
	for (let burst = 0; burst < 30 && !refused; burst++) {
		const answers = await Promise.all(
			Array.from({ length: 100 }, () => post('report/me', '{}', headers)),
		);
		refused = answers.find((answer) => answer.status === 429);
	}
	assert.match(refused?.headers.get('retry-after') ?? '', /^\d+$/);
	const other = await post('report/me', '{}', { 'content-type': 'application/json' });
	assert.equal(other.status, 200, 'another caller does not wait');
});

const socketTo = (path: string, options: WebSocket.ClientOptions = {}): Promise<string> =>
	new Promise((resolve) => {
		const socket = new WebSocket(`${navette.url.replace('http', 'ws')}${path}`, options);
		socket.on('open', () => {
			socket.terminate();
			resolve('open');
		});
		socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
		socket.on('error', () => resolve('error'));
	});

test('6. a socket is opened from this origin or from a program, nowhere else', async () => {
	assert.equal(await socketTo('/api/demo/socket'), 'open');
	assert.equal(await socketTo('/api/demo/socket', { origin: navette.url }), 'open');
	assert.equal(await socketTo('/api/demo/socket', { origin: 'https://evil.example' }), '403');
	assert.equal(await socketTo('/api/demo/socket', { origin: 'null' }), '403');
	assert.equal(await socketTo('/elsewhere'), '404');
});
