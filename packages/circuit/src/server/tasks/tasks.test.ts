import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '@navette/core';
import { doTask } from '@navette/server';
import { createSeededRandom, createTestTimers } from '@navette/testkit';
import { circuitNews, type Delivery } from '../../model/index.ts';
import { at, CAMEMBERT, CHICKEN, LIVR, ORANGES } from '../testing/scenario.ts';
import {
	ADELE,
	ANIMATOR,
	BOCAGE,
	BRUNO,
	codeOf,
	createWorld,
	ORG,
	orderOf,
	type World,
} from '../testing/world.ts';

const KEY = { gp: 'bocage', livr: LIVR };
const never = new AbortController().signal;

/** Does everything that is due by the clock of the world; answers what was done. */
const doDue = async ({ engine, service, clock }: World): Promise<readonly string[]> => {
	const timers = createTestTimers(clock);
	const deps = { engine, service, clock, timers, random: createSeededRandom(3), log: silentLog };
	const done: string[] = [];
	for (;;) {
		const { ids } = await engine.tasks.due(ORG, 20);
		if (ids.length === 0) return done;
		for (const id of ids) {
			const outcome = await doTask(deps, ORG, id, never);
			assert.equal(outcome?.outcome, 'ok', id);
			done.push(id);
		}
	}
};
const runNow = async (world: World, name: string) => {
	await world.engine.run({
		org: ORG,
		caller: () => ({ id: 'test', rights: [] }),
		async work(context) {
			await context.defer({ name, input: {} });
			return { ok: true, value: null };
		},
	});
	return doDue(world);
};
/** Any change of dates plans the moments of a delivery. */
const plan = (world: World, tClo: number) =>
	world.call(BOCAGE, 'LivrDates', { right: 'GP/bocage', ...KEY, tClo });
const order = (world: World, caller: typeof ADELE, co: string, prod: string, q2: number) =>
	world.call(caller, 'CmdLigne', { ...orderOf(co), prod, q2 });
const deliveryOf = async (world: World): Promise<Delivery> => {
	const delivery = await world.read('LIVRG', KEY);
	assert.ok(delivery);
	return delivery;
};
/** Which of these rights are told of the delivery since a moment. */
const toldSince = (data: Delivery, since: number) =>
	['CO/dupleix.2', 'GC/dupleix', 'GC/agora', 'GC/lointain', 'GP/bocage', 'PR/bocage.1'].filter(
		(text) => {
			const [usage = '', subject = ''] = text.split('/');
			const account = { id: 'x', rights: [{ usage, subject, power: 1 }] };
			const change = { thread: 'CALGP', type: 'LIVRG', key: KEY, data, since };
			return circuitNews({ account, ...change }) === 'news';
		},
	);

test('halves a day before, final lists, departure: each told once to whom it concerns', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', ORANGES, 3);
	await plan(world, at(12, 21));
	await plan(world, at(13, 20));
	for (const [instant, expected] of [
		[at(12, 20), ['GC/dupleix']],
		[at(13, 20), ['PR/bocage.1']],
		[at(14, 6), ['GC/dupleix', 'GC/agora']],
	] as const) {
		world.clock.set(instant - 1);
		await doDue(world);
		assert.deepEqual(toldSince(await deliveryOf(world), instant), []);
		world.clock.set(instant);
		assert.equal((await doDue(world)).length, 1);
		assert.deepEqual(toldSince(await deliveryOf(world), instant), expected);
		assert.deepEqual(await doDue(world), []);
	}
	assert.deepEqual(await world.drift(), []);
});

test('a server that was away tells nothing that is over', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', ORANGES, 3);
	await plan(world, at(13, 20));
	world.clock.set(at(14, 7));
	await doDue(world);
	assert.deepEqual((await deliveryOf(world)).dits, { parti: at(14, 7) });
});

test('whole crates: no reminder; a cancelled delivery tells nothing', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', ORANGES, 2);
	await plan(world, at(13, 20));
	world.clock.set(at(12, 20));
	await doDue(world);
	assert.equal((await deliveryOf(world)).dits?.parite, undefined);
	const cancel = { right: 'GP/bocage', ...KEY, raison: 'Panne' };
	assert.equal(codeOf(await world.call(BOCAGE, 'LivrAnnuler', cancel)), 'ok');
	world.clock.set(at(14, 8));
	assert.deepEqual(await doDue(world), []);
});

test('a digest at noon and at six, only when orders changed', async () => {
	const world = await createWorld();
	await plan(world, at(13, 20));
	const toldAt = async () => (await deliveryOf(world)).dits?.bilan;
	world.clock.set(at(5, 12));
	await doDue(world);
	assert.equal(await toldAt(), undefined, 'nobody has ordered');
	await order(world, ADELE, '2', CAMEMBERT, 2);
	world.clock.set(at(5, 18));
	await doDue(world);
	assert.equal(await toldAt(), at(5, 18));
	world.clock.set(at(6, 12));
	// The check of the night plans nothing anew.
	await runNow(world, 'circuit.upkeep');
	assert.equal(await toldAt(), at(5, 18), 'nothing changed');
	await order(world, BRUNO, '3', CAMEMBERT, 2);
	world.clock.set(at(6, 18));
	await doDue(world);
	assert.equal(await toldAt(), at(6, 18));
	assert.deepEqual(toldSince(await deliveryOf(world), at(6, 18)), ['GP/bocage']);
});

test('a catalogue nobody approved is recalled two days and one day before the opening', async () => {
	const world = await createWorld();
	world.clock.set(at(1, 0) - 3 * 86_400_000);
	await plan(world, at(13, 20));
	world.clock.set(at(2, 8) - 2 * 86_400_000);
	await doDue(world);
	assert.equal((await deliveryOf(world)).dits?.catalogue, world.clock.now());
	await world.call(BOCAGE, 'CatlValider', { right: 'GP/bocage', ...KEY });
	world.clock.set(at(2, 8) - 86_400_000);
	await doDue(world);
	assert.equal((await deliveryOf(world)).dits?.catalogue, at(2, 8) - 2 * 86_400_000);
});

test('each night sums and directories that differ from a rebuild are repaired', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', CHICKEN, 4);
	const key = { gc: 'dupleix', ...KEY };
	const stored = await world.read('BCG', key);
	assert.ok(stored);
	await world.put('BCG', key, { ...stored, tot: { ...stored.tot, px: 1 } });
	const carton = { ...KEY, pr: '1', gc: 'dupleix' };
	await world.put('CART', { ...carton, pr: '4' }, await world.read('CART', carton));
	await world.put('CALG', { gp: 'bocage' }, { livrs: [] });
	await world.engine.run({
		org: ORG,
		caller: () => ({ id: 'test', rights: [] }),
		async work(context) {
			await context.write('RG', {}, { gcs: {}, gps: {} });
			return { ok: true, value: null };
		},
	});
	assert.ok((await world.drift()).length >= 2);
	assert.equal((await world.driftOfDirectories()).length, 1);
	await runNow(world, 'circuit.upkeep');
	assert.deepEqual(await world.drift(), []);
	assert.deepEqual(await world.driftOfDirectories(), []);
});

test('who left is forgotten once his last delivery is archived, and only then', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', CHICKEN, 4);
	const leave = { right: 'GC/dupleix', gc: 'dupleix', co: '2', st: 9 };
	assert.equal(codeOf(await world.call(ANIMATOR, 'CoStatut', leave)), 'ok');
	const name = async () => (await world.read('FCO', { gc: 'dupleix', co: '2' }))?.carte.nom;
	await runNow(world, 'circuit.upkeep');
	assert.equal(await name(), 'Adèle');
	const again = await order(world, ADELE, '2', CHICKEN, 2);
	assert.equal(codeOf(again), 'E-BLOQUE');
	// What was ordered before is still collected.
	world.clock.set(at(14, 10));
	const collect = { ...orderOf('2', 'GC/dupleix'), qui: 'Adèle' };
	assert.equal(codeOf(await world.call(ANIMATOR, 'DisRetrait', collect)), 'ok');
	world.clock.set(at(14, 6) + 30 * 86_400_000);
	await runNow(world, 'circuit.upkeep');
	assert.equal(await name(), 'AD');
	assert.deepEqual((await world.read('FCO', { gc: 'dupleix', co: '2' }))?.contact.tels, []);
	assert.equal((await world.read('RC', { gc: 'dupleix' }))?.cos[2]?.carte.nom, 'AD');
	assert.deepEqual(await world.driftOfDirectories(), []);
});

test('archived with something not settled: the list is in the chat of the distribution', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', CHICKEN, 4);
	await order(world, ADELE, '2', CAMEMBERT, 2);
	await plan(world, at(13, 20));
	world.clock.set(at(14, 10));
	const key = { ...KEY, gc: 'dupleix' };
	const right = 'GC/dupleix';
	await world.call(ANIMATOR, 'RecLigne', { right, ...key, prod: CAMEMBERT, rec: { q2: 2 } });
	await world.call(ANIMATOR, 'DisRepartir', { right, ...key, prod: CAMEMBERT, strategie: 'rata' });
	await doDue(world);
	assert.equal(await world.read('CHD', key), undefined);
	world.clock.set(at(14, 6) + 30 * 86_400_000);
	await doDue(world);
	const items = (await world.read('CHD', key))?.items ?? [];
	assert.deepEqual(
		items.map(({ auto, tx }) => [auto, JSON.parse(tx)]),
		[['RESTE', { n: 1, prods: CHICKEN }]],
	);
});
