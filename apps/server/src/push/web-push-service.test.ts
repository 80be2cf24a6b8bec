import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { completeKeyRings, createSiteKeys } from '@navette/site-keys';
import { createSeededRandom } from '@navette/testkit';
import type { Resolver } from './public-lookup.ts';
import { vapidKeys } from './vapid-keys.ts';
import { answerToOutcome, createWebPushService } from './web-push-service.ts';

const rings = (seed: number) => completeKeyRings({}, createSeededRandom(seed));
const keysOf = (seed: number) =>
	vapidKeys(createSiteKeys(() => rings(seed), createSeededRandom(9)).for('push'));

const device = () => {
	const curve = createECDH('prime256v1');
	curve.generateKeys();
	return {
		p256dh: curve.getPublicKey('base64url'),
		auth: randomBytes(16).toString('base64url'),
	};
};

const never: Resolver = () => assert.fail('nothing is looked up');

const push = (endpoint: string) => ({
	...{ endpoint, ...device() },
	payload: new Uint8Array(512),
	isUrgent: true,
	ttl: 60,
});

/** A push service on this machine that answers as told, and keeps what it was sent. */
const listen = async (status: number, headers: Record<string, string> = {}) => {
	const heard: { readonly request: IncomingMessage; readonly size: number }[] = [];
	const server = createServer((request, response) => {
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
		});
		request.on('end', () => {
			heard.push({ request, size });
			response.writeHead(status, headers).end('a body that nobody reads');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const service = createWebPushService({
		keys: keysOf(1),
		contact: 'mailto:ada@example.org',
		rules: { hosts: [], plain: [host] },
		resolve: never,
	});
	return { heard, service, url: `http://${host}/wpush/1`, close: () => server.close() };
};

test('the keys of a site follow from its ring, and from nothing else', () => {
	assert.deepEqual(keysOf(1), keysOf(1));
	assert.notDeepEqual(keysOf(1), keysOf(2));
	assert.equal(Buffer.from(keysOf(1).publicKey, 'base64url').length, 65);
	assert.equal(Buffer.from(keysOf(1).privateKey, 'base64url').length, 32);
});

test('a message leaves sealed, signed by the site, always as long', async () => {
	const { heard, service, url, close } = await listen(201);
	assert.deepEqual(await service.send(push(url)), { kind: 'sent' });
	assert.deepEqual(await service.send({ ...push(url), isUrgent: false }), { kind: 'sent' });
	close();
	const [first, second] = heard;
	assert.equal(first?.request.headers['content-encoding'], 'aes128gcm');
	assert.equal(first?.request.headers.urgency, 'high');
	assert.equal(second?.request.headers.urgency, 'normal');
	assert.equal(first?.request.headers.ttl, '60');
	assert.match(String(first?.request.headers.authorization), /^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=/);
	assert.equal(first?.size, second?.size);
});

test('what an answer means', async () => {
	for (const [status, kind] of [
		[200, 'sent'],
		[201, 'sent'],
		[202, 'sent'],
		[404, 'gone'],
		[410, 'gone'],
		[400, 'refused'],
		[403, 'refused'],
		[413, 'refused'],
		[408, 'later'],
		[429, 'later'],
		[500, 'later'],
		[503, 'later'],
		[301, 'later'],
		[0, 'later'],
	] as const)
		assert.equal(answerToOutcome({ status, retryAfter: undefined }).kind, kind, String(status));
	const { service, url, close } = await listen(429, { 'retry-after': '120' });
	assert.deepEqual(await service.send(push(url)), {
		kind: 'later',
		reason: 'HTTP 429',
		seconds: 120,
	});
	close();
});

test('a redirection is not followed', async () => {
	const inner = await listen(200);
	const { service, url, close } = await listen(307, { location: inner.url });
	assert.deepEqual(await service.send(push(url)), { kind: 'later', reason: 'HTTP 307' });
	assert.equal(inner.heard.length, 0);
	inner.close();
	close();
});

test('a service that is not there is tried later', async () => {
	const { service, url, close } = await listen(200);
	close();
	const outcome = await service.send(push(url));
	assert.deepEqual(outcome, { kind: 'later', reason: 'ECONNREFUSED' });
});

test('an address that is none of a push service is refused before anything is looked up', async () => {
	const service = createWebPushService({
		keys: keysOf(1),
		contact: 'mailto:ada@example.org',
		rules: { hosts: [], plain: [] },
		resolve: never,
	});
	for (const endpoint of ['http://127.0.0.1/x', 'https://evil.example/x', 'nonsense'])
		assert.deepEqual(await service.send(push(endpoint)), { kind: 'refused' });
});

test('a name that leads inside is refused, when it is used and whatever it answered before', async () => {
	const answers: LookupAddress[][] = [
		[{ address: '127.0.0.1', family: 4 }],
		[
			{ address: '1.1.1.1', family: 4 },
			{ address: '10.0.0.7', family: 4 },
		],
		[{ address: '::ffff:169.254.169.254', family: 6 }],
		[],
	];
	for (const addresses of answers) {
		const service = createWebPushService({
			keys: keysOf(1),
			contact: 'mailto:ada@example.org',
			rules: { hosts: [], plain: [] },
			resolve: (_host, _options, done) => done(null, addresses),
		});
		const outcome = await service.send(push('https://fcm.googleapis.com/fcm/send/x'));
		assert.deepEqual(outcome, { kind: 'refused' });
	}
});

test('a key that is no point of the curve is refused: nothing is tried again for it', async () => {
	const { heard, service, url, close } = await listen(201);
	const outcome = await service.send({ ...push(url), p256dh: `B${'A'.repeat(86)}` });
	assert.deepEqual([outcome, heard.length], [{ kind: 'refused' }, 0]);
	close();
});
