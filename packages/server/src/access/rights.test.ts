import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url, ok } from '@navette/core';
import { deriveKey, generateSigningKey, hash, sign, signingKeyFromSeed } from '@navette/crypto';
import type { Engine } from '@navette/engine';
import { createSeededRandom } from '@navette/testkit';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import { purgeExpired } from './purge-expired.ts';

const DAY = 86_400_000;
const random = createSeededRandom(8);
const operation = () => ({ 'operation-id': bytesToBase64Url(random.bytes(16)) });

/** A world with one offer, and how to claim it. */
const createOfferWorld = async (times: 'once' | 'many' = 'once') => {
	const world = await createWorld();
	const secret = random.bytes(16);
	const offer = bytesToBase64Url(deriveKey(secret, 'nv/key/lookup', 16));
	const accept = await signingKeyFromSeed(deriveKey(secret, 'nv/key/accept', 32));
	const adm = (name: string, input: unknown, token = TOKENS.adm) =>
		world.post(`${ORG}/call/${name}`, input, operation(), token);
	const made = await adm('right.offer', {
		...{ offer, acceptKey: bytesToBase64Url(accept.publicKey), label: 'blue' },
		rights: [{ usage: 'MEM', subject: 'blue', power: 1 }],
		...{ days: 7, rightDays: 30, times },
	});
	assert.equal(made.status, 200);
	const publicly = async (path: string, input: unknown) => {
		const response = await world.server.fetch(
			new Request(`http://localhost/api/${ORG}/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...operation() },
				body: JSON.stringify(input),
			}),
		);
		return { status: response.status, ...((await response.json()) as { result?: never }) };
	};
	const claim = async (about: { by?: typeof accept; org?: string } = {}) => {
		const holder = await generateSigningKey({ random });
		const key = bytesToBase64Url(holder.publicKey);
		const said = [about.org ?? ORG, 'claimed', offer, key];
		const signature = bytesToBase64Url(await sign(about.by ?? accept, 'nv/accept', said));
		const asked = { offer, holder: key, signature };
		return { asked, ...(await publicly('call/right.claim', asked)) };
	};
	const count = async (type: string) => {
		const read = await world.engine.read(
			ORG,
			() => ({ id: 'test', rights: [] }),
			async (source) => ok((await source.list(type)).length),
		);
		return read.ok ? read.value : -1;
	};
	return { ...world, adm, publicly, claim, count, offer, accept };
};

test('an offered right goes to whoever signs with its secret, once; again to the same key', async () => {
	const { claim, publicly, count, offer } = await createOfferWorld();
	assert.equal((await publicly('report/right.look', { offer })).status, 200);
	assert.equal((await claim({ by: await generateSigningKey({ random }) })).status, 404);
	assert.equal((await claim({ org: 'south' })).status, 404);
	const first = await claim();
	assert.equal(first.status, 200);
	assert.deepEqual((await publicly('call/right.claim', first.asked)).result, first.result);
	assert.equal((await claim()).status, 404);
	assert.equal((await publicly('report/right.look', { offer })).status, 404);
	assert.equal(await count('RIGHT'), 1);
});

test('an offer for many gives each a right of its own; taken back or too late, none', async () => {
	const { claim, adm, count, clock, offer } = await createOfferWorld('many');
	assert.deepEqual([(await claim()).status, (await claim()).status], [200, 200]);
	assert.equal(await count('RIGHT'), 2);
	clock.advance(7 * DAY);
	assert.equal((await claim()).status, 404);
	clock.advance(-DAY);
	assert.equal((await adm('right.cancel', { offer }, TOKENS.mia)).status, 403);
	assert.equal((await adm('right.cancel', { offer })).status, 200);
	assert.equal((await claim()).status, 404);
	assert.equal((await adm('right.offer', {}, TOKENS.mia)).status, 400);
});

test('a holder who may be here already is told when another right comes, a new one is not', async () => {
	const { adm, count } = await createOfferWorld();
	const issue = (right: string, holder: string) =>
		adm('right.issue', {
			...{ right: right.repeat(22), holder, label: 'Ana', until: 4_000_000_000_000 },
			rights: [{ usage: 'MEM', subject: 'blue', power: 1 }],
		});
	const holder = bytesToBase64Url(hash('nv/public-key', random.bytes(32)));
	assert.equal((await issue('R', holder)).status, 200);
	assert.equal(await count('REVOCATION'), 0);
	assert.equal((await issue('S', holder)).status, 200);
	assert.equal(await count('REVOCATION'), 1);
});

const purge = async (engine: Engine): Promise<void> => {
	const handled = await purgeExpired(2).handler(undefined as never, {});
	assert.ok(handled.ok && handled.value);
	const work = handled.value;
	await engine.run({ org: ORG, caller: () => ({ id: 'task', rights: [] }), work });
};

test('each night what expired a day ago goes: rights, offers, sessions, notes of withdrawals', async () => {
	const { adm, claim, count, clock, engine } = await createOfferWorld('many');
	await claim();
	await adm('right.revoke', { right: 'X'.repeat(22) });
	await engine.run({
		...{ org: ORG, caller: () => ({ id: 'test', rights: [] }) },
		async work(context) {
			const life = { until: context.now + DAY, end: context.now + 2 * DAY };
			const data = {
				account: 'ana',
				label: '',
				kind: 'anonymous',
				rights: [],
				created: 0,
				...life,
			};
			await context.write('SESSION', { session: 'S'.repeat(43) }, data);
			return ok(null);
		},
	});
	const night = async () => {
		await purge(engine);
		return Promise.all(['SESSION', 'RIGHT', 'OFFER', 'REVOCATION'].map(count));
	};
	assert.deepEqual(await night(), [1, 1, 1, 1]);
	clock.advance(DAY);
	assert.deepEqual(await night(), [1, 1, 1, 0]);
	clock.advance(DAY);
	assert.deepEqual(await night(), [0, 1, 1, 0]);
	clock.advance(6 * DAY);
	assert.deepEqual(await night(), [0, 1, 0, 0]);
	clock.advance(23 * DAY);
	assert.deepEqual(await night(), [0, 0, 0, 0]);
});

test('an offer that was taken up is kept as long as its right: it says which right came of it', async () => {
	const { claim, count, clock, engine } = await createOfferWorld();
	await claim();
	const left = async () => {
		await purge(engine);
		return Promise.all(['RIGHT', 'OFFER'].map(count));
	};
	clock.advance(29 * DAY);
	assert.deepEqual(await left(), [1, 1]);
	clock.advance(10 * DAY);
	assert.deepEqual(await left(), [0, 0]);
});
