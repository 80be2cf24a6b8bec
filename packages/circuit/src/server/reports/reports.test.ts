import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueLine, DeliveryCatalogue } from '../../model/index.ts';
import { at, CAMEMBERT, CHICKEN, COFFEE, LIVR, NEXT } from '../testing/scenario.ts';
import {
	ADELE,
	ANIMATOR,
	BOCAGE,
	codeOf,
	createWorld,
	person,
	type World,
} from '../testing/world.ts';

interface Seen extends Omit<DeliveryCatalogue, 'lignes'> {
	readonly lignes: Readonly<Record<string, CatalogueLine & { indispo?: boolean }>>;
}
const catalogue = (world: World, caller: typeof ADELE, right: string, input: object = {}) =>
	world.report<Seen>(caller, 'Catalogue', { right, gp: 'bocage', livr: LIVR, ...input });

test('Moi lists the roles of a person with cards and links', async () => {
	const world = await createWorld();
	const many = person(
		'Ana',
		'CO/dupleix.2',
		'GC/dupleix',
		'GP/bocage',
		'PR/bocage.1',
		'ADM',
		'OTHER/x',
	);
	const answer = await world.report<{ roles: object[] }>(many, 'Moi', {});
	assert.ok(answer.ok);
	const gps = ['bocage', 'agrumes'];
	const gcs = ['dupleix', 'agora'];
	assert.deepEqual(answer.value.roles, [
		{
			right: 'CO/dupleix.2',
			usage: 'CO',
			power: 1,
			gc: 'dupleix',
			co: '2',
			gps,
			avance: 12,
			carte: { nom: 'Adèle', init: 'AD' },
			st: 0,
		},
		{
			right: 'GC/dupleix',
			usage: 'GC',
			power: 1,
			gc: 'dupleix',
			gps,
			avance: 12,
			carte: { nom: 'Dupleix', init: 'DX' },
		},
		{
			right: 'GP/bocage',
			usage: 'GP',
			power: 1,
			gp: 'bocage',
			carte: { nom: 'Bocage', init: 'BO' },
			gcs,
		},
		{
			right: 'PR/bocage.1',
			usage: 'PR',
			power: 1,
			gp: 'bocage',
			pr: '1',
			carte: { nom: 'Ferme 1', init: 'FE' },
			gcs,
		},
		{ right: 'ADM', usage: 'ADM', power: 1 },
	]);
});

test('Moi leaves out consumers shut out, gone or unknown, and links of one side only', async () => {
	const world = await createWorld();
	const out = person(
		'X',
		'CO/dupleix.6',
		'CO/dupleix.7',
		'CO/dupleix.99',
		'GC/lointain',
		'GC/nowhere',
	);
	const answer = await world.report<{ roles: { right: string; gps: unknown }[] }>(out, 'Moi', {});
	assert.ok(answer.ok);
	assert.deepEqual(
		answer.value.roles.map(({ right, gps }) => [right, gps]),
		[['GC/lointain', []]],
	);
});

test('Catalogue is calculated on the fly, and marks what a group may not order', async () => {
	const world = await createWorld();
	const dupleix = await catalogue(world, ADELE, 'CO/dupleix.2');
	assert.ok(dupleix.ok);
	assert.equal(Object.keys(dupleix.value.lignes).length, 5);
	assert.equal(dupleix.value.lignes[COFFEE]?.indispo, undefined);
	assert.equal(
		dupleix.value.lignes[COFFEE]?.act.excl,
		undefined,
		'who else is excluded is not told',
	);
	const agora = await catalogue(world, person('Gil', 'GC/agora'), 'GC/agora');
	assert.ok(agora.ok);
	assert.equal(agora.value.lignes[COFFEE]?.indispo, true);
	assert.deepEqual(agora.value.lignes[COFFEE]?.act.excl, ['agora']);
	assert.equal(
		await world.read('CATL', { gp: 'bocage', livr: LIVR }),
		undefined,
		'a read stores nothing',
	);
});

test('Catalogue of a groupement: as it is, or as a group of the tour sees it', async () => {
	const world = await createWorld();
	const whole = await catalogue(world, BOCAGE, 'GP/bocage');
	assert.ok(whole.ok && whole.value.lignes[COFFEE]?.act.excl?.length === 1);
	assert.equal(whole.value.lignes[COFFEE]?.indispo, undefined);
	const asAgora = await catalogue(world, BOCAGE, 'GP/bocage', { gc: 'agora' });
	assert.ok(asAgora.ok && asAgora.value.lignes[COFFEE]?.indispo);
	const unserved = { livr: NEXT, gc: 'agora' };
	assert.equal(codeOf(await catalogue(world, BOCAGE, 'GP/bocage', unserved)), 'E-LIEN');
	const producer = await catalogue(world, person('P', 'PR/bocage.1'), 'PR/bocage.1');
	assert.deepEqual(producer.ok && Object.keys(producer.value.lignes), [CHICKEN]);
});

test('Catalogue shows the opening price beside the one that counts', async () => {
	const world = await createWorld();
	const amendment = { right: 'GP/bocage', gp: 'bocage', livr: LIVR, prod: CAMEMBERT, pu: 360 };
	await world.call(BOCAGE, 'CatlAmender', amendment);
	const seen = await catalogue(world, ADELE, 'CO/dupleix.2');
	assert.ok(seen.ok);
	const { ouv, act } = seen.value.lignes[CAMEMBERT] ?? {};
	assert.deepEqual([ouv?.pu, act?.pu], [340, 360]);
});

test('Catalogue is refused without the right, the link, the delivery; to who was shut out', async () => {
	const world = await createWorld();
	assert.equal(codeOf(await catalogue(world, ADELE, 'GC/dupleix')), 'E-DROIT');
	assert.equal(codeOf(await catalogue(world, ADELE, 'CO/dupleix.2', { gc: 'agora' })), 'E-DROIT');
	assert.equal(
		codeOf(await catalogue(world, person('L', 'GC/lointain'), 'GC/lointain')),
		'E-DROIT',
	);
	assert.equal(
		codeOf(await catalogue(world, person('E', 'CO/dupleix.6'), 'CO/dupleix.6')),
		'E-DROIT',
	);
	assert.equal(
		codeOf(await catalogue(world, ADELE, 'CO/dupleix.2', { livr: '20250615' })),
		'E-LIEN',
	);
	const gaelle = person('Gaelle', 'CO/agora.2');
	assert.equal(codeOf(await catalogue(world, gaelle, 'CO/agora.2', { livr: NEXT })), 'E-LIEN');
});

test('Lire gives a sheet as the right lets it be seen, never the hashes of accesses', async () => {
	const world = await createWorld();
	const group = await world.read('FGC', { gc: 'dupleix' });
	const acces = [{ lab: 'Zoé', pw: 1, hash: 'secret' }];
	await world.put('FGC', { gc: 'dupleix' }, { ...group, acces });
	const lire = (caller: typeof ADELE, right: string, type: string, id: string) =>
		world.report<{ acces: { hash: string }[]; par: object } | null>(caller, 'Lire', {
			right,
			type,
			id,
		});
	const asAnimator = await lire(ANIMATOR, 'GC/dupleix', 'FGC', 'dupleix');
	assert.deepEqual(asAnimator.ok && asAnimator.value?.acces.map(({ hash }) => hash), ['-']);
	const asConsumer = await lire(ADELE, 'CO/dupleix.2', 'FGC', 'dupleix');
	assert.deepEqual(asConsumer.ok && asConsumer.value?.acces, []);
	assert.equal(codeOf(await lire(ADELE, 'CO/dupleix.2', 'FGC', 'agora')), 'E-DROIT');
	assert.equal(codeOf(await lire(ADELE, 'CO/dupleix.2', 'FCO', 'dupleix.3')), 'E-DROIT');
	assert.equal(codeOf(await lire(ADELE, 'CO/dupleix.2', 'FCO', 'dupleix')), 'E-INPUT');
	assert.equal(codeOf(await lire(ADELE, 'GC/dupleix', 'FGC', 'dupleix')), 'E-DROIT');
	const absent = await lire(BOCAGE, 'GP/bocage', 'FPR', 'bocage.99');
	assert.deepEqual(absent, { ok: true, value: null });
	world.clock.set(at(6, 8));
});
