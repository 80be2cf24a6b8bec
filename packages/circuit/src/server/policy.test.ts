import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import { ok } from '@navette/core';
import type { Caller } from '@navette/engine';
import { CHICKEN, LIVR, NEXT } from './testing/scenario.ts';
import {
	ADELE,
	ANIMATOR,
	BOCAGE,
	BRUNO,
	createWorld,
	ORG,
	orderOf,
	person,
	type World,
} from './testing/world.ts';

const scopeOf = async (world: World, caller: Caller, path: string): Promise<string | undefined> => {
	const granted = await world.engine.grants(ORG, caller, [{ path, wish: {} }]);
	return granted.ok ? granted.value.threads.get(path)?.scope : granted.error.code;
};

/** Documents of a thread as a caller pulls them. */
const pull = async (world: World, caller: Caller, path: string) => {
	const opened = await world.engine.open(ORG, caller, [path]);
	const outcome = opened.ok ? opened.value.threads[0]?.outcome : undefined;
	if (!outcome?.ok) return undefined;
	const pulled = await world.engine.pull(
		ORG,
		caller,
		[{ reference: outcome.value, since: 0 }],
		100,
	);
	const thread = pulled.ok ? pulled.value.threads[0]?.outcome : undefined;
	return thread?.ok
		? thread.value.page.documents.map(([type, id, , , data]) => {
				const decoded = data ? decodeCbor(data) : undefined;
				return { type, id, data: decoded?.ok ? decoded.value : undefined };
			})
		: undefined;
};

const ours = `dupleix.bocage.${LIVR}`;
const PRODUCER = person('Paule', 'PR/bocage.1');

test('threads of orders: who sees what', async () => {
	const world = await createWorld();
	const cells: readonly (readonly [Caller, string, string | undefined])[] = [
		[ADELE, `CMDC/${ours}`, 'BCC?co=2'],
		[ADELE, `CMDG/${ours}`, 'BCC?co=2;BCG:BCG.anonymous'],
		[ANIMATOR, `CMDC/${ours}`, 'BCC'],
		[ANIMATOR, `CMDG/${ours}`, 'BCC;BCG;CART'],
		[ANIMATOR, 'CMDOV/dupleix.bocage', 'BCG'],
		[BOCAGE, `CMDGP/bocage.${LIVR}`, 'BCG:BCG.anonymous;CART;CHD:CHAT.reader:GP/bocage'],
		[PRODUCER, 'CMDPR/bocage.1', 'CART;PROP'],
		[ADELE, 'CMDOV/dupleix.bocage', undefined],
		[ADELE, `CMDGP/bocage.${LIVR}`, undefined],
		[ADELE, `CMDC/agora.bocage.${LIVR}`, undefined],
		[ANIMATOR, `CMDG/agora.bocage.${LIVR}`, undefined],
		[BOCAGE, `CMDG/${ours}`, undefined],
		[BOCAGE, `CMDC/${ours}`, undefined],
		[PRODUCER, 'CMDPR/bocage.2', undefined],
		[PRODUCER, `CMDGP/bocage.${LIVR}`, undefined],
		[person('Ines', 'GP/agrumes'), `CMDGP/bocage.${LIVR}`, undefined],
		[person('Ada', 'ADM'), `CMDG/${ours}`, undefined],
		[person('Nobody'), `CMDG/${ours}`, undefined],
	];
	for (const [caller, path, scope] of cells)
		assert.equal(await scopeOf(world, caller, path), scope, path);
});

test('a delivery that does not exist, or does not stop there, has no threads', async () => {
	const world = await createWorld();
	assert.equal(await scopeOf(world, ADELE, 'CMDC/dupleix.bocage.20250615'), undefined);
	assert.equal(await scopeOf(world, BOCAGE, 'CMDGP/bocage.20250615'), undefined);
	const gaelle = person('Gaelle', 'CO/agora.2');
	assert.equal(await scopeOf(world, gaelle, `CMDC/agora.bocage.${LIVR}`), 'BCC?co=2');
	assert.equal(await scopeOf(world, gaelle, `CMDC/agora.bocage.${NEXT}`), undefined);
});

test('consumers shut out, gone or unknown see nothing; those whose orders are blocked do', async () => {
	const world = await createWorld();
	const paths = [`CMDC/${ours}`, 'RGC/', 'RGP/', 'CALGP/bocage', 'CHL/bocage', 'CHCO/dupleix'];
	for (const path of paths) {
		assert.ok(await scopeOf(world, person('Denis', 'CO/dupleix.5'), path), path);
		for (const co of ['6', '7', '99'])
			assert.equal(await scopeOf(world, person('X', `CO/dupleix.${co}`), path), undefined, path);
	}
});

test('calendars and chats ask for a link active on both sides', async () => {
	const world = await createWorld();
	const lointain = person('Luc', 'GC/lointain');
	for (const path of ['CALGP/bocage', 'CHL/bocage', 'CHPR/bocage']) {
		assert.ok(await scopeOf(world, ANIMATOR, path), path);
		assert.equal(await scopeOf(world, lointain, path), undefined, path);
	}
	assert.equal(await scopeOf(world, BOCAGE, 'CHCO/dupleix'), 'CHCO:CHAT.proposer:GP/bocage');
	assert.equal(await scopeOf(world, BOCAGE, 'CHCO/lointain'), undefined);
	const group = await world.read('FGC', { gc: 'dupleix' });
	const gps = group?.gps.map((link) => ({ ...link, st: 'suspendu' }));
	await world.put('FGC', { gc: 'dupleix' }, { ...group, gps });
	assert.equal(await scopeOf(world, ANIMATOR, 'CALGP/bocage'), undefined);
});

test('writes that may change what is seen are told to open sockets', async () => {
	const world = await createWorld();
	const write = (type: string, key: Record<string, string>) =>
		world.engine.run({
			org: ORG,
			caller: BOCAGE,
			async work(context) {
				await context.write(type, key, await context.read(type, key));
				return ok(null);
			},
		});
	const moved: readonly (readonly [string, Record<string, string>])[] = [
		['FGC', { gc: 'dupleix' }],
		['FCO', { gc: 'dupleix', co: '2' }],
		['FGP', { gp: 'bocage' }],
		['LIVRG', { gp: 'bocage', livr: LIVR }],
	];
	for (const [type, key] of moved) {
		const written = await write(type, key);
		assert.ok(written.ok && written.value.commit.rightsMoved, type);
	}
	const ordered = await write('CATG', { gp: 'bocage' });
	assert.ok(ordered.ok && !ordered.value.commit.rightsMoved);
});

test('S13 point 1. a groupement gets no order of a consumer; a consumer only his own', async () => {
	const world = await createWorld();
	await world.call(ADELE, 'CmdLigne', { ...orderOf('2'), prod: CHICKEN, q2: 2 });
	await world.call(BRUNO, 'CmdLigne', { ...orderOf('3'), prod: CHICKEN, q2: 2 });
	const tour = await pull(world, BOCAGE, `CMDGP/bocage.${LIVR}`);
	assert.deepEqual(tour?.map((one) => one.type).sort(), ['BCG', 'CART']);
	const own = await pull(world, ADELE, `CMDC/${ours}`);
	assert.deepEqual(
		own?.map((one) => one.id),
		[`dupleix.2.bocage.${LIVR}`],
	);
});

test('S13 point 2. a consumer reads no name on the packages of his group', async () => {
	const world = await createWorld();
	await world.call(ADELE, 'CmdLigne', { ...orderOf('2'), prod: CHICKEN, q2: 2 });
	const key = { gc: 'dupleix', gp: 'bocage', livr: LIVR };
	const stored = await world.read('BCG', key);
	const line = stored?.lignes[CHICKEN];
	const paq = [
		{ id: 'p1', g: 1_720, px: 2_047, or: 'rec', co: '3', st: 0, t: 1, par: 'GC/dupleix Zoe' },
	];
	await world.put('BCG', key, { ...stored, lignes: { [CHICKEN]: { ...line, paq } } });
	const seen = await pull(world, ADELE, `CMDG/${ours}`);
	const group = seen?.find((one) => one.type === 'BCG')?.data as typeof stored;
	assert.deepEqual(
		group?.lignes[CHICKEN]?.paq?.map(({ co, par }) => [co, par]),
		[[null, '-']],
	);
});

test('S13 point 3. what a consumer keeps to himself is absent from the animator’s directory', async () => {
	const world = await createWorld();
	const sheet = await world.read('FCO', { gc: 'dupleix', co: '2' });
	const mails = ['adele@adele.example'];
	const contact = { ...sheet?.contact, mails };
	await world.put(
		'FCO',
		{ gc: 'dupleix', co: '2' },
		{ ...sheet, contact, conf: { tels: 2, mails: 1 } },
	);
	const numbers = async (caller: Caller) => {
		const seen = await pull(world, caller, 'RGC/');
		const directory = seen?.find((one) => one.type === 'RC' && one.id === 'dupleix')?.data as
			| { cos: Record<string, { contact: { tels: unknown[]; mails: unknown[] } }> }
			| undefined;
		const found = directory?.cos['2']?.contact;
		return found && [found.tels.length, found.mails.length];
	};
	assert.deepEqual(await numbers(ADELE), [1, 1]);
	assert.deepEqual(await numbers(ANIMATOR), [0, 1]);
	assert.deepEqual(await numbers(BRUNO), [0, 0]);
	assert.deepEqual(await numbers(BOCAGE), [0, 0]);
});
