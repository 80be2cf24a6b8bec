/**
 * Point 3, signatures: a login sends no secret and nothing that serves twice; every request and each
 * greeting is signed with a counter; what is replayed is refused. Real server, real client, real Argon2id.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	createWebTransport,
	credentialOf,
	presentRights,
	sendSigned,
	type Transport,
} from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, systemClock, systemRandom } from '@navette/core';
import { generateSigningKey, hash } from '@navette/crypto';
import { type Identity, login } from '@navette/directory/client';
import type { ServerFrame } from '@navette/protocol';
import { startCluster } from '@navette/storage-postgres/testing';
import { openBoxDevice } from '../engine/support/box-device.ts';
import { openFleet } from '../engine/support/fleet.ts';
import { BOX_KEEPER } from '../first-light/support/boxes.ts';
import { boardsApplication } from './support/boards.ts';
import { must, registered, sessionAt, signerAt, takeRight, until } from './support/member.ts';
import { directoryDepsOf, type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };

/** One request as it went over the wire. */
interface Heard {
	readonly path: string;
	readonly body: Uint8Array;
	readonly headers: Readonly<Record<string, string>>;
}

/** A transport that notes what goes through it. */
const tapped = (service: { readonly url: string }) => {
	const inner = createWebTransport({ baseUrl: service.url });
	const requests: Heard[] = [];
	const frames: Uint8Array[] = [];
	const transport: Transport = {
		request(path, body, headers) {
			requests.push({ path, body, headers });
			return inner.request(path, body, headers);
		},
		connect(path, handlers) {
			const socket = inner.connect(path, handlers);
			const send = (bytes: Uint8Array) => {
				frames.push(bytes);
				socket.send(bytes);
			};
			return { ...socket, send };
		},
	};
	return { transport, requests, frames };
};

const again = async (url: string, { path, body, headers }: Heard) => {
	const answer = await createWebTransport({ baseUrl: url }).request(path, body, headers);
	const decoded = answer.ok ? decodeCbor(answer.value.body) : undefined;
	const { error } = (decoded?.ok ? decoded.value : {}) as { error?: { code: string } };
	return error?.code ?? (answer.ok ? answer.value.status : 'offline');
};

/** The signer of a session at the boxes, opened by a right that their keeper issues. */
const boxSigner = async (transport: Transport) => {
	const deps = { transport, clock: systemClock, random: systemRandom };
	const [holder, key] = [await generateSigningKey(deps), await generateSigningKey(deps)];
	const right = bytesToBase64Url(systemRandom.bytes(16));
	const issued = {
		...{ right, label: 'box', until: systemClock.now() + 86_400_000 },
		holder: bytesToBase64Url(hash('nv/public-key', holder.publicKey)),
		rights: [{ usage: 'BOX', subject: '', power: 1 }],
	};
	const headers = {
		...{ authorization: `Bearer ${BOX_KEEPER}`, 'content-type': 'application/cbor' },
		'operation-id': bytesToBase64Url(systemRandom.bytes(16)),
	};
	await transport.request('/api/boxes/call/right.issue', encodeCbor(issued), headers);
	const asked = { org: 'boxes', rights: [right], holder, key, label: 'box' } as const;
	return must(await presentRights(deps, { ...asked, kind: 'personal' })).signer;
};

let service: ServiceAtWork;
let ana: Identity;
before(async () => {
	service = await startService('north', boardsApplication);
	ana = await registered(service, 'ana');
	await takeRight(ana, service, await service.offer('MEM', 'blue'), 'blue');
});
after(() => service.close());

test(
	'3. a login sends no phrase, no key that follows from them, and nothing that serves twice',
	bounded,
	async () => {
		const tap = tapped(service);
		const deps = { ...(await directoryDepsOf(service.url)), wire: tap.transport };
		const phrases = { first: 'ana of the first orchard', second: 'ana has a first phrase' };
		const entered = must(await login(deps, { phrases, label: 'desk', kind: 'anonymous' }));
		const sent = Buffer.concat(tap.requests.map(({ body }) => body)).toString('latin1');
		const key = Buffer.from(entered.accountKey());
		for (const secret of ['orchard', 'phrase', key.toString('latin1'), key.toString('base64url')])
			assert.ok(!sent.includes(secret));
		assert.ok(sent.includes(entered.signer.session), 'the search finds what was sent');
		const opening = tap.requests.find(({ path }) => path.endsWith('/login.open'));
		assert.ok(opening);
		const replayed = { ...opening, headers: { 'operation-id': 'replayed-0123456789' } };
		assert.equal(await again(service.url, replayed), 'E-TOKEN');
		await entered.close();
	},
);

test(
	'3. every request is signed with a counter of its own, and each greeting over the nonce of its socket',
	bounded,
	async (t) => {
		const tap = tapped(service);
		const session = await sessionAt(t, service, await signerAt(ana, service), tap.transport);
		await until('there', () => session.sync.get().kind === 'up-to-date');
		const names = ['one', 'two', 'three'];
		for (const n of names) must(await session.call('NoteWrite', { board: 'blue', n, text: n }));
		const me = names.map(() => session.report('me', {}));
		await until('reports', () => me.every((one) => one.get().result !== undefined));
		const list = session.report('sessions', {});
		await until('list', () => list.get().result !== undefined);
		assert.ok(tap.requests.length >= 2);
		const headers = tap.requests.map(({ headers: { authorization = '' } }) => authorization);
		for (const header of headers) assert.match(header, /^Navette [\w-]{43}\.\d+\.\d+\.[\w-]{86}$/);
		assert.equal(new Set(headers.map((header) => header.split('.')[1])).size, headers.length);
		const greetings = tap.frames
			.map((bytes) => decodeCbor(bytes))
			.flatMap((frame) => (frame.ok ? [frame.value as { kind: string; token?: string }] : []))
			.filter(({ kind }) => kind === 'hello');
		assert.equal(greetings.length, 2, 'its name, then what it was asked');
		assert.match(greetings[0]?.token ?? '', /^Navette [\w-]{43}$/);
		const [first] = tap.requests;
		assert.ok(first);
		assert.equal(await again(service.url, first), 'E-COUNTER');
		const altered = { ...first, body: new Uint8Array([0xa1, 0x61, 0x78, 1]) };
		assert.equal(await again(service.url, altered), 'E-TOKEN');
		const moved = { ...first, path: first.path.replace('/me', '/sessions') };
		assert.notEqual(moved.path, first.path);
		assert.equal(await again(service.url, moved), 'E-TOKEN');
	},
);

test('3. a greeting that was overheard opens no other socket', bounded, async (t) => {
	const tap = tapped(service);
	const session = await sessionAt(t, service, await signerAt(ana, service), tap.transport);
	await until('there', () => session.sync.get().kind === 'up-to-date');
	const greeting = tap.frames[1];
	assert.ok(greeting);
	const answers: ServerFrame[] = [];
	const socket = new WebSocket(`${service.url.replace('http', 'ws')}/api/north/socket`);
	t.after(() => socket.close());
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('open', () => socket.send(new Uint8Array(greeting)));
	socket.addEventListener('message', ({ data }) => {
		const frame = decodeCbor(new Uint8Array(data as ArrayBuffer));
		if (frame.ok) answers.push(frame.value as ServerFrame);
	});
	await until('an answer', () => answers.length > 0);
	assert.equal(answers[0]?.kind, 'refused');
});

test('3. restarted, the server believes nothing signed before', bounded, async (t) => {
	const tap = tapped(service);
	const session = await sessionAt(t, service, await signerAt(ana, service), tap.transport);
	const me = session.report('me', {});
	await until('report', () => me.get().result !== undefined);
	const asked = tap.requests.find(({ path }) => path.endsWith('/me'));
	assert.ok(asked);
	assert.equal(await again(service.url, asked), 'E-COUNTER');
	await service.restart();
	assert.equal(await again(service.url, asked), 'E-CLOCK');
	await until('the device came back', () => session.sync.get().kind === 'up-to-date');
});

test(
	'3. what one server heard, read or written, no other server of its site hears again',
	bounded,
	async (t) => {
		const cluster = await startCluster();
		const fleet = await openFleet({ NAVETTE_DATABASE_URL: await cluster.createDatabase() });
		t.after(async () => {
			await fleet.close();
			await cluster.stop();
		});
		const [one, two] = [await fleet.start(), await fleet.start()];
		const tap = tapped(one);
		const credential = credentialOf({ signer: await boxSigner(tap.transport) });
		const ask = (path: string, input: object, headers = {}) =>
			sendSigned(tap.transport, credential, `/api/boxes/${path}`, encodeCbor(input), headers);
		const put = () =>
			ask('call/BoxPut', { n: 'a' }, { 'operation-id': crypto.randomUUID().replaceAll('-', '') });
		tap.requests.length = 0;
		for (const answered of [await ask('report/me', {}), await put()])
			assert.equal(answered.ok && answered.value.status, 200);
		const [read, written] = tap.requests;
		assert.ok(read && written);
		for (const heard of [read, written])
			for (const { url } of [two, one]) assert.equal(await again(url, heard), 'E-COUNTER');
		const renamed = { ...written.headers, 'operation-id': 'Z'.repeat(22) };
		assert.equal(await again(two.url, { ...written, headers: renamed }), 'E-TOKEN');
		const device = await openBoxDevice(two.url);
		t.after(() => device.close());
		await device.until((all) => all.a === 1);
		await put();
		await device.until((all) => Number(all.a) > 1);
		assert.equal(device.boxes().a, 2, 'each was done once');
	},
);
