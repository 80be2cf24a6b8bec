import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '@navette/core';
import { alertBits, type ConsumerLine, type ConsumerOrder } from '../../model/index.ts';
import {
	at,
	CAMEMBERT,
	CARROTS,
	CHICKEN,
	COFFEE,
	LIVR,
	ORANGES,
	PREVIOUS,
} from '../testing/scenario.ts';
import {
	ADELE,
	ANIMATOR,
	BOCAGE,
	BRUNO,
	codeOf,
	createWorld,
	ORG,
	orderOf,
	person,
	type World,
} from '../testing/world.ts';

const KEY = { gc: 'dupleix', gp: 'bocage', livr: LIVR };
const group = (world: World) => world.read('BCG', KEY);
const order = (world: World, co: string) => world.read('BCC', { ...KEY, co });
const line = (world: World, co: string, input: object, caller = ADELE) =>
	world.call<{ lignes: ConsumerLine | null; tot: ConsumerOrder['tot'] | null; al: number }>(
		caller,
		'CmdLigne',
		{ ...orderOf(co), ...input },
	);

test('CmdLigne writes the order, the group and the carton of the producer only', async () => {
	const world = await createWorld();
	const written = await line(world, '2', { prod: CHICKEN, q2: 4, seen: null });
	assert.ok(written.ok);
	assert.equal(written.value.tot?.px, 4_284);
	assert.equal(written.value.lignes?.cmd.par, 'CO/dupleix.2 Adele');
	assert.equal((await group(world))?.tot.px, 4_284);
	const carton = await world.read('CART', { gp: 'bocage', pr: '1', livr: LIVR, gc: 'dupleix' });
	assert.deepEqual(carton?.lignes['1']?.det, [{ init: 'AD', q2: 4, g: 0 }]);
	assert.equal(
		await world.read('CART', { gp: 'bocage', pr: '2', livr: LIVR, gc: 'dupleix' }),
		undefined,
	);
	assert.deepEqual(await world.drift(), []);
});

test('CmdLigne stores the catalogue of the delivery at its first write, and not twice', async () => {
	const world = await createWorld();
	assert.equal(await world.read('CATL', { gp: 'bocage', livr: LIVR }), undefined);
	await line(world, '2', { prod: CHICKEN, q2: 2 });
	const stored = await world.read('CATL', { gp: 'bocage', livr: LIVR });
	assert.equal(stored?.calc, world.clock.now());
	world.clock.advance(1_000);
	await line(world, '2', { prod: CHICKEN, q2: 4 });
	assert.deepEqual(await world.read('CATL', { gp: 'bocage', livr: LIVR }), stored);
});

test('CmdLigne: removing the last line deletes order, group and carton; they are born again', async () => {
	const world = await createWorld();
	await line(world, '2', { prod: CHICKEN, q2: 2 });
	const removed = await line(world, '2', { prod: CHICKEN, q2: 0 });
	assert.deepEqual(removed.ok && removed.value, { lignes: null, tot: null, al: 0 });
	assert.equal(await order(world, '2'), undefined);
	assert.equal(await group(world), undefined);
	await line(world, '2', { prod: CHICKEN, q2: 2 });
	assert.equal((await group(world))?.tot.nco, 1);
	assert.deepEqual(await world.drift(), []);
});

test('CmdLigne asks for what is there: nothing moves', async () => {
	const world = await createWorld();
	await line(world, '2', { prod: CHICKEN, q2: 2 });
	const versions = () =>
		world.engine.read(ORG, ADELE, async (source) =>
			ok((await source.list('BCC')).map((one) => one.version)),
		);
	const before = await versions();
	world.clock.advance(1_000);
	assert.ok((await line(world, '2', { prod: CHICKEN, q2: 2, seen: null })).ok);
	assert.deepEqual(await versions(), before);
});

test('CmdLigne: E-VU tells what is there, who put it and when', async () => {
	const world = await createWorld();
	const paul = person('Paul', 'CO/dupleix.2');
	await line(world, '2', { prod: CHICKEN, q2: 6, seen: null }, paul);
	const refused = await line(world, '2', { prod: CHICKEN, q2: 4, seen: { q2: 2 } });
	assert.ok(!refused.ok);
	assert.deepEqual(refused.error, {
		code: 'E-VU',
		detail: {
			code: CHICKEN,
			current: 6,
			wanted: 4,
			par: 'CO/dupleix.2 Paul',
			t: at(5, 10),
		},
	});
	assert.ok((await line(world, '2', { prod: CHICKEN, q2: 4, seen: { q2: 6 } })).ok);
	assert.ok((await line(world, '2', { prod: CHICKEN, q2: 2 })).ok, 'put mine');
});

test('CmdLigne: a line removed meanwhile is E-VU without author', async () => {
	const world = await createWorld();
	const refused = await line(world, '2', { prod: CHICKEN, q2: 4, seen: { q2: 2 } });
	assert.ok(!refused.ok);
	assert.deepEqual(refused.error.detail, { code: CHICKEN, current: 0, wanted: 4 });
});

test('CmdLigne refuses products, halves, steps and units', async () => {
	const world = await createWorld();
	const cases: readonly (readonly [object, string])[] = [
		[{ prod: '9.9', q2: 2 }, 'E-PROD'],
		[{ prod: COFFEE, q2: 1 }, 'E-DEMI'],
		[{ prod: CARROTS, g: 750 }, 'E-PAS'],
		[{ prod: CARROTS, q2: 2 }, 'E-PAS'],
		[{ prod: COFFEE, g: 500 }, 'E-PAS'],
	];
	for (const [input, code] of cases)
		assert.equal(codeOf(await line(world, '2', input)), code, JSON.stringify(input));
	assert.equal(await order(world, '2'), undefined);
	assert.equal(codeOf(await line(world, '2', { prod: CARROTS, g: 1_500 })), 'ok');
});

test('CmdLigne: a product excluded for the group is E-PROD there and accepted elsewhere', async () => {
	const world = await createWorld();
	const input = { prod: COFFEE, q2: 2, gp: 'bocage', livr: LIVR, gc: 'agora', co: '2' };
	const right = 'CO/agora.2';
	const there = await world.call(person('Gaelle', right), 'CmdLigne', { ...input, right });
	assert.equal(codeOf(there), 'E-PROD');
	assert.equal(codeOf(await line(world, '2', { prod: COFFEE, q2: 2 })), 'ok');
});

test('CmdLigne: rights of others, of other groups, of no one', async () => {
	const world = await createWorld();
	const write = { prod: CHICKEN, q2: 2 };
	assert.equal(codeOf(await line(world, '3', write, ADELE)), 'E-DROIT', 'not held');
	const ofTwo = { ...orderOf('3', 'CO/dupleix.2'), ...write };
	assert.equal(codeOf(await world.call(ADELE, 'CmdLigne', ofTwo)), 'E-DROIT', 'another consumer');
	const agora = person('Gil', 'GC/agora');
	const byAgora = { ...orderOf('3', 'GC/agora'), ...write };
	assert.equal(codeOf(await world.call(agora, 'CmdLigne', byAgora)), 'E-DROIT', 'another group');
	const byBocage = { ...orderOf('3', 'GP/bocage'), ...write };
	assert.equal(codeOf(await world.call(BOCAGE, 'CmdLigne', byBocage)), 'E-DROIT', 'a groupement');
	const unknown = { ...orderOf('99', 'GC/dupleix'), ...write };
	assert.equal(codeOf(await world.call(ANIMATOR, 'CmdLigne', unknown)), 'E-DROIT', 'no such one');
});

test('CmdLigne: blocked, shut out and gone consumers', async () => {
	const world = await createWorld();
	for (const co of ['5', '6', '7']) {
		const caller = person('Someone', `CO/dupleix.${co}`);
		assert.equal(codeOf(await line(world, co, { prod: CHICKEN, q2: 2 }, caller)), 'E-BLOQUE', co);
	}
	const on = (co: string) => ({ ...orderOf(co, 'GC/dupleix'), prod: CHICKEN, q2: 2 });
	assert.equal(codeOf(await world.call(ANIMATOR, 'CmdLigne', on('5'))), 'ok', 'by the animator');
	assert.equal(codeOf(await world.call(ANIMATOR, 'CmdLigne', on('7'))), 'E-BLOQUE', 'who left');
});

test('CmdLigne: E-LIEN without a delivery, a stop, or a link on both sides', async () => {
	const world = await createWorld();
	const write = { ...orderOf('2'), prod: CHICKEN, q2: 2 };
	assert.equal(
		codeOf(await world.call(ADELE, 'CmdLigne', { ...write, livr: '20250615' })),
		'E-LIEN',
	);
	const gaelle = person('Gaelle', 'CO/agora.2');
	const unserved = { ...write, right: 'CO/agora.2', gc: 'agora', livr: '20250628' };
	assert.equal(codeOf(await world.call(gaelle, 'CmdLigne', unserved)), 'E-LIEN');
	const sheet = await world.read('FGP', { gp: 'bocage' });
	const gcs = sheet?.gcs.map((link) => ({ ...link, st: 'suspendu' }));
	await world.put('FGP', { gp: 'bocage' }, { ...sheet, gcs });
	assert.equal(codeOf(await world.call(ADELE, 'CmdLigne', write)), 'E-LIEN');
});

test('CmdLigne follows the phases of each role', async () => {
	const world = await createWorld();
	const byConsumer = () => line(world, '2', { prod: CHICKEN, q2: 2 });
	const byAnimator = () =>
		world.call(ANIMATOR, 'CmdLigne', { ...orderOf('2', 'GC/dupleix'), prod: CHICKEN, q2: 4 });
	const steps: readonly (readonly [number, string, string])[] = [
		[at(2, 8) - 1, 'E-PHASE', 'E-PHASE'],
		[at(2, 8), 'ok', 'ok'],
		[at(12, 8) - 1, 'ok', 'ok'],
		[at(12, 8), 'E-PHASE', 'ok'],
		[at(12, 20) - 1, 'E-PHASE', 'ok'],
		[at(12, 20), 'E-PHASE', 'E-PHASE'],
		[at(14, 9), 'E-PHASE', 'E-PHASE'],
		[at(14, 6) + 30 * 86_400_000, 'E-ARCH', 'E-ARCH'],
	];
	for (const [now, consumer, animator] of steps) {
		world.clock.set(now);
		assert.equal(codeOf(await byConsumer()), consumer, `consumer ${now}`);
		assert.equal(codeOf(await byAnimator()), animator, `animator ${now}`);
	}
});

test('a delivery cancelled, or a group removed from the tour, takes no order', async () => {
	const world = await createWorld();
	const stored = await world.read('LIVRG', { gp: 'bocage', livr: LIVR });
	assert.ok(stored?.pts.dupleix);
	const key = { gp: 'bocage', livr: LIVR };
	await world.put('LIVRG', key, { ...stored, ann: { t: at(5, 9), raison: 'panne' } });
	assert.equal(codeOf(await line(world, '2', { prod: CHICKEN, q2: 2 })), 'E-PHASE');
	const removed = { ...stored.pts.dupleix, retire: at(5, 9) };
	await world.put('LIVRG', key, { ...stored, pts: { ...stored.pts, dupleix: removed } });
	assert.equal(codeOf(await line(world, '2', { prod: CHICKEN, q2: 2 })), 'E-PHASE');
});

test('CmdLigne by an animator sets the attribution and his mark', async () => {
	const world = await createWorld();
	const written = await line(world, '2', { right: 'GC/dupleix', prod: CHICKEN, q2: 4 }, ANIMATOR);
	assert.ok(written.ok);
	assert.equal(written.value.lignes?.att?.par, 'GC/dupleix Zoe');
	assert.deepEqual(written.value.lignes?.att, written.value.lignes?.cmd);
});

test('CmdLot writes all lines or none', async () => {
	const world = await createWorld();
	const lot = (lignes: readonly object[]) =>
		world.call(ADELE, 'CmdLot', { ...orderOf('2'), lignes });
	assert.equal(
		codeOf(
			await lot([
				{ prod: CHICKEN, q2: 2 },
				{ prod: COFFEE, q2: 1 },
			]),
		),
		'E-DEMI',
	);
	assert.equal(await order(world, '2'), undefined);
	const written = await lot([
		{ prod: CHICKEN, q2: 2 },
		{ prod: CAMEMBERT, q2: 4 },
		{ prod: CARROTS, g: 500, seen: null },
	]);
	assert.equal(codeOf(written), 'ok');
	assert.equal((await order(world, '2'))?.tot.px, 2_142 + 680 + 110);
	assert.equal(codeOf(await lot([{ prod: CHICKEN, q2: 4, seen: null }])), 'E-VU');
	assert.equal(
		codeOf(await world.call(BRUNO, 'CmdLot', { ...orderOf('2'), lignes: [{ prod: CHICKEN }] })),
		'E-DROIT',
	);
	assert.deepEqual(await world.drift(), []);
});

test('CmdVider empties an order, and an empty one stays so', async () => {
	const world = await createWorld();
	await line(world, '2', { prod: CHICKEN, q2: 2 });
	assert.equal(codeOf(await world.call(ADELE, 'CmdVider', orderOf('2'))), 'ok');
	assert.equal(await order(world, '2'), undefined);
	assert.equal(codeOf(await world.call(ADELE, 'CmdVider', orderOf('2'))), 'ok');
	assert.equal(codeOf(await world.call(BRUNO, 'CmdVider', orderOf('2'))), 'E-DROIT');
	world.clock.set(at(12, 8));
	assert.equal(codeOf(await world.call(ADELE, 'CmdVider', orderOf('2'))), 'E-PHASE');
	assert.deepEqual(await world.drift(), []);
});

test('CmdCopier takes the lines of last time and lists what is no longer sold', async () => {
	const world = await createWorld();
	world.clock.set(Date.UTC(2025, 4, 25));
	const last = { ...orderOf('2'), livr: PREVIOUS };
	const lignes = [
		{ prod: CHICKEN, q2: 2 },
		{ prod: CAMEMBERT, q2: 6 },
		{ prod: ORANGES, q2: 1 },
	];
	assert.equal(codeOf(await world.call(ADELE, 'CmdLot', { ...last, lignes })), 'ok');
	world.clock.set(at(5, 10));
	await world.call(BOCAGE, 'CatlAmender', {
		right: 'GP/bocage',
		gp: 'bocage',
		livr: LIVR,
		prod: CAMEMBERT,
		dispo: 0,
	});
	await line(world, '2', { prod: CHICKEN, q2: 8 });
	const copied = await world.call(ADELE, 'CmdCopier', { ...orderOf('2'), from: PREVIOUS });
	assert.ok(copied.ok);
	const { copied: count, unavailable } = copied.value as { copied: number; unavailable: string[] };
	assert.deepEqual([count, unavailable], [1, [CAMEMBERT]]);
	const after = await order(world, '2');
	assert.equal(after?.lignes[CHICKEN]?.cmd.q2, 8, 'what was already ordered stays');
	assert.equal(after?.lignes[ORANGES]?.cmd.q2, 1);
	const other = { ...orderOf('2'), from: PREVIOUS };
	assert.equal(codeOf(await world.call(BRUNO, 'CmdCopier', other)), 'E-DROIT');
	assert.deepEqual(await world.drift(), []);
});

test('AttLigne reduces what is counted, not what was ordered; by an animator only', async () => {
	const world = await createWorld();
	await line(world, '2', { prod: CHICKEN, q2: 4 });
	const att = { ...orderOf('2', 'GC/dupleix'), prod: CHICKEN, q2: 2 };
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', att)), 'ok');
	const stored = (await group(world))?.lignes[CHICKEN];
	assert.equal(stored?.cmd.q2, 4);
	assert.equal(stored?.att.q2, 2);
	assert.equal(((await order(world, '2'))?.tot.al ?? 0) & alertBits('FRUSTR'), alertBits('FRUSTR'));
	const byConsumer = { ...att, right: 'CO/dupleix.2' };
	assert.equal(codeOf(await world.call(ADELE, 'AttLigne', byConsumer)), 'E-DROIT');
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', { ...att, prod: '9.9' })), 'E-PROD');
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', { ...att, q2: 1 })), 'E-DEMI');
	const stale = { ...att, q2: 4, seen: { q2: 6 } };
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', stale)), 'E-VU');
	world.clock.set(at(13, 8));
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', att)), 'E-PHASE', 'being loaded');
	world.clock.set(at(14, 9));
	assert.equal(codeOf(await world.call(ANIMATOR, 'AttLigne', { ...att, q2: 0 })), 'ok');
	assert.deepEqual(await world.drift(), []);
});
