import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '@navette/core';
import type { Engine } from '@navette/engine';
import { bearerOf } from '@navette/server';
import { DEMONSTRATION_ROLES, seedDemonstration } from './demonstration.ts';
import { selfCheck, selfCheckDirectories } from './self-check.ts';
import { createEmptyWorld, ORG, person } from './testing/world.ts';

const NOW = Date.parse('2026-03-10T14:25:00Z');
const tokens = Object.fromEntries(
	DEMONSTRATION_ROLES.map((role) => [role, `token-of-${role}-0123456789`]),
);
const seed = (engine: Engine) => seedDemonstration(engine, ORG, { now: NOW, tokens });

test('every role enters, and is who it says', async () => {
	const world = await createEmptyWorld(NOW);
	const entries = await seed(world.engine);
	assert.deepEqual(
		entries.map((one) => one.role),
		['consumer', 'consumer2', 'animator', 'grouping', 'producer', 'admin'],
	);
	for (const { role, token, label } of entries) {
		assert.ok(label.fr.length > 3 && label.en.length > 3);
		const answer = await world.report<{ roles: { usage: string }[] }>(bearerOf(token), 'Moi', {});
		assert.ok(answer.ok, role);
		assert.equal(answer.value.roles.length, 1, role);
	}
});

test('its pictures are photos as any other: read whole by a consumer who deals with the groupement', async () => {
	const { engine } = await createEmptyWorld(NOW);
	const [entry] = await seed(engine);
	const caller = bearerOf(entry?.token ?? '');
	const threads = await engine.open(ORG, caller, ['PHGP/bocage']);
	const reference = threads.ok ? threads.value.threads[0]?.outcome : undefined;
	assert.ok(reference?.ok);
	const pulled = await engine.pull(ORG, caller, [{ reference: reference.value, since: 0 }], 100);
	const thread = pulled.ok ? pulled.value.threads[0]?.outcome : undefined;
	assert.ok(thread?.ok);
	const { documents } = thread.value.page;
	assert.ok(documents.length >= 8);
	for (const [type, id, , , , files] of documents) {
		const wanted = { type, id, fid: files?.[0]?.fid ?? '' };
		const opened = await engine.files?.open(ORG, caller, wanted);
		assert.ok(opened?.ok, id);
		await opened.value.bytes.return?.();
	}
});

test('everything derived in it equals a rebuild', async () => {
	const world = await createEmptyWorld(NOW);
	await seed(world.engine);
	const found = await world.engine.read(ORG, person('check'), async (source) => {
		const differences = [...(await selfCheckDirectories(source))];
		for (const { key } of await source.list('LIVRG'))
			differences.push(...(await selfCheck(source, key.gp ?? '', key.livr ?? '')));
		return ok(differences.map((one) => one.document));
	});
	assert.deepEqual(found, { ok: true, value: [] });
});

test('seeded again it changes nothing, not even a revoked access or an order removed since', async () => {
	const world = await createEmptyWorld(NOW);
	await seed(world.engine);
	await world.engine.run({
		org: ORG,
		caller: person('test'),
		async work(context) {
			for (const { type, key } of await context.list('ACCESS')) await context.remove(type, key);
			for (const { type, key } of await context.list('BCC')) await context.remove(type, key);
			return ok(null);
		},
	});
	await seed(world.engine);
	const left = await world.engine.read(ORG, person('check'), async (source) =>
		ok([(await source.list('ACCESS')).length, (await source.list('BCC')).length]),
	);
	assert.deepEqual(left, { ok: true, value: [0, 0] });
});

test('killed at any transaction, the next start finishes it', async () => {
	const whole = await createEmptyWorld(NOW);
	let transactions = 0;
	const counting: Engine = {
		...whole.engine,
		run: (operation) => {
			transactions += 1;
			return whole.engine.run(operation);
		},
	};
	await seed(counting);
	assert.ok(transactions >= 3);
	for (const kill of [1, 2, transactions - 1]) {
		const world = await createEmptyWorld(NOW);
		let done = 0;
		const dying: Engine = {
			...world.engine,
			run: async (operation) => {
				if (done++ === kill) throw new Error('killed');
				return world.engine.run(operation);
			},
		};
		await assert.rejects(seed(dying), /killed/);
		await seed(world.engine);
		const counts = (engine: Engine) =>
			engine.read(ORG, person('check'), async (source) => {
				const types = ['ACCESS', 'BCC', 'BCG', 'CART', 'FCO', 'LIVRG', 'RG', 'CALG'];
				const found = await Promise.all(types.map((type) => source.list(type)));
				return ok(found.map((list) => list.map(({ key, data }) => ({ key, data }))));
			});
		assert.deepEqual(await counts(world.engine), await counts(whole.engine), `killed at ${kill}`);
	}
});
