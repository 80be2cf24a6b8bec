import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBits, type Delivery } from '../../model/index.ts';
import { at, CAMEMBERT, CHICKEN, LIVR, NEXT } from '../testing/scenario.ts';
import {
	ADELE,
	ANIMATOR,
	BOCAGE,
	BRUNO,
	codeOf,
	createWorld,
	orderOf,
	person,
	type World,
} from '../testing/world.ts';

const KEY = { gp: 'bocage', livr: LIVR };
const amend = (world: World, input: object, caller = BOCAGE) =>
	world.call(caller, 'CatlAmender', { right: 'GP/bocage', ...KEY, ...input });
const dates = (world: World, input: object, caller = BOCAGE, right = 'GP/bocage') =>
	world.call<{ delivery: Delivery }>(caller, 'LivrDates', { right, ...KEY, ...input });
const order = (world: World, caller: typeof ADELE, co: string, input: object) =>
	world.call(caller, 'CmdLigne', { ...orderOf(co), ...input });

test('CatlAmender: a price changed after the opening reprices orders, group and carton', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', { prod: CAMEMBERT, q2: 4 });
	await order(world, BRUNO, '3', { prod: CAMEMBERT, q2: 2 });
	await order(world, BRUNO, '3', { prod: CHICKEN, q2: 2 });
	assert.equal(codeOf(await amend(world, { prod: CAMEMBERT, pu: 360 })), 'ok');
	const line = (await world.read('CATL', KEY))?.lignes[CAMEMBERT];
	assert.deepEqual([line?.ouv?.pu, line?.act.pu, line?.chg.length], [340, 360, 1]);
	const adele = await world.read('BCC', { gc: 'dupleix', co: '2', ...KEY });
	assert.equal(adele?.tot.px, 720);
	assert.equal(adele?.tot.al, alertBits('PRIX'));
	const group = await world.read('BCG', { gc: 'dupleix', ...KEY });
	assert.equal(group?.tot.px, 720 + 360 + 2_142);
	const carton = await world.read('CART', { ...KEY, pr: '3', gc: 'dupleix' });
	assert.equal(carton?.tot.px, 3 * 360);
	assert.deepEqual(await world.drift(), []);

	await amend(world, { prod: CAMEMBERT, pu: 355 });
	assert.equal((await world.read('CATL', KEY))?.lignes[CAMEMBERT]?.ouv?.pu, 340, 'opening kept');
	const chat = await world.read('CHL', KEY);
	assert.deepEqual(
		chat?.items.map(({ auto, tx, mod }) => [auto, JSON.parse(tx), mod]),
		[
			['PRIX', { prod: CAMEMBERT, av: 340, ap: 360 }, 'pub'],
			['PRIX', { prod: CAMEMBERT, av: 360, ap: 355 }, 'pub'],
		],
	);
	assert.deepEqual(await world.drift(), []);
});

test('CatlAmender: an order keeps a product no longer available, which is not ordered again', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', { prod: CAMEMBERT, q2: 4 });
	assert.equal(codeOf(await amend(world, { prod: CAMEMBERT, dispo: 0 })), 'ok');
	assert.ok(await world.read('BCC', { gc: 'dupleix', co: '2', ...KEY }));
	assert.equal(codeOf(await order(world, ADELE, '2', { prod: CAMEMBERT, q2: 6 })), 'E-PROD');
	assert.equal(codeOf(await order(world, ADELE, '2', { prod: CAMEMBERT, q2: 2 })), 'ok');
	assert.deepEqual(await world.drift(), []);
});

test('CatlAmender before the opening replaces in place, without news', async () => {
	const world = await createWorld();
	world.clock.set(at(1, 8));
	assert.equal(codeOf(await amend(world, { prod: CAMEMBERT, pu: 333 })), 'ok');
	const line = (await world.read('CATL', KEY))?.lignes[CAMEMBERT];
	assert.deepEqual([line?.ouv, line?.act.pu, line?.chg], [undefined, 333, []]);
	assert.equal(await world.read('CHL', KEY), undefined);
});

test('CatlAmender: the clock alone freezes prices; archive, rights and unknown products', async () => {
	const world = await createWorld();
	assert.equal(codeOf(await amend(world, { prod: '9.9', pu: 1 })), 'E-PROD');
	assert.equal(codeOf(await amend(world, { prod: CHICKEN, pu: 1 }, ANIMATOR)), 'E-DROIT');
	const agrumes = { right: 'GP/agrumes', prod: CHICKEN, pu: 1 };
	assert.equal(codeOf(await amend(world, agrumes, person('Ines', 'GP/agrumes'))), 'E-DROIT');
	assert.equal(codeOf(await amend(world, { livr: '20250615', prod: CHICKEN, pu: 1 })), 'E-LIEN');
	world.clock.set(at(14, 6) - 1);
	assert.equal(codeOf(await amend(world, { prod: CHICKEN, pu: 1_200 })), 'ok');
	world.clock.set(at(14, 6));
	assert.equal(codeOf(await amend(world, { prod: CHICKEN, pu: 1_300 })), 'E-GEL');
	world.clock.set(at(14, 6) + 30 * 86_400_000);
	assert.equal(codeOf(await amend(world, { prod: CHICKEN, pu: 1_300 })), 'E-ARCH');
});

test('CatlCalculer keeps what was amended, unless reset; once open, it is too late', async () => {
	const world = await createWorld();
	world.clock.set(at(1, 8));
	const calculate = (input: object = {}, caller = BOCAGE) =>
		world.call(caller, 'CatlCalculer', { right: 'GP/bocage', ...KEY, ...input });
	const price = async () => (await world.read('CATL', KEY))?.lignes[CAMEMBERT]?.act.pu;
	assert.equal(codeOf(await calculate({}, ANIMATOR)), 'E-DROIT');
	assert.equal(codeOf(await calculate({ livr: '20250615' })), 'E-LIEN');
	assert.equal(codeOf(await calculate()), 'ok');
	await amend(world, { prod: CAMEMBERT, pu: 333 });
	await calculate();
	assert.equal(await price(), 333);
	await calculate({ reset: true });
	assert.equal(await price(), 340);
	world.clock.set(at(2, 8));
	assert.equal(codeOf(await calculate()), 'E-PHASE');
	world.clock.set(at(14, 6));
	assert.equal(codeOf(await calculate()), 'E-GEL');
});

test('LivrDates changes the delivery, its calendar entry, its history, and says it in the chat', async () => {
	const world = await createWorld();
	const changed = await dates(world, { tClo: at(13, 20) });
	assert.ok(changed.ok);
	assert.equal(changed.value.delivery.tClo, at(13, 20));
	const calendar = await world.read('CALG', { gp: 'bocage' });
	assert.equal(calendar?.livrs.find((one) => one.livr === LIVR)?.tClo, at(13, 20));
	assert.deepEqual(changed.value.delivery.hist, [
		{ t: at(5, 10), par: 'GP/bocage Yann', champ: 'tClo', av: at(12, 20), ap: at(13, 20) },
	]);
	const [item] = (await world.read('CHL', KEY))?.items ?? [];
	assert.deepEqual([item?.auto, item?.aut.code, item?.urg], ['DATE', 'bocage', undefined]);
	assert.deepEqual(await world.drift(), []);
});

test('LivrDates: what is already so changes nothing; before the opening nothing is told', async () => {
	const world = await createWorld();
	assert.equal(codeOf(await dates(world, { tClo: at(12, 20) })), 'ok');
	assert.deepEqual((await world.read('LIVRG', KEY))?.hist, []);
	assert.equal(codeOf(await dates(world, { livr: NEXT, tOuv: at(17, 8) })), 'ok');
	assert.equal(await world.read('CHL', { gp: 'bocage', livr: NEXT }), undefined);
});

test('LivrDates refuses by date, right, link and archive', async () => {
	const world = await createWorld();
	assert.equal(codeOf(await dates(world, { tClo: at(5, 21) })), 'E-DATE', 'less than 12 h away');
	assert.equal(codeOf(await dates(world, { tOuv: at(3, 8) })), 'E-DATE', 'already open');
	assert.equal(codeOf(await dates(world, { tExp: at(28, 6) })), 'E-DATE', 'after its arrival');
	const sameDeparture = { tExp: at(28, 6), pts: { dupleix: { tLiv: at(28, 9), tDis: at(28, 9) } } };
	assert.equal(codeOf(await dates(world, sameDeparture)), 'E-DATE');
	assert.equal(codeOf(await dates(world, { livr: '20250615', tClo: at(13, 20) })), 'E-LIEN');
	assert.equal(codeOf(await dates(world, { pts: { lointain: { tDis: at(14, 12) } } })), 'E-LIEN');
	assert.equal(codeOf(await dates(world, { tClo: at(13, 20) }, ADELE, 'CO/dupleix.2')), 'E-DROIT');
	world.clock.set(at(14, 6) + 30 * 86_400_000);
	assert.equal(codeOf(await dates(world, { tArc: at(14, 6) + 40 * 86_400_000 })), 'E-ARCH');
});

test('LivrDates: a group changes its own distribution, nothing else', async () => {
	const world = await createWorld();
	const byGroup = (input: object) => dates(world, input, ANIMATOR, 'GC/dupleix');
	assert.equal(codeOf(await byGroup({ pts: { dupleix: { tDis: at(14, 17) } } })), 'ok');
	assert.equal(codeOf(await byGroup({ pts: { dupleix: { tLiv: at(14, 12) } } })), 'E-DROIT');
	assert.equal(codeOf(await byGroup({ pts: { agora: { tDis: at(14, 17) } } })), 'E-DROIT');
	assert.equal(codeOf(await byGroup({ tClo: at(13, 20) })), 'E-DROIT');
	const lointain = person('Luc', 'GC/lointain');
	const unlinked = { pts: { lointain: { tDis: at(14, 17) } } };
	assert.equal(codeOf(await dates(world, unlinked, lointain, 'GC/lointain')), 'E-LIEN');
});

test('LivrDates: re-opening is accepted until a carton is in progress (S9)', async () => {
	const world = await createWorld();
	await order(world, ADELE, '2', { prod: CHICKEN, q2: 2 });
	world.clock.set(at(12, 21));
	assert.equal(codeOf(await dates(world, { tClo: at(13, 20) })), 'ok');
	assert.equal(codeOf(await order(world, ADELE, '2', { prod: CHICKEN, q2: 4 })), 'ok');
	world.clock.set(at(13, 20));
	const key = { ...KEY, pr: '1', gc: 'dupleix' };
	await world.put('CART', key, { ...(await world.read('CART', key)), etat: 1 });
	assert.equal(codeOf(await dates(world, { tClo: at(13, 22) })), 'E-DATE');
});
