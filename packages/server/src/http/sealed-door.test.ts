import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { generateSealingKey, sealAsking } from '@navette/crypto';
import { SealedAnswer, sealedContext, sealedPath } from '@navette/protocol';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import * as v from 'valibot';
import { createRates, DEFAULT_RATES } from '../rate.ts';
import { createService } from '../service.ts';
import { createSealedDoor } from './sealed-door.ts';

const ORIGIN = 'http://service.test';

const createDoor = (once?: { isFirst(name: string, time: number): Promise<boolean> }) => {
	const random = createSeededRandom(3);
	const clock = createTestClock();
	const [key, older] = [generateSealingKey({ random }), generateSealingKey({ random })];
	const heard: Request[] = [];
	const since = clock.now();
	clock.advance(1_000);
	const door = createSealedDoor({
		...{ service: createService([]), rates: createRates(DEFAULT_RATES), random, since },
		now: () => clock.now(),
		keysOf: (name) => (name === 'notes' ? [key, older] : []),
		...{ addressOf: () => 'somewhere', once },
		async inside(request) {
			heard.push(request);
			return new Response(new Uint8Array(encodeCbor({ result: 'done' })));
		},
	});
	const post = (name: string, bytes: Uint8Array) =>
		door.request(`${ORIGIN}${sealedPath(name)}`, { method: 'POST', body: new Uint8Array(bytes) });
	const seal = (change: object = {}, to = key) => {
		const request = {
			...{ path: '/api/north/call/note.write', headers: { authorization: 'Bearer x' } },
			...{ body: encodeCbor({ text: 'hello' }), time: clock.now(), nonce: random.bytes(16) },
			...change,
		};
		const about = [...sealedContext('notes', 'asked')];
		return sealAsking(to.publicKey, about, encodeCbor(request), { random });
	};
	const ask = async (asking: Awaited<ReturnType<typeof seal>>) => {
		const answer = await post('notes', asking.bytes);
		if (answer.status !== 200) return String(answer.status);
		const bytes = new Uint8Array(await answer.arrayBuffer());
		const opened = await asking.openAnswer([...sealedContext('notes', 'answered')], bytes);
		assert.ok(opened.ok);
		const decoded = decodeCbor(opened.value);
		const said = v.parse(SealedAnswer, decoded.ok ? decoded.value : undefined);
		const inner = decodeCbor(said.body);
		const { error } = (inner.ok ? inner.value : {}) as {
			readonly error?: { readonly code: string };
		};
		return error?.code ?? 'done';
	};
	return { key, older, random, clock, heard, post, seal, ask };
};

test('what is sealed to a service is done as it was asked, by the newest key or one before', async () => {
	const { heard, seal, ask, older } = createDoor();
	assert.equal(await ask(await seal()), 'done');
	assert.equal(await ask(await seal({}, older)), 'done');
	const [first] = heard;
	assert.equal(first?.url, `${ORIGIN}/api/north/call/note.write`);
	assert.equal(first?.headers.get('authorization'), 'Bearer x');
	const body = decodeCbor(new Uint8Array(await first.arrayBuffer()));
	assert.deepEqual(body, { ok: true, value: { text: 'hello' } });
});

test('what another server of the site opened is not opened again', async () => {
	const asked: number[] = [];
	const { clock, heard, seal, ask } = createDoor({
		async isFirst(name, time) {
			assert.match(name, /^sealed\.[\w-]{22}$/);
			asked.push(time);
			return false;
		},
	});
	assert.equal(await ask(await seal()), 'E-COUNTER');
	assert.deepEqual([asked, heard.length], [[clock.now()], 0]);
});

test('M16, M29: what was sealed is done once, near its time, and not if it was sealed before the start', async () => {
	const { clock, heard, seal, ask } = createDoor();
	const asking = await seal();
	assert.equal(await ask(asking), 'done');
	assert.equal(await ask(asking), 'E-COUNTER');
	assert.equal(await ask(await seal({ time: clock.now() - 1_000 })), 'E-CLOCK', 'before the start');
	for (const shift of [-120_001, 120_001])
		assert.equal(await ask(await seal({ time: clock.now() + shift })), 'E-CLOCK');
	clock.advance(240_001);
	assert.equal(await ask(asking), 'E-CLOCK', 'its nonce is forgotten when its time is past');
	assert.equal(heard.length, 1);
});

test('what leads elsewhere than to the API, or to this door again, leads nowhere', async () => {
	const { heard, seal, ask } = createDoor();
	for (const path of [
		'/api/../metrics',
		'/api/sealed/notes',
		'/api/./sealed/notes',
		'/api/%2e%2e/x',
	])
		assert.equal(await ask(await seal({ path })), 'E-ADDRESS', path);
	assert.equal(await ask(await seal({ path: '//evil.test/api/x' })), '400');
	assert.equal(heard.length, 0);
});

test('what is for another service, was changed, or is none of it is refused and learns nothing', async () => {
	const { heard, post, seal, random } = createDoor();
	const { bytes } = await seal();
	const changed = bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1);
	for (const [name, sent] of [
		['notes', changed],
		['notes', new Uint8Array()],
		['notes', random.bytes(5_000)],
		['other', bytes],
	] as const)
		assert.equal((await post(name, sent)).status, 400);
	assert.equal((await post('notes', new Uint8Array(9_000_000))).status, 413);
	assert.equal(heard.length, 0);
});
