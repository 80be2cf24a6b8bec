import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';

const NOTE = { board: 'blue', n: '1', text: 'hello' };
const ID = { 'operation-id': 'operation-00000001' };
const CALL = `${ORG}/call/NoteWrite`;

test('a call answers its result, what moved for the caller, and the time', async () => {
	const world = await createWorld();
	const { status, body } = await world.post(CALL, NOTE, ID);
	assert.equal(status, 200);
	assert.deepEqual(body.result, { length: 5 });
	assert.equal(body.now, world.clock.now());
	assert.equal(body.notices.length, 1);
	assert.deepEqual(body.notices[0]?.documents, [
		{ type: 'NOTE', id: 'blue.1', version: 1, data: 'hello' },
	]);
});

test('the same operation id answers the same and does it once; for another call it is refused', async () => {
	const world = await createWorld();
	await world.post(CALL, NOTE, ID);
	await world.post(CALL, { ...NOTE, n: '2' }, { 'operation-id': 'operation-00000002' });
	const again = await world.post(CALL, NOTE, ID);
	assert.equal(again.status, 200);
	assert.deepEqual([again.body.result, again.body.notices], [{ length: 5 }, []]);
	const other = await world.post(CALL, { ...NOTE, text: 'other' }, ID);
	assert.deepEqual([other.status, other.body.error.code], [409, 'E-REUSED']);
	const somebodyElse = await world.post(CALL, NOTE, ID, TOKENS.gus);
	assert.equal(somebodyElse.body.error.code, 'E-REUSED');
});

test('the same routes speak CBOR', async () => {
	const world = await createWorld();
	const headers = {
		authorization: `Bearer ${TOKENS.mia}`,
		'content-type': 'application/cbor',
		...ID,
	};
	const body = encodeCbor(NOTE) as Uint8Array<ArrayBuffer>;
	const request = new Request(`http://localhost/api/${CALL}`, { method: 'POST', headers, body });
	const response = await world.server.fetch(request);
	assert.equal(response.headers.get('content-type'), 'application/cbor');
	const answer = decodeCbor(new Uint8Array(await response.arrayBuffer()));
	assert.ok(answer.ok);
	assert.deepEqual((answer.value as { result: unknown }).result, { length: 5 });
});

test('a pull gives documents in words to whoever reads JSON', async () => {
	const world = await createWorld();
	await world.post(CALL, NOTE, ID);
	const reference = await world.reference();
	const { body } = await world.post(`${ORG}/pull`, { threads: [{ reference, since: 0 }] });
	assert.deepEqual(body.threads[0]?.documents, [
		{ type: 'NOTE', id: 'blue.1', version: 1, data: 'hello' },
	]);
});

test('every refusal is typed, in two languages, and says that nothing was saved', async () => {
	const world = await createWorld();
	const cases: readonly (readonly [number, string, string, unknown, Record<string, string>?])[] = [
		[404, 'E-ORG', 'nowhere/call/NoteWrite', NOTE, ID],
		[404, 'E-ORG', 'NO/call/NoteWrite', NOTE, ID],
		[404, 'E-OPERATION', `${ORG}/call/Nothing`, NOTE, ID],
		[401, 'E-TOKEN', CALL, NOTE, { ...ID, authorization: 'Bearer not-a-known-token-0' }],
		[401, 'E-TOKEN', CALL, NOTE, { ...ID, authorization: 'Basic abc' }],
		[400, 'E-INPUT', CALL, NOTE],
		[400, 'E-INPUT', CALL, NOTE, { 'operation-id': 'short' }],
		[400, 'E-INPUT', CALL, { ...NOTE, board: 7 }, ID],
		[400, 'E-INPUT', CALL, { ...NOTE, admin: true }, ID],
		[400, 'E-INPUT', CALL, '"text"', ID],
		[400, 'E-INPUT', CALL, '[]', ID],
		[400, 'E-BODY', CALL, '{"board":', ID],
		[400, 'E-BODY', CALL, '['.repeat(100_000), ID],
		[415, 'E-MEDIA', CALL, NOTE, { ...ID, 'content-type': 'text/plain' }],
		[415, 'E-MEDIA', CALL, NOTE, { ...ID, 'content-encoding': 'gzip' }],
		[413, 'E-SIZE', CALL, { ...NOTE, text: 'x'.repeat(1_100_000) }, ID],
		[403, 'E-RIGHT', CALL, { ...NOTE, board: 'red' }, ID],
		[409, 'E-REUSED', CALL, { ...NOTE, text: 'throw' }, ID],
		[
			500,
			'E-DEFECT',
			CALL,
			{ ...NOTE, text: 'throw' },
			{ 'operation-id': 'never-used-before-00001' },
		],
		[400, 'E-INPUT', `${ORG}/pull`, { threads: [] }],
		[400, 'E-INPUT', `${ORG}/open`, { paths: ['../etc'] }],
	];
	for (const [status, code, path, body, headers] of cases) {
		const answer = await world.post(path, body, headers);
		assert.deepEqual([answer.status, answer.body.error?.code], [status, code], `${code} ${path}`);
		const { error } = answer.body;
		assert.equal(error.saved, false);
		assert.match(error.sentence.fr, /Rien n'a été enregistré/);
		assert.match(error.sentence.en, /Nothing was saved/);
		assert.doesNotMatch(JSON.stringify(answer.body), /\.ts|at .*\(|Error:/, 'no stack goes out');
	}
	const count = await world.post(`${ORG}/report/NoteCount`, {});
	assert.equal(count.body.result, 0);
});

test('a wrong method is refused as such', async () => {
	const world = await createWorld();
	for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
		const response = await world.server.fetch(
			new Request(`http://localhost/api/${CALL}`, { method }),
		);
		assert.equal(response.status, 405);
	}
});

test('a caller who asks too much waits, another does not', async () => {
	const world = await createWorld({ rates: { perToken: 2, refusalsPerAddress: 60 } });
	const statuses: number[] = [];
	for (let n = 0; n < 15; n++) statuses.push((await world.post(`${ORG}/report/me`, {})).status);
	assert.ok(statuses.includes(429));
	const refused = await world.post(`${ORG}/report/me`, {});
	assert.match(refused.headers.get('retry-after') ?? '', /^\d+$/);
	assert.equal((await world.post(`${ORG}/report/me`, {}, {}, TOKENS.gus)).status, 200);
});

test('an address that shows unknown tokens waits', async () => {
	const world = await createWorld({ rates: { perToken: 100, refusalsPerAddress: 5 } });
	const statuses: number[] = [];
	for (let n = 0; n < 8; n++)
		statuses.push((await world.post(`${ORG}/report/me`, {}, {}, `guess-${n}-0123456789`)).status);
	assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
});

test('two organisations share nothing, not even an operation id', async () => {
	const world = await createWorld();
	await world.engine.putOrganisation('south', 'open', { label: 'South', clockOffset: 0 });
	await world.post(CALL, NOTE, ID);
	assert.equal((await world.post('south/report/me', {})).status, 401);
	const reference = await world.reference();
	const pulled = await world.post('south/pull', { threads: [{ reference, since: 0 }] });
	assert.equal(pulled.status, 401);
});

test('every answer of the API carries the headers of an API', async () => {
	const world = await createWorld();
	const good = await world.post(`${ORG}/report/me`, {});
	const bad = await world.post(`${ORG}/report/nothing`, {});
	for (const { headers } of [good, bad]) {
		assert.equal(headers.get('x-content-type-options'), 'nosniff');
		assert.equal(headers.get('cache-control'), 'no-store');
		assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
	}
});

test('the description of the API names every operation, report and error', async () => {
	const world = await createWorld();
	const get = (path: string) => world.server.fetch(new Request(`http://localhost${path}`));
	const openApi = (await (await get('/api/openapi.json')).json()) as {
		paths: Record<string, unknown>;
	};
	const page = await (await get('/api/docs')).text();
	for (const name of world.service.operations.keys()) {
		assert.ok(openApi.paths[`/api/{org}/call/${name}`]);
		assert.ok(page.includes(name));
	}
	for (const code of Object.keys(world.service.errors)) assert.ok(page.includes(code));
	assert.equal((await get('/health')).status, 200);
});

test('what may be guessed at is not asked among other calls, where no address is counted', async () => {
	const world = await createWorld();
	const calls = [
		{ id: 'operation-00000001', name: 'right.claim', input: {} },
		{ id: 'operation-00000002', name: 'NoteWrite', input: NOTE },
	];
	const { body } = await world.post(`${ORG}/frame`, { calls });
	const [guess, other] = body.answers;
	assert.deepEqual([guess?.error?.code, guess?.error?.detail?.path], ['E-INPUT', 'calls']);
	assert.deepEqual(other?.result, { length: 5 });
});
