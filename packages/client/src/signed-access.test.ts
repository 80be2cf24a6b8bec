import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok } from '@navette/core';
import { generateSigningKey, hash, verify } from '@navette/crypto';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { credentialOf } from './credential.ts';
import { localError } from './local-error.ts';
import { presentRights } from './present-rights.ts';
import { createRenewal } from './renewal.ts';
import { createSessionSigner } from './session-signer.ts';
import { sendSigned } from './signed-request.ts';
import { createTestTimers } from './testing/test-timers.ts';

const random = createSeededRandom(5);
const BODY = new Uint8Array([1, 2, 3]);

const parts = (header: string) => {
	const [session = '', counter, time, signature = ''] = header.replace('Navette ', '').split('.');
	return { session, counter: Number(counter), time: Number(time), signature };
};
const refused = (code: 'E-CLOCK' | 'E-COUNTER' | 'E-TOKEN', detail?: Record<string, number>) =>
	ok({ status: 401, body: encodeCbor({ error: localError(code, detail) }) });

const newSigner = async (clock = createTestClock()) => {
	const key = await generateSigningKey({ random });
	return { key, clock, signer: createSessionSigner(key, () => clock.now()) };
};

test('a request is signed with what is asked, an instant and a counter that never comes again', async () => {
	const { key, clock, signer } = await newSigner();
	const all = await Promise.all([1, 2, 3].map(() => signer.authorize('POST', '/api/x', BODY)));
	const counters = all.map((header) => parts(header).counter);
	assert.equal(new Set(counters).size, 3);
	const { session, counter, time, signature } = parts(all[0] ?? '');
	const said = ['POST', '/api/x', '', hash('nv/body', BODY), session, counter, time];
	assert.ok(await verify(key.publicKey, 'nv/req', said, Buffer.from(signature, 'base64url')));
	const named = parts(await signer.authorize('POST', '/api/x', BODY, 'an-operation'));
	const values = [hash('nv/body', BODY), session, named.counter, named.time];
	assert.ok(
		await verify(
			...([key.publicKey, 'nv/req', ['POST', '/api/x', 'an-operation', ...values]] as const),
			Buffer.from(named.signature, 'base64url'),
		),
	);
	clock.advance(5);
	const later = createSessionSigner(key, () => clock.now());
	const next = parts(await later.authorize('POST', '/api/x', BODY)).counter;
	assert.ok(next > Math.max(...counters), 'another tab, or the next start, goes on above');
});

test('a device whose clock is wrong, or whose counter was used, signs again and passes', async () => {
	const { clock, signer } = await newSigner();
	const there = clock.now() + 3_600_000;
	const heard: { counter: number; time: number }[] = [];
	const transport = {
		async request(_path: string, _body: Uint8Array, headers: Readonly<Record<string, string>>) {
			const said = parts(headers.authorization ?? '');
			heard.push(said);
			if (Math.abs(said.time - there) > 1_000) return refused('E-CLOCK', { now: there });
			return heard.length === 2 ? refused('E-COUNTER') : ok({ status: 200, body: BODY });
		},
	};
	const sent = await sendSigned(transport, credentialOf({ signer }), '/api/x', BODY);
	assert.equal(sent.ok && sent.value.status, 200);
	assert.equal(new Set(heard.map(({ counter }) => counter)).size, 3);
});

test('M30: what cannot be an instant is not learnt, and no instant uses the counters up', async () => {
	const { clock, signer } = await newSigner();
	for (const told of [-1, 1e14, 999_999_999_999_999, Number.MAX_SAFE_INTEGER, Infinity, NaN]) {
		signer.learn(told);
		const { time, counter } = parts(await signer.authorize('POST', '/api/x', BODY));
		assert.equal(time, clock.now(), `${told}`);
		assert.ok(counter < 1e14, `${told}`);
	}
	signer.learn(1e14 - 1);
	assert.equal(parts(await signer.authorize('POST', '/api/x', BODY)).time, 1e14 - 1);
	signer.learn(clock.now());
	const { time, counter } = parts(await signer.authorize('POST', '/api/x', BODY));
	assert.equal(time, clock.now(), 'the true clock is learnt again');
	assert.ok(`${counter}`.length <= 15);
});

test('what is refused for good is asked once, and said in the words of a session', async () => {
	const { signer } = await newSigner();
	let asked = 0;
	const transport = {
		async request() {
			asked++;
			return refused('E-TOKEN');
		},
	};
	const credential = credentialOf({ signer });
	await sendSigned(transport, credential, '/api/x', BODY);
	assert.equal(asked, 1);
	assert.equal(credential.inWords(localError('E-TOKEN')).code, 'E-ENDED');
	assert.equal(credentialOf({ token: 'a-token' }).inWords(localError('E-TOKEN')).code, 'E-TOKEN');
	const gone = { request: async () => err('offline' as const) };
	assert.equal((await sendSigned(gone, credential, '/api/x', BODY)).ok, false);
});

test('on a socket the nonce of the server is signed, by its clock', async () => {
	const { key, clock, signer } = await newSigner();
	const credential = credentialOf({ signer });
	assert.equal(credential.greeting, `Navette ${bytesToBase64Url(key.publicKey)}`);
	const there = clock.now() - 7_200_000;
	const shown = await credential.prove('/api/x/socket', 'a-nonce', there);
	assert.equal(parts(shown ?? '').time, there);
	assert.equal(await credentialOf({ token: 'a-token' }).prove('/', 'a-nonce', there), undefined);
});

test('rights are presented with the signature of their holder, again by the clock of the server', async () => {
	const clock = createTestClock();
	const there = clock.now() + 600_000;
	const times: number[] = [];
	const transport = {
		async request(path: string) {
			assert.equal(path, '/api/north/call/session.open');
			times.push(1);
			if (times.length === 1) return refused('E-CLOCK', { now: there });
			const result = { account: 'ana', until: there + 1, end: there + 2 };
			return ok({ status: 200, body: encodeCbor({ result }) });
		},
	};
	const opened = await presentRights(
		{ transport, clock, random },
		{
			...{ org: 'north', rights: ['R'.repeat(22)], label: 'phone', kind: 'personal' },
			holder: await generateSigningKey({ random }),
			key: await generateSigningKey({ random }),
		},
	);
	assert.ok(opened.ok && opened.value.account === 'ana');
	const signed = await opened.value.signer.authorize('POST', '/', BODY);
	assert.equal(parts(signed).time, there, 'the clock of the server is known from then on');
});

test('a signed session says that it lives on; one that is over says so', async () => {
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	const calls: string[] = [];
	const ended: string[] = [];
	let isOver = false;
	const renewal = createRenewal({
		isSigned: true,
		async call(name) {
			calls.push(name);
			return isOver ? err(localError('E-ENDED')) : ok(null);
		},
		refused: ({ code }) => void ended.push(code),
		now: () => clock.now(),
		timers,
	});
	renewal.reached();
	await timers.advance(61 * 60_000);
	assert.deepEqual(calls, ['session.renew', 'session.renew', 'session.renew']);
	isOver = true;
	await timers.advance(20 * 60_000);
	assert.deepEqual(ended, ['E-ENDED']);
	renewal.close();
	await timers.advance(60 * 60_000);
	assert.equal(calls.length, 4);
});
