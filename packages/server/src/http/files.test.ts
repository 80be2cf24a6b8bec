import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';

type World = Awaited<ReturnType<typeof createWorld>>;
type Answer = Record<string, unknown> & { error?: { code: string } };

const BYTES = Uint8Array.from({ length: 2_500 }, (_, at) => at % 251);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

const preload = async (world: World, way = 'whole', bytes = BYTES, token = TOKENS.mia) => {
	const wish = { type: 'NOTE', key: { board: 'blue', n: '1' }, way };
	const announced = { size: bytes.length, digest: digestOf(bytes) };
	const { body } = await world.post(`${ORG}/files/preload`, { ...wish, ...announced }, {}, token);
	return { ...announced, fid: String((body as unknown as Answer).fid) };
};

const stream = async (
	world: World,
	path: string,
	bytes: Uint8Array,
	headers: Record<string, string> = {},
	token = TOKENS.mia,
) => {
	const response = await world.server.fetch(
		new Request(`http://localhost/api/${ORG}/files/${path}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${token}`,
				'content-type': 'application/octet-stream',
				...headers,
			},
			body: Buffer.from(bytes),
		}),
	);
	return { status: response.status, body: (await response.json()) as Answer };
};

const attached = async (world: World, name = 'a.txt', type = 'text/plain', bytes = BYTES) => {
	await world.write('1', 'a note');
	const file = await preload(world, 'whole', bytes);
	assert.equal((await stream(world, `${file.fid}/content`, bytes)).status, 200);
	const input = { board: 'blue', n: '1', file: { ...file, name, type } };
	const id = { 'operation-id': `attach-${file.fid}`.slice(0, 40) };
	const done = await world.post(`${ORG}/call/NoteAttach`, input, id);
	assert.equal(done.status, 200, JSON.stringify(done.body));
	return { file, done };
};

const read = async (
	world: World,
	fid: string,
	headers: Record<string, string> = {},
	token = TOKENS.mia,
) =>
	world.server.fetch(
		new Request(`http://localhost/api/${ORG}/files/read`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
			body: JSON.stringify({ type: 'NOTE', id: 'blue.1', fid }),
		}),
	);

const codeOf = async (response: Response) => ((await response.json()) as Answer).error?.code;

test('a file is announced, sent, attached, told to listeners and read', async () => {
	const world = await createWorld();
	const { file, done } = await attached(world);
	const [notice] = done.body.notices as unknown as [{ documents: [{ files: [Answer] }] }];
	const { time, ...told } = notice.documents[0].files[0];
	assert.deepEqual(told, { ...file, name: 'a.txt', type: 'text/plain' });
	assert.equal(time, world.clock.now());
	const response = await read(world, file.fid);
	assert.equal(response.status, 200);
	assert.deepEqual(new Uint8Array(await response.arrayBuffer()), BYTES);
});

test('a file is always saved under its name, never shown, whatever its type', async () => {
	const world = await createWorld();
	const { file } = await attached(world, 'été "x".html'.replaceAll('"', "'"), 'text/html');
	const { headers } = await read(world, file.fid);
	assert.equal(headers.get('content-type'), 'application/octet-stream');
	assert.equal(
		headers.get('content-disposition'),
		'attachment; filename="_t_ _x_.html"; filename*=UTF-8\'\'%C3%A9t%C3%A9%20%27x%27.html',
	);
	assert.equal(headers.get('x-content-type-options'), 'nosniff');
	assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
	assert.equal(headers.get('cache-control'), 'no-store');
	assert.equal(headers.get('content-length'), '2500');
});

test('a part of a file is read by its range', async () => {
	const world = await createWorld();
	const { file } = await attached(world);
	const ranges: readonly [string, number, string | null, number][] = [
		['bytes=10-19', 206, 'bytes 10-19/2500', 10],
		['bytes=2490-', 206, 'bytes 2490-2499/2500', 10],
		['bytes=-5', 206, 'bytes 2495-2499/2500', 5],
		['bytes=0-1,5-6', 200, null, 2_500],
		['lines=1-2', 200, null, 2_500],
	];
	for (const [range, status, contentRange, length] of ranges) {
		const response = await read(world, file.fid, { range });
		assert.equal(response.status, status);
		assert.equal(response.headers.get('content-range'), contentRange);
		assert.equal((await response.arrayBuffer()).byteLength, length);
	}
	const outside = await read(world, file.fid, { range: 'bytes=2500-' });
	assert.deepEqual([outside.status, await codeOf(outside)], [416, 'E-RANGE']);
});

test('segments are sent one by one, and what is missing is told', async () => {
	const world = await createWorld();
	const { fid } = await preload(world, 'segments');
	const segment = (number: number) => BYTES.subarray((number - 1) * 1_000, number * 1_000);
	assert.equal((await stream(world, `${fid}/segment/2`, segment(2))).status, 200);
	const state = await world.post(`${ORG}/files/${fid}/state`, {});
	assert.deepEqual((state.body as unknown as Answer).missing, [1, 3]);
	const early = await world.post(`${ORG}/files/${fid}/complete`, {});
	assert.deepEqual([early.status, early.body.error.code], [409, 'E-FILE-PARTS']);
	for (const number of [1, 3]) await stream(world, `${fid}/segment/${number}`, segment(number));
	const done = await world.post(`${ORG}/files/${fid}/complete`, {});
	assert.equal((done.body as unknown as Answer).ready, true);
	assert.equal((await stream(world, `${fid}/segment/x`, segment(1))).status, 200, 'already there');
});

test('what cannot be the content announced is refused, at once when its length tells', async () => {
	const world = await createWorld();
	const { fid } = await preload(world);
	const longer = new Uint8Array(2_501);
	const tooLong = await stream(world, `${fid}/content`, longer, { 'content-length': '2501' });
	assert.deepEqual([tooLong.status, tooLong.body.error?.code], [413, 'E-SIZE']);
	assert.equal((await stream(world, `${fid}/content`, longer)).body.error?.code, 'E-DIGEST');
	const other = await stream(world, `${fid}/content`, new Uint8Array(2_500));
	assert.deepEqual([other.status, other.body.error?.code], [422, 'E-DIGEST']);
	const media = await stream(world, `${fid}/content`, BYTES, { 'content-type': 'text/plain' });
	assert.equal(media.body.error?.code, 'E-MEDIA');
	const packed = await stream(world, `${fid}/content`, BYTES, { 'content-encoding': 'gzip' });
	assert.equal(packed.body.error?.code, 'E-MEDIA');
	const wild = await stream(world, `..%2F..%2Fetc/content`, BYTES);
	assert.equal(wild.body.error?.code, 'E-INPUT');
	const large = { type: 'NOTE', key: { board: 'blue', n: '1' }, way: 'whole', size: 5_000_001 };
	const announced = await world.post(`${ORG}/files/preload`, { ...large, digest: digestOf(BYTES) });
	assert.deepEqual([announced.status, announced.body.error.code], [413, 'E-SIZE']);
});

test('nobody sends, abandons or reads what is not theirs', async () => {
	const world = await createWorld();
	const { file } = await attached(world);
	const { fid } = await preload(world);
	const sent = await stream(world, `${fid}/content`, BYTES, {}, TOKENS.gus);
	assert.deepEqual([sent.status, sent.body.error?.code], [404, 'E-FILE']);
	const cancel = await world.post(`${ORG}/files/${fid}/cancel`, {}, {}, TOKENS.gus);
	assert.equal(cancel.body.error.code, 'E-FILE');
	for (const token of [TOKENS.gus, TOKENS.adm])
		assert.equal(await codeOf(await read(world, file.fid, {}, token)), 'E-FILE');
	assert.equal(await codeOf(await read(world, file.fid, {}, 'nobody-0123456789012')), 'E-TOKEN');
	await world.post(`${ORG}/call/BoardShut`, { board: 'blue' }, { 'operation-id': 's'.repeat(20) });
	assert.equal(await codeOf(await read(world, file.fid)), 'E-FILE');
});

const linkTo = async (world: World, fid: string) => {
	const asked = { type: 'NOTE', id: 'blue.1', fid };
	const { body } = await world.post(`${ORG}/files/address`, asked);
	return body as unknown as Answer & { url: string; expires: number };
};

const follow = (world: World, url: string, init: RequestInit = {}) =>
	world.server.fetch(new Request(`http://localhost${url}`, init));

test('an address is followed without a token, for its time, and says nothing of the document', async () => {
	const world = await createWorld();
	const { file } = await attached(world);
	const { url, expires } = await linkTo(world, file.fid);
	assert.equal(expires, world.clock.now() + 300_000);
	assert.equal(
		/blue|NOTE/.test(Buffer.from(url.split('/').at(-1) ?? '', 'base64url').toString()),
		false,
	);
	const whole = await follow(world, url);
	assert.deepEqual(new Uint8Array(await whole.arrayBuffer()), BYTES);
	const part = await follow(world, url, { headers: { range: 'bytes=1-2' } });
	assert.equal(part.status, 206);
	const head = await follow(world, url, { method: 'HEAD' });
	assert.deepEqual([head.status, head.headers.get('content-length')], [200, '2500']);
	assert.equal(await codeOf(await follow(world, url.replace(ORG, 'south'))), 'E-LINK');
	const forged = `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
	assert.equal(await codeOf(await follow(world, forged)), 'E-LINK');
	assert.equal(await codeOf(await follow(world, url, { method: 'POST' })), 'E-METHOD');
	world.clock.advance(300_000);
	const late = await follow(world, url);
	assert.deepEqual([late.status, await codeOf(late)], [403, 'E-LINK']);
});

test('an address is worth what its holder may read when it is followed', async () => {
	const world = await createWorld();
	const { file } = await attached(world);
	const { url } = await linkTo(world, file.fid);
	await world.post(`${ORG}/call/BoardShut`, { board: 'blue' }, { 'operation-id': 's'.repeat(20) });
	assert.equal(await codeOf(await follow(world, url)), 'E-FILE');
	const refused = await linkTo(world, file.fid);
	assert.equal(refused.error?.code, 'E-FILE');
});
