/** A producer proposes, his groupement decides; and the label of a delivery. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, CAMEMBERT, LIVR, ORANGES } from '../testing/scenario.ts';
import { BOCAGE, codeOf, createWorld, person, type World } from '../testing/world.ts';

const PRODUCER = person('Lea', 'PR/bocage.3');
const POULTRY = person('Paule', 'PR/bocage.1');
const KEY = { gp: 'bocage', pr: '3' };
const cv = { d: 20250701, dispo: 3, pu: 360, pn: 250, pb: 270 };

const propose = (world: World, input: object = {}) =>
	world.call<{ k: string }>(PRODUCER, 'CondProposer', {
		...{ right: 'PR/bocage.3', ...KEY, prod: CAMEMBERT, cv },
		...input,
	});
const answer = (world: World, k: string, input: object) =>
	world.call(BOCAGE, 'CondRepondre', { right: 'GP/bocage', ...KEY, k, ...input });
const prices = async (world: World) =>
	(await world.read('CATG', { gp: 'bocage' }))?.prods[CAMEMBERT]?.cv.map(({ d, pu }) => [d, pu]);

test('an accepted proposal is in the general catalogue, and touches no delivery', async () => {
	const world = await createWorld();
	const made = await propose(world, { tx: 'Le lait augmente.' });
	assert.ok(made.ok);
	assert.deepEqual(await prices(world), [[20250101, 340]], 'nothing before it is accepted');
	assert.equal(codeOf(await answer(world, made.value.k, { sort: 'acc' })), 'ok');
	assert.deepEqual(await prices(world), [
		[20250101, 340],
		[20250701, 360],
	]);
	const [kept] = (await world.read('PROP', KEY))?.props ?? [];
	assert.deepEqual(
		[kept?.st, kept?.av?.pu, kept?.tx, kept?.dec],
		['acc', 340, 'Le lait augmente.', { t: at(5, 10), par: 'GP/bocage Yann' }],
	);
	assert.equal(
		codeOf(await answer(world, made.value.k, { sort: 'acc' })),
		'E-VIDE',
		'decided once',
	);
	assert.deepEqual(await world.drift(), []);
});

test('refused with a reason, taken back by its producer alone', async () => {
	const world = await createWorld();
	const first = await propose(world);
	assert.ok(first.ok);
	await answer(world, first.value.k, { sort: 'ref', motif: 'Déjà annoncé.' });
	const second = await propose(world);
	assert.ok(second.ok);
	const back = (caller: typeof PRODUCER, right: string) =>
		world.call(caller, 'CondReprendre', { right, ...KEY, k: second.value.k });
	assert.equal(codeOf(await back(POULTRY, 'PR/bocage.1')), 'E-DROIT');
	assert.equal(codeOf(await back(PRODUCER, 'PR/bocage.3')), 'ok');
	const list = (await world.read('PROP', KEY))?.props ?? [];
	assert.deepEqual(
		list.map(({ st, dec }) => [st, dec?.motif]),
		[
			['ref', 'Déjà annoncé.'],
			['ret', undefined],
		],
	);
	assert.deepEqual(await prices(world), [[20250101, 340]]);
});

test('somebody else’s product, a day that has passed', async () => {
	const world = await createWorld();
	assert.equal(codeOf(await propose(world, { prod: ORANGES })), 'E-DROIT');
	assert.equal(codeOf(await propose(world, { cv: { ...cv, d: 20250604 } })), 'E-DATE');
});

test('LivrNommer: a label is changed, removed, shown by the calendar; nobody is told', async () => {
	const world = await createWorld();
	const name = (lib: string | null) =>
		world.call(BOCAGE, 'LivrNommer', { right: 'GP/bocage', gp: 'bocage', livr: LIVR, lib });
	const shown = async () =>
		(await world.read('CALG', { gp: 'bocage' }))?.livrs.find(({ livr }) => livr === LIVR)?.lib;
	assert.equal(codeOf(await name('Tournée de juin')), 'ok');
	assert.equal(await shown(), 'Tournée de juin');
	assert.deepEqual((await world.read('LIVRG', { gp: 'bocage', livr: LIVR }))?.hist, []);
	assert.equal(await world.read('CHL', { gp: 'bocage', livr: LIVR }), undefined);
	assert.equal(codeOf(await name(null)), 'ok');
	assert.equal(await shown(), undefined);
	assert.deepEqual(await world.drift(), []);
	await world.call(BOCAGE, 'LivrAnnuler', {
		...{ right: 'GP/bocage', gp: 'bocage', livr: LIVR, raison: 'Panne' },
	});
	assert.equal(codeOf(await name('Trop tard')), 'E-PHASE');
});
