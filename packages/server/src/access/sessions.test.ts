import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, ok, utf8ToBytes } from '@navette/core';
import { generateSigningKey, hash, type SigningKey, sign } from '@navette/crypto';
import { createSeededRandom } from '@navette/testkit';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import { createSignedRequests, parseSignedRequest } from './signed-request.ts';

const RIGHT = `${'R'.repeat(21)}A`;
const random = createSeededRandom(7);
/** Every session is one of here. */
const EVERY_SESSION = { isKnown: async () => true };
const textOf = (key: SigningKey): string => bytesToBase64Url(key.publicKey);

/** A world where Ana holds a right on the blue board, for so many days. */
const createRightWorld = async (days = 10) => {
	const world = await createWorld();
	const [holder, session] = [
		await generateSigningKey({ random }),
		await generateSigningKey({ random }),
	];
	const operation = () => ({ 'operation-id': bytesToBase64Url(random.bytes(16)) });
	const adm = (name: string, input: unknown) =>
		world.post(`${ORG}/call/${name}`, input, operation(), TOKENS.adm);
	await adm('right.issue', {
		...{ right: RIGHT, account: 'ana', label: 'Ana' },
		holder: bytesToBase64Url(hash('nv/public-key', holder.publicKey)),
		rights: [{ usage: 'MEM', subject: 'blue', power: 1 }],
		until: world.clock.now() + days * 86_400_000,
	});
	let counter = 0;
	const header = async (
		path: string,
		body: string,
		about: {
			readonly method?: string;
			readonly operation?: string;
			readonly counter?: number;
			readonly time?: number;
			readonly key?: SigningKey;
			/** Session that the header names. */
			readonly named?: SigningKey;
		} = {},
	) => {
		const { method = 'POST', key = session } = about;
		const name = textOf(about.named ?? session);
		const number = about.counter ?? ++counter;
		const time = about.time ?? world.clock.now();
		const said = [
			...[method, path, about.operation ?? '', hash('nv/body', utf8ToBytes(body))],
			...[name, number, time],
		];
		const signature = bytesToBase64Url(await sign(key, 'nv/req', said));
		return `Navette ${name}.${number}.${time}.${signature}`;
	};
	const send = (path: string, body: string, authorization: string, more = {}) =>
		world.post(path, body, { authorization, ...more });
	const ask = async (path: string, body: unknown, about = {}) => {
		const text = JSON.stringify(body);
		const named = path.includes('/call/') ? operation() : undefined;
		const said = { operation: named?.['operation-id'] ?? '', ...about };
		return send(path, text, await header(`/api/${path}`, text, said), named);
	};
	const present = async (by: SigningKey = holder, kind = 'personal', signer = by) => {
		const time = world.clock.now();
		const said = [ORG, textOf(session), [RIGHT], time, kind];
		const input = {
			...{
				session: textOf(session),
				holder: textOf(by),
				rights: [RIGHT],
				time,
				label: 'phone',
				kind,
			},
			signature: bytesToBase64Url(await sign(signer, 'nv/right', said)),
		};
		const body = new Uint8Array(encodeCbor(input));
		const response = await world.server.fetch(
			new Request(`http://localhost/api/${ORG}/call/session.open`, {
				method: 'POST',
				headers: { 'content-type': 'application/cbor', accept: 'application/json', ...operation() },
				body,
			}),
		);
		return response.status;
	};
	return { world, adm, header, send, ask, present, session, holder };
};

test('a right is presented by its holder alone; the session then signs what it asks', async () => {
	const { ask, present, holder } = await createRightWorld();
	assert.equal((await ask(`${ORG}/report/me`, {})).status, 401);
	const thief = await generateSigningKey({ random });
	assert.equal(await present(thief), 401);
	assert.equal(await present(holder, 'personal', thief), 401);
	assert.equal(await present(), 200);
	const me = await ask(`${ORG}/report/me`, {});
	assert.equal(me.status, 200);
	assert.equal((me.body.result as { account: string }).account, 'ana');
});

test('what opened a session opens none again, even once it was ended', async () => {
	const { ask, present, session } = await createRightWorld();
	assert.equal(await present(), 200);
	assert.equal(await present(), 401);
	assert.equal((await ask(`${ORG}/call/session.end`, { session: textOf(session) })).status, 200);
	assert.equal((await ask(`${ORG}/report/me`, {})).status, 401);
	assert.equal(await present(), 401);
});

test('a request passes once: not replayed, altered, moved, signed by another, early or late', async () => {
	const { world, ask, header, send, present } = await createRightWorld();
	await present();
	const path = `${ORG}/report/me`;
	const once = await header(`/api/${path}`, '{}');
	assert.equal((await send(path, '{}', once)).status, 200);
	const again = await send(path, '{}', once);
	assert.deepEqual([again.status, again.body.error.code], [401, 'E-COUNTER']);
	assert.equal((await send(path, '{ }', await header(`/api/${path}`, '{}'))).status, 401);
	assert.equal(
		(await send(`${ORG}/report/sessions`, '{}', await header(`/api/${path}`, '{}'))).status,
		401,
	);
	assert.equal((await ask(path, {}, { key: await generateSigningKey({ random }) })).status, 401);
	assert.equal((await ask(path, {}, { method: 'GET' })).status, 401);
	for (const time of [world.clock.now() - 121_000, world.clock.now() + 11_000]) {
		const refused = await ask(path, {}, { time });
		assert.equal(refused.body.error.code, 'E-CLOCK');
	}
	assert.equal((await ask(path, {}, { counter: 5_000 })).status, 200);
	assert.equal((await ask(path, {}, { counter: 4_000 })).status, 200);
});

test('nothing that was signed before a process began is believed by it', async () => {
	const { header, world } = await createRightWorld();
	const asked = { org: ORG, method: 'POST', path: '/api/x', operation: '', body: new Uint8Array() };
	const begun = world.clock.now() + 5_000;
	const checks = createSignedRequests({ ...EVERY_SESSION, now: () => begun + 1_000, since: begun });
	const codeAt = async (time: number) => {
		const signed = parseSignedRequest(await header('/api/x', '', { time }));
		return signed && (await checks.check(signed, asked))?.code;
	};
	assert.equal(await codeAt(begun - 1), 'E-CLOCK');
	assert.equal(await codeAt(begun), undefined);
});

test('what one process heard passes no other that shares what was heard; a greeting asks nobody', async () => {
	const { header, world } = await createRightWorld();
	const now = () => world.clock.now();
	const heard = new Set<string>();
	const asked: string[] = [];
	const once = {
		async isFirst(name: string, time: number) {
			asked.push(name);
			const isFirst = !heard.has(`${time} ${name}`);
			heard.add(`${time} ${name}`);
			return isFirst;
		},
	};
	const processes = [1, 2].map(() => createSignedRequests({ ...EVERY_SESSION, now, once }));
	const said = { org: ORG, path: '/api/x', operation: '', body: new Uint8Array() };
	const codesOf = async (method: string) => {
		const signed = parseSignedRequest(await header('/api/x', '', { method })) ?? assert.fail();
		return Promise.all(
			processes.map(async (each) => (await each.check(signed, { method, ...said }))?.code),
		);
	};
	assert.deepEqual(await codesOf('POST'), [undefined, 'E-COUNTER']);
	assert.equal(asked.length, 2);
	assert.deepEqual(await codesOf('SOCKET'), [undefined, undefined]);
	assert.equal(asked.length, 2, 'it is for the nonce of one socket');
});

test('keys that no session has leave nothing: noted nowhere, nobody displaced, asked of the store alone', async () => {
	const { header, session, world } = await createRightWorld();
	const noted: string[] = [];
	const once = { isFirst: async (name: string) => noted.push(name) > 0 };
	const looked: string[] = [];
	const isKnown = async (org: string, name: string) => {
		looked.push(`${org} ${name}`);
		return name === textOf(session);
	};
	const checks = createSignedRequests({ now: () => world.clock.now(), isKnown, once });
	const asked = { org: ORG, method: 'POST', path: '/api/x', operation: '', body: new Uint8Array() };
	const codeOf = async (key: SigningKey, counter: number) => {
		const text = await header('/api/x', '', { key, named: key, counter });
		return (await checks.check(parseSignedRequest(text) ?? assert.fail(), asked))?.code;
	};
	const invented = await generateSigningKey({ random });
	assert.equal(await codeOf(invented, 1), 'E-TOKEN');
	assert.deepEqual(noted, []);
	for (const counter of [1, 2]) assert.equal(await codeOf(session, counter), undefined);
	assert.deepEqual(noted, [`${textOf(session)}.1`, `${textOf(session)}.2`]);
	assert.equal(looked.filter((one) => one === `${ORG} ${textOf(session)}`).length, 1, 'asked once');
});

test('an operation is done under the id that was signed, and under no other', async () => {
	const { ask, header, present, send } = await createRightWorld();
	await present();
	const path = `${ORG}/call/session.renew`;
	const operation = 'O'.repeat(22);
	const signed = await header(`/api/${path}`, '{}', { operation });
	const other = await send(path, '{}', signed, { 'operation-id': 'P'.repeat(22) });
	assert.deepEqual([other.status, other.body.error.code], [401, 'E-TOKEN']);
	assert.equal((await send(path, '{}', signed, { 'operation-id': operation })).status, 200);
	assert.equal((await ask(path, {})).status, 200);
});

test('a signed greeting opens a socket once; the right revoked, it is closed at once', async () => {
	const { world, adm, header, present, session } = await createRightWorld();
	await present();
	const name = { kind: 'hello', protocol: 1, token: `Navette ${textOf(session)}` } as const;
	const one = world.connect();
	const [challenge] = await one.say(name);
	assert.ok(challenge?.kind === 'challenge');
	const token = await header(`/api/${ORG}/socket`, challenge.nonce, { method: 'SOCKET' });
	const hello = { kind: 'hello', protocol: 1, token } as const;
	const [welcome] = await one.say(hello);
	assert.equal(welcome?.kind, 'welcome');
	const elsewhere = world.connect();
	const [another] = await elsewhere.say(name);
	assert.ok(another?.kind === 'challenge' && another.nonce !== challenge.nonce);
	for (const socket of [elsewhere, world.connect()])
		assert.equal((await socket.say(hello))[0]?.kind, 'refused');
	await adm('right.revoke', { right: RIGHT });
	await one.heard();
	assert.equal(one.socket.closed, 4401);
});

test('two keys of one account do not see, name or end the sessions of each other', async () => {
	const { world, adm, ask, present } = await createRightWorld();
	assert.equal(await present(), 200);
	const other = 'O'.repeat(43);
	await world.engine.run({
		...{ org: ORG, caller: () => ({ id: 'test', rights: [] }) },
		async work(context) {
			const life = { until: context.now + 1e6, end: context.now + 1e6, created: 0 };
			const data = { account: 'ana', label: 'desk', kind: 'personal', rights: [], ...life };
			await context.write('SESSION', { session: other }, { ...data, holder: 'another key' });
			return ok(null);
		},
	});
	const list = async () => (await ask(`${ORG}/report/sessions`, {})).body.result as object[];
	assert.equal((await list()).length, 1);
	const named = await ask(`${ORG}/call/session.name`, { session: other, label: 'mine' });
	assert.equal(named.status, 409);
	await ask(`${ORG}/call/session.end`, { session: other });
	const kept = await world.engine.read(
		ORG,
		() => ({ id: 'test', rights: [] }),
		async (source) => ok(await source.read<{ ended?: true }>('SESSION', { session: other })),
	);
	assert.ok(kept.ok && kept.value && !kept.value.ended);
	assert.equal((await adm('right.revoke', { right: RIGHT })).status, 200);
});

test('a session that is over by itself, or whose right is, leaves its open socket within five minutes', async () => {
	const { world, header, present, session, holder } = await createRightWorld();
	await present(holder, 'anonymous');
	const one = world.connect();
	const name = { kind: 'hello', protocol: 1, token: `Navette ${textOf(session)}` } as const;
	const [challenge] = await one.say(name);
	assert.ok(challenge?.kind === 'challenge');
	const token = await header(`/api/${ORG}/socket`, challenge.nonce, { method: 'SOCKET' });
	await one.say({ kind: 'hello', protocol: 1, token });
	const beats = async (count: number) => {
		for (let n = 0; n < count; n++) world.fire(15_000);
		await one.heard();
	};
	await beats(20);
	assert.equal(one.socket.closed, undefined);
	world.clock.advance(3_700_000);
	await beats(19);
	assert.equal(one.socket.closed, undefined);
	await beats(1);
	assert.equal(one.socket.closed, 4401);
});

test('an anonymous session ends an hour after it was last used', async () => {
	const { world, ask, present, holder } = await createRightWorld();
	assert.equal(await present(holder, 'anonymous'), 200);
	world.clock.advance(3_500_000);
	assert.equal((await ask(`${ORG}/call/session.renew`, {})).status, 200);
	world.clock.advance(3_500_000);
	assert.equal((await ask(`${ORG}/report/me`, {})).status, 200);
	world.clock.advance(200_000);
	assert.equal((await ask(`${ORG}/report/me`, {})).status, 401);
});

test('a session that is used and renewed ends all the same: a day for anybody, thirty for a person', async () => {
	const lives = [
		['anonymous', 24, 0.9],
		['personal', 30 * 24, 100],
	] as const;
	for (const [kind, hours, step] of lives) {
		const { world, ask, present, holder } = await createRightWorld(60);
		assert.equal(await present(holder, kind), 200);
		const renew = async () => (await ask(`${ORG}/call/session.renew`, {})).status;
		let lived = 0;
		for (; lived + step < hours; lived += step) {
			world.clock.advance(step * 3_600_000);
			assert.equal(await renew(), 200, `${kind}, after ${lived + step} hours`);
		}
		world.clock.advance((hours - lived) * 3_600_000 - 1_000);
		assert.equal((await ask(`${ORG}/report/me`, {})).status, 200, kind);
		world.clock.advance(2_000);
		assert.equal((await ask(`${ORG}/report/me`, {})).status, 401, kind);
	}
});

test('a stranger asks what is public, and nothing else', async () => {
	const { world } = await createRightWorld();
	const post = (path: string) =>
		world.server.fetch(
			new Request(`http://localhost/api/${ORG}/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'operation-id': 'O'.repeat(22) },
				body: '{}',
			}),
		);
	assert.equal((await post('call/session.open')).status, 400);
	for (const path of ['report/me', 'report/sessions', 'call/session.end', 'open', 'pull', 'frame'])
		assert.equal((await post(path)).status, 401, path);
});
