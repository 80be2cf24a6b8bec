/** What two people do at the same instant: both are kept, or one is told what the other did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, CAMEMBERT, CARROTS, CHICKEN, LIVR } from '../testing/scenario.ts';
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

const K = { gp: 'bocage', livr: LIVR };
const G = { ...K, gc: 'dupleix' };
const POULTRY = person('Paule', 'PR/bocage.1');

type Call = readonly [caller: typeof ADELE, right: string, name: string, input: object];

const together = (world: World, ...calls: readonly Call[]) =>
	Promise.all(
		calls.map(([caller, right, name, input]) => world.call(caller, name, { right, ...input })),
	);
const codes = async (world: World, ...calls: readonly Call[]) =>
	(await together(world, ...calls)).map(codeOf).toSorted();
const animator = (name: string, input: object): Call => [ANIMATOR, 'GC/dupleix', name, input];
const bocage = (name: string, input: object): Call => [BOCAGE, 'GP/bocage', name, input];

const contact = { tels: [], mails: ['x@x.example'] };
const carte = (nom: string) => ({ nom, init: 'XX' });

test('five consumers and five products created at once have ten numbers of their own', async () => {
	const world = await createWorld();
	const names = ['A', 'B', 'C', 'D', 'E'];
	const people = await together(
		world,
		...names.map((nom) => animator('CoCreer', { gc: 'dupleix', carte: carte(nom), contact })),
	);
	const numbers = people.map((one) => one.ok && (one.value as { co: string }).co);
	assert.deepEqual(numbers.toSorted(), ['10', '11', '12', '8', '9']);
	const perm = {
		...{ rayon: 'Divers', cons: 'S', labels: [], tva: 550 },
		...{ mode: 'U', emb: 'unite', demi: false, par: 0 },
	};
	const cv = { d: 20250601, dispo: 3, pu: 100, pn: 100, pb: 100 };
	await together(
		world,
		...names.map((lib) =>
			bocage('ProdCreer', { gp: 'bocage', pr: '4', perm: { ...perm, lib }, cv }),
		),
	);
	const prods = Object.keys((await world.read('CATG', { gp: 'bocage' }))?.prods ?? {});
	assert.equal(prods.filter((code) => code.startsWith('4.')).length, 6);
});

test('the same code or name taken twice: one of them is told', async () => {
	const world = await createWorld();
	const dates = { tOuv: at(20, 8), tClo: at(21, 8), tExp: at(22, 8), pts: {} };
	const create = bocage('LivrCreer', { gp: 'bocage', livr: '20250622', ...dates });
	assert.deepEqual(await codes(world, create, create), ['E-DEJA', 'ok']);
	const copy = bocage('LivrDupliquer', { ...K, to: ['20250712'], catalogue: false });
	assert.deepEqual(await codes(world, copy, copy), ['E-DEJA', 'ok']);
	const give = (hash: string) =>
		animator('AccesDonner', { type: 'FGC', id: 'dupleix', lab: 'Nora', hash: hash.repeat(64) });
	assert.deepEqual(await codes(world, give('a'), give('b')), ['E-DEJA', 'ok']);
	assert.deepEqual(await world.driftOfDirectories(), []);
});

test('two fields of a sheet, two products of a catalogue, two packages of a carton: both are kept', async () => {
	const world = await createWorld();
	await world.call(ADELE, 'CmdLigne', { ...orderOf('2'), prod: CHICKEN, q2: 4 });
	const sheet = (more: object) => animator('FicheMaj', { type: 'FGC', id: 'dupleix', ...more });
	await together(world, sheet({ carte: { lieu: 'ici' } }), sheet({ par: { tolG: 80 } }));
	const group = await world.read('FGC', { gc: 'dupleix' });
	assert.deepEqual([group?.carte.lieu, group?.par.tolG], ['ici', 80]);
	const amend = (prod: string, pu: number) => bocage('CatlAmender', { ...K, prod, pu });
	await together(world, amend(CAMEMBERT, 360), amend(CARROTS, 250));
	const lines = (await world.read('CATL', K))?.lignes;
	assert.deepEqual([lines?.[CAMEMBERT]?.act.pu, lines?.[CARROTS]?.act.pu], [360, 250]);
	world.clock.set(at(12, 21));
	const pack = (caller: typeof ADELE, right: string, id: string): Call => {
		return [caller, right, 'CartPaquets', { ...G, pr: '1', rp: '1', ajouts: [{ id, g: 1_700 }] }];
	};
	await together(world, pack(POULTRY, 'PR/bocage.1', 'a'), pack(BOCAGE, 'GP/bocage', 'b'));
	const carton = await world.read('CART', { ...G, pr: '1' });
	assert.deepEqual(carton?.lignes[1]?.paq?.map(({ id }) => id).toSorted(), ['a', 'b']);
	assert.deepEqual(await world.drift(), []);
});

test('one package for two baskets, one line for two hands: the second is shown what is there', async () => {
	const world = await createWorld();
	await world.call(ADELE, 'CmdLigne', { ...orderOf('2'), prod: CHICKEN, q2: 2 });
	await world.call(BRUNO, 'CmdLigne', { ...orderOf('3'), prod: CHICKEN, q2: 2 });
	world.clock.set(at(14, 10));
	await together(
		world,
		animator('PaqAjouter', { ...G, prod: CHICKEN, paq: [{ id: 'a', g: 1_700 }] }),
	);
	const move = (co: string) => {
		const paq = [{ id: 'a', co, st: 0, seen: { co: null, st: 0 } }];
		return animator('PaqDeplacer', { ...G, prod: CHICKEN, paq });
	};
	assert.deepEqual(await codes(world, move('2'), move('3')), ['E-PAQ', 'ok']);
	const receive = (q2: number) =>
		animator('RecLigne', { ...G, prod: CAMEMBERT, rec: { q2 }, seen: null });
	assert.deepEqual(await codes(world, receive(4), receive(6)), ['E-VU', 'ok']);
	// Saying the same thing at once is agreement, not a conflict.
	const count = (rec: object) => animator('RecLigne', { ...G, prod: CARROTS, rec, seen: null });
	assert.deepEqual(await codes(world, count({ g: 900 }), count({ g: 900 })), ['ok', 'ok']);
	const give = (q2: number) =>
		animator('DisLigne', { ...G, co: '2', prod: CAMEMBERT, dis: { q2 }, seen: null });
	assert.deepEqual(await codes(world, give(2), give(4)), ['E-VU', 'ok']);
	assert.deepEqual(await world.drift(), []);
});

test('a delivery cancelled while somebody orders: never an order accepted after it', async () => {
	const world = await createWorld();
	const cancel = bocage('LivrAnnuler', { ...K, raison: 'Panne' });
	const order: Call = [
		ADELE,
		'CO/dupleix.2',
		'CmdLigne',
		{ ...orderOf('2'), prod: CHICKEN, q2: 2 },
	];
	const outcome = await codes(world, cancel, order);
	assert.deepEqual(outcome, ['E-PHASE', 'ok']);
	assert.equal(await world.read('BCC', { ...G, co: '2' }), undefined);
});
