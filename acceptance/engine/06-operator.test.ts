/**
 * The operator's tools: a command line that works while no server runs and says so while one does;
 * configuration whose faults are named; measurements for whoever holds their token; logs without
 * content; a stop that loses nothing. The administration page is in 06-operator-page.test.ts.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { WebSocket } from 'ws';
import { startNavette } from '../first-light/support/navette.ts';
import { endAll, type } from '../first-light/terminal.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'navette-operator-'));
const CANARY = 'canary-5b1e';
const bounded = { timeout: 180_000 };

after(() => {
	endAll();
	rmSync(temporary, { recursive: true, force: true });
});

const start = (words: readonly string[], env: Record<string, string> = {}) =>
	type([process.execPath, 'apps/cli/src/main.ts', ...words], repository, {
		NAVETTE_DATA: path.join(temporary, 'data'),
		...env,
	});

/** Runs a command to its end: its exit code and everything it said. */
const navette = async (words: readonly string[], env: Record<string, string> = {}) => {
	const { code, lines } = await start(words, env).ended;
	return { code, said: lines.join('\n') };
};

const json = async <T>(words: readonly string[]): Promise<T> => {
	const { code, said } = await navette([...words, '--json']);
	assert.equal(code, 0, said);
	return JSON.parse(said) as T;
};

interface Granted {
	readonly link: string;
	readonly hash: string;
}

/** Serves the data of this test until `work` is done. */
const serving = async (
	env: Record<string, string>,
	work: (
		served: { readonly url: string; readonly metrics: string },
		server: ReturnType<typeof start>,
	) => Promise<void>,
): Promise<readonly string[]> => {
	const server = start(['serve', '--json'], { PORT: '0', NAVETTE_DEMO: 'off', ...env });
	const said = await server.until((lines) => lines.some((line) => line.startsWith('{"url"')));
	const served = JSON.parse(said.find((line) => line.startsWith('{"url"')) ?? '');
	await work(served, server);
	return (await server.interrupt()).lines;
};

const post = (url: string, token: string, body: unknown, id = 'operation-of-the-operator') =>
	fetch(url, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			'operation-id': id,
		},
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});

test(
	'6. every command shows its help; a wrong one exits with 2 and a refusal with 1',
	bounded,
	async () => {
		for (const words of [
			...[['serve'], ['doctor'], ['org', 'list'], ['org', 'create'], ['org', 'freeze']],
			...[
				['org', 'open'],
				['org', 'close'],
				['org', 'label'],
				['access', 'list'],
			],
			...[
				['access', 'grant'],
				['access', 'revoke'],
			],
		]) {
			const { code, said } = await navette([...words, '--help']);
			assert.equal(code, 0, said);
			assert.match(said, /--json/);
			assert.match(said, /Exit codes: 0 done; 1 refused/);
		}
		assert.equal((await navette(['org', 'frobnicate'])).code, 2);
		assert.equal((await navette(['org', 'create'])).code, 2);
		const refused = await navette(['org', 'label', 'nowhere', 'X']);
		assert.equal(refused.code, 1);
		assert.match(refused.said, /^There is no organisation "nowhere"/);
	},
);

test('6. organisations and accesses are tended while no server runs', bounded, async () => {
	await json(['org', 'create', 'north', '--label', 'North']);
	assert.equal((await navette(['org', 'create', 'north', '--label', 'North'])).code, 1);
	await json(['org', 'label', 'north', 'The North']);
	const granted = await json<Granted>([
		'access',
		'grant',
		'north',
		'--label',
		'Ana',
		'--right',
		'ADM',
	]);
	assert.match(granted.link, /^http:\/\/localhost:8080\/#\/enter\/north\/[\w-]{32}$/);
	const token = granted.link.split('/').at(-1) ?? '';
	const listed = await json<readonly Granted[]>(['access', 'list', 'north']);
	assert.equal(listed[0]?.hash, granted.hash);
	assert.ok(!JSON.stringify(listed).includes(token), 'the token is nowhere but in the link');

	await json(['org', 'freeze', 'north']);
	const frozen = await navette(['access', 'revoke', 'north', granted.hash]);
	assert.equal(frozen.code, 1);
	assert.match(frozen.said, /E-FROZEN/);
	await json(['org', 'open', 'north']);
	await json(['access', 'revoke', 'north', granted.hash.slice(0, 12)]);
	assert.deepEqual(await json(['access', 'list', 'north']), []);
	assert.deepEqual(await json(['org', 'list']), [
		{ org: 'north', status: 'open', label: 'The North' },
	]);
});

test(
	'6. the doctor finds a sound site sound, and names what is wrong with another',
	bounded,
	async () => {
		const well = await json<{ healthy: boolean; checks: { name: string; state: string }[] }>([
			'doctor',
		]);
		assert.equal(well.healthy, true, JSON.stringify(well));
		for (const name of ['Node', 'data folder', 'disk', 'schema', 'epoch', 'integrity', 'clock'])
			assert.equal(well.checks.find((check) => check.name === name)?.state, 'ok', name);
		const broken = mkdtempSync(path.join(temporary, 'broken-'));
		writeFileSync(
			path.join(broken, 'navette.sqlite'),
			'this is a letter, not a database'.repeat(99),
		);
		const ill = await navette(['doctor'], { NAVETTE_DATA: broken, PORT: 'eighty' });
		assert.equal(ill.code, 1);
		assert.match(ill.said, /✖ configuration: PORT is "eighty"/);
		assert.match(ill.said, /✖ database: .*\n\s+Stop the server/);
	},
);

test(
	'6. a setting is in the file or in the environment; secrets are not shown',
	bounded,
	async () => {
		const file = path.join(temporary, 'site.json');
		const secret = CANARY.repeat(5);
		writeFileSync(file, JSON.stringify({ port: 9000, metrics: { port: 0, token: secret } }));
		const env = { NAVETTE_CONFIG: file, PORT: '9001' };
		const shown = await navette(['serve', '--print-config'], env);
		assert.equal(shown.code, 0);
		assert.match(shown.said, /^port +9001 +environment +PORT$/m);
		assert.match(shown.said, /^metrics.token +\(set, not shown\) +file/m);
		assert.ok(!shown.said.includes(CANARY));
		writeFileSync(file, '{"prot": 1, "log": "loud"}');
		const wrong = await navette(['serve'], env);
		assert.equal(wrong.code, 1);
		assert.match(wrong.said, /"prot" in .* is not a setting/);
		assert.match(wrong.said, /"log" in .* is "loud": it must be one of/);
	},
);

test(
	'6. while a server runs, commands that change data say so; health, readiness, measurements',
	bounded,
	async () => {
		const { link } = await json<Granted>([
			'access',
			'grant',
			'north',
			'--label',
			'Bo',
			'--right',
			'ADM',
		]);
		const token = link.split('/').at(-1) ?? '';
		const secret = 's'.repeat(40);
		await serving(
			{ NAVETTE_METRICS_PORT: '0', NAVETTE_METRICS_TOKEN: secret },
			async ({ url, metrics }) => {
				const held = await navette(['org', 'close', 'north']);
				assert.equal(held.code, 1);
				assert.match(held.said, /is in use by another server \(process \d+\)/);
				assert.equal((await navette(['doctor'])).code, 0);

				assert.equal((await fetch(`${url}/health`)).status, 200);
				assert.deepEqual(await (await fetch(`${url}/ready`)).json(), { status: 'ready' });
				assert.ok(!(await (await fetch(`${url}/metrics`)).text()).includes('navette_'));
				assert.equal((await fetch(metrics)).status, 401);
				const input = { hash: 'a'.repeat(64), account: 'x', label: '', rights: [] };
				await post(`${url}/api/north/call/access.grant`, token, input);
				await post(`${url}/api/north/report/me`, token, {});
				const read = await fetch(metrics, { headers: { authorization: `Bearer ${secret}` } });
				const text = await read.text();
				assert.match(
					text,
					/navette_operation_seconds_count\{name="access.grant",outcome="E-INPUT"\} 1/,
				);
				assert.match(text, /navette_report_seconds_count\{name="me",outcome="ok"\} 1/);
				assert.match(text, /navette_store_bytes\{file="database"\} [1-9]/);
				assert.match(text, /navette_organisations 2/);
				assert.ok(!text.includes('north'));
			},
		);
	},
);

test(
	'6. a canary in documents, names, tokens and broken requests is in no line of the log',
	bounded,
	async () => {
		const { link } = await json<Granted>([
			...['access', 'grant', 'north', '--label', CANARY, '--right', 'ADM', '--account', CANARY],
		]);
		const token = link.split('/').at(-1) ?? '';
		const lines = await serving({ NAVETTE_LOG: 'info' }, async ({ url }) => {
			const api = `${url}/api/north`;
			const access = { account: CANARY, rights: [{ usage: 'CO', subject: CANARY, power: 1 }] };
			const input = { hash: 'c'.repeat(64), label: CANARY, ...access };
			const statuses = [
				await post(`${api}/call/access.grant`, token, input),
				await post(`${api}/call/access.grant`, token, `{"${CANARY}`, 'operation-of-canary-2'),
				await post(`${api}/call/${CANARY}`, token, { [CANARY]: CANARY }, 'operation-of-canary-3'),
				await post(`${api}/open`, token, { paths: [`ACCESS/${CANARY}`] }),
				await post(`${api}/pull`, token, { threads: [{ reference: CANARY, since: 0 }] }),
				await post(`${api}/report/me`, `${CANARY}-${CANARY}-${CANARY}`, {}),
				await fetch(`${url}/${CANARY}?${CANARY}`),
			].map(({ status }) => status);
			assert.equal(statuses[0], 200);
			await greeted(url, `${CANARY}-${CANARY}-${CANARY}`).closed;
		});
		const said = lines.filter((line) => !line.startsWith('{"url"'));
		const parsed = said.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
		const routes = parsed.filter(({ msg }) => msg === 'request').map(({ route }) => route);
		for (const route of ['call', 'open', 'pull', 'report', 'page'])
			assert.ok(routes.includes(route), route);
		assert.ok(parsed.some(({ msg, outcome }) => msg === 'greeting' && outcome === 'E-TOKEN'));
		assert.ok(
			parsed
				.filter(({ msg }) => msg === 'request')
				.every(({ status, ms }) => status > 0 && ms >= 0),
		);
		const log = said.join('\n');
		for (const secret of [CANARY, token, 'north', '127.0.0.1', '::1'])
			assert.ok(!log.includes(secret), `${secret} is in the log:\n${log}`);
	},
);

/** A socket that says who it is. */
const greeted = (url: string, token: string, org = 'north') => {
	const socket = new WebSocket(`${url.replace('http', 'ws')}/api/${org}/socket`);
	const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
	const welcome = new Promise<void>((resolve) => {
		socket.on('message', (bytes: Buffer) => {
			const frame = decodeCbor(new Uint8Array(bytes));
			if (frame.ok && (frame.value as { kind: string }).kind === 'welcome') resolve();
		});
	});
	socket.on('open', () => socket.send(encodeCbor({ kind: 'hello', protocol: 1, token })));
	return { closed, welcome };
};

/** A call whose headers have arrived, and whose body ends when it is told to. */
const begun = async (url: string, token: string, body: string) => {
	const sent = request(url, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			'content-length': String(Buffer.byteLength(body)),
			'operation-id': 'operation-under-way-1',
			expect: '100-continue',
		},
	});
	const status = new Promise<number>((resolve, reject) => {
		sent.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		sent.on('error', reject);
	});
	sent.flushHeaders();
	await new Promise((resolve) => sent.once('continue', resolve));
	return { status, finish: () => sent.end(body), leave: () => sent.destroy() };
};

test('6. a stop lets operations under way finish, and tells the sockets', bounded, async () => {
	const data = path.join(temporary, 'stopping');
	const first = await startNavette({ data });
	const hash = 'f'.repeat(64);
	const rights = [{ usage: 'CO', subject: 'x', power: 1 }];
	const body = JSON.stringify({ hash, account: 'late', label: 'late', rights });
	const admin = first.token('admin');
	const call = await begun(`${first.url}/api/demo/call/access.grant`, admin, body);
	const socket = greeted(first.url, admin, 'demo');
	await socket.welcome;
	const closing = first.close();
	call.finish();
	assert.equal(await call.status, 200);
	assert.equal(await socket.closed, 1001);
	await closing;

	const again = await startNavette({ data });
	const found = await again.engine.read(
		'demo',
		() => ({ id: 'test', rights: [] }),
		async (source) => ({ ok: true, value: await source.read('ACCESS', { hash }) }),
	);
	assert.ok(found.ok && found.value, 'what was answered is there');
	await again.close();
});

test('6. a second signal does not wait', bounded, async () => {
	const { link } = await json<Granted>([
		'access',
		'grant',
		'north',
		'--label',
		'Cy',
		'--right',
		'ADM',
	]);
	const token = link.split('/').at(-1) ?? '';
	const server = start(['serve'], { PORT: '0', NAVETTE_DEMO: 'off' });
	const said = await server.until((lines) => lines.some((line) => /^Navette listens/.test(line)));
	const url = /http:\S+/.exec(said.join('\n'))?.[0] ?? '';
	const call = await begun(`${url}/api/north/call/access.grant`, token, '{}');
	const aborted = call.status.catch(() => 'cut off');
	void server.interrupt();
	await server.until((lines) => lines.some((line) => line.startsWith('Stopping')));
	const ended = await server.interrupt();
	assert.equal(ended.code, 130);
	assert.ok(!ended.lines.some((line) => line.startsWith('Stopped')));
	assert.equal(await aborted, 'cut off');
});

test('6. a server that drains says so, and still serves until it stops', bounded, async () => {
	const server = start(['serve'], { PORT: '0', NAVETTE_DEMO: 'off', NAVETTE_DRAIN: '2' });
	const said = await server.until((lines) => lines.some((line) => /^Navette listens/.test(line)));
	const url = /http:\S+/.exec(said.join('\n'))?.[0] ?? '';
	const ended = server.interrupt();
	await server.until((lines) => lines.some((line) => line.startsWith('Stopping')));
	const ready = await fetch(`${url}/ready`);
	assert.deepEqual([ready.status, await ready.json()], [503, { status: 'stopping' }]);
	assert.equal((await fetch(`${url}/health`)).status, 200);
	const { code, lines } = await ended;
	assert.equal(code, 0);
	assert.equal(lines.at(-1), 'Stopped. Nothing that was saved is lost.');
});

test(
	'6. a defect that nobody caught ends the server with 1, and is written without content',
	bounded,
	async () => {
		const defect = `process.on('SIGUSR2', () => { throw new TypeError('${CANARY}'); })`;
		const data = path.join(temporary, 'data');
		const program = ['--import', `data:text/javascript,${encodeURIComponent(defect)}`];
		const server = type(
			[process.execPath, ...program, 'apps/cli/src/main.ts', 'serve'],
			repository,
			{ NAVETTE_DATA: data, PORT: '0', NAVETTE_DEMO: 'off' },
		);
		await server.until((lines) => lines.some((line) => /^Navette listens/.test(line)));
		process.kill(Number(readFileSync(path.join(data, 'server.pid'), 'utf8')), 'SIGUSR2');
		const { code, lines } = await server.ended;
		const said = lines.join('\n');
		assert.equal(code, 1);
		assert.match(said, /"error":"TypeError.*"msg":"uncaught"/);
		assert.match(said, /Navette met a defect and ends/);
		assert.ok(!said.includes(CANARY) && !/^\s+at /m.test(said), said);
	},
);
