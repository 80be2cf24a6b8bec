/**
 * Every operation, for everybody and in every phase: who and when as the tables of the specification
 * say. A check that is left out lets somebody, or some phase, through and fails here.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '@navette/engine';
import { circuitApplication } from '../application.ts';
import { at, CAMEMBERT, CARROTS, CHICKEN, LIVR, ORANGES, PREVIOUS } from '../testing/scenario.ts';
import { codeOf, createWorld, type World } from '../testing/world.ts';

const someone =
	(id: string, usage: string, subject: string, power = 1): Caller =>
	() => ({ id, rights: [{ usage, subject, power }] });

const PEOPLE = {
	adele: someone('Adele', 'CO', 'dupleix.2'),
	bruno: someone('Bruno', 'CO', 'dupleix.3'),
	gaelle: someone('Gaelle', 'CO', 'agora.2'),
	animator: someone('Zoe', 'GC', 'dupleix'),
	helper: someone('Hugo', 'GC', 'dupleix', 2),
	agora: someone('Gil', 'GC', 'agora'),
	far: someone('Luc', 'GC', 'lointain'),
	bocage: someone('Yann', 'GP', 'bocage'),
	second: someone('Yves', 'GP', 'bocage', 2),
	agrumes: someone('Ines', 'GP', 'agrumes'),
	poultry: someone('Paule', 'PR', 'bocage.1'),
	citrus: someone('Omar', 'PR', 'bocage.2'),
	admin: someone('Ada', 'ADM', ''),
} as const;
type Name = keyof typeof PEOPLE;

const RIGHTS: Readonly<Record<Name, string>> = {
	...{ adele: 'CO/dupleix.2', bruno: 'CO/dupleix.3', gaelle: 'CO/agora.2' },
	...{ animator: 'GC/dupleix', helper: 'GC/dupleix', agora: 'GC/agora', far: 'GC/lointain' },
	...{ bocage: 'GP/bocage', second: 'GP/bocage', agrumes: 'GP/agrumes' },
	...{ poultry: 'PR/bocage.1', citrus: 'PR/bocage.2', admin: 'ADM' },
};

const HOUR = 3_600_000;
const PHASES = [
	at(1, 8),
	at(5, 10),
	at(12, 21),
	at(14, 7),
	at(14, 9),
	at(14, 10),
	at(14, 6) + 30 * 24 * HOUR,
] as const;
const ALWAYS = [0, 1, 2, 3, 4, 5, 6];

interface Case {
	readonly input: object;
	readonly who: readonly Name[];
	/** Phases in which the first of them is let through. */
	readonly phases: readonly number[];
}

const K = { gp: 'bocage', livr: LIVR };
const G = { ...K, gc: 'dupleix' };
const A = { ...G, co: '2' };
const CART = { ...G, pr: '1' };
const GC = ['animator', 'helper'] as const;
const GP = ['bocage', 'second'] as const;
const BUYERS = ['adele', ...GC] as const;
const PACKERS = ['poultry', ...GP] as const;
const HASH = 'a'.repeat(64);
const carte = { nom: 'Nouveau', init: 'NO' };
const contact = { tels: [], mails: ['n@x.example'] };
const cv = { d: 20260101, dispo: 3, pu: 100, pn: 100, pb: 100 };
const perm = {
	...{ lib: 'Miel', rayon: 'Épicerie', cons: 'S', labels: [], tva: 550 },
	...{ mode: 'U', emb: 'unite', demi: false, par: 0 },
};
const later = { tOuv: at(1, 8) + 2e10, tClo: at(1, 8) + 3e10, tExp: at(1, 8) + 4e10 };
const chat = { type: 'CHL', ...K };
const talkers = [...GP, ...GC, 'agora'] as const;
const cells = [
	['Consommateur', 'Produit', 'Quantité'],
	['2', ORANGES, '2'],
];

const by = (who: readonly Name[], phases: readonly number[], input: object): Case => ({
	...{ who, phases, input },
});

const CASES: Readonly<Record<string, Case>> = {
	CmdLigne: by(BUYERS, [1], { ...A, prod: CHICKEN, q2: 2 }),
	CmdLot: by(BUYERS, [1], { ...A, lignes: [{ prod: CHICKEN, q2: 2 }] }),
	CmdCopier: by(BUYERS, [1], { ...A, from: PREVIOUS }),
	CmdVider: by(BUYERS, [1], A),
	CmdImporter: by(GC, [1], { ...G, lignes: cells }),
	AttLigne: by(GC, [1, 4, 5], { ...A, prod: CAMEMBERT, q2: 2 }),
	CatlAmender: by(GP, [0, 1, 2], { ...K, prod: CAMEMBERT, pu: 360 }),
	CatlCalculer: by(GP, [0], K),
	CatlValider: by(GP, [0, 1, 2], K),
	CatlAligner: by(GP, [0, 1, 2], { ...K, avec: 'general', prods: [CAMEMBERT] }),
	CatgImporter: by(GP, ALWAYS, {
		gp: 'bocage',
		lignes: [
			['pr', 'rp', 'lib'],
			['3', '2', 'Camembert'],
		],
	}),
	ProdCreer: by(GP, ALWAYS, { gp: 'bocage', pr: '2', perm, cv }),
	ProdMaj: by(GP, ALWAYS, { gp: 'bocage', prod: CAMEMBERT, lib: 'x' }),
	ProdRetirer: by(GP, ALWAYS, { gp: 'bocage', prod: CAMEMBERT }),
	CondPoser: by(GP, ALWAYS, { gp: 'bocage', prod: CAMEMBERT, cv }),
	CondSuppr: by(GP, [], { gp: 'bocage', prod: CAMEMBERT, d: 20260101 }),
	CondProposer: by(['poultry'], ALWAYS, { gp: 'bocage', pr: '1', prod: CHICKEN, cv }),
	CondRepondre: by(GP, ALWAYS, { gp: 'bocage', pr: '1', k: 'none', sort: 'acc' }),
	CondReprendre: by(['poultry'], ALWAYS, { gp: 'bocage', pr: '1', k: 'none' }),
	PhotoPoser: by(['poultry', ...GP], ALWAYS, {
		...{ gp: 'bocage', prod: CHICKEN, vig: '_9j_4AAQ', l: 1_280, h: 960 },
		fichier: { fid: `${'a'.repeat(21)}A`, size: 1_000, digest: 'A'.repeat(43) },
	}),
	PhotoOter: by(['poultry', ...GP], ALWAYS, { gp: 'bocage', prod: CHICKEN }),
	LivrAnnoncer: by(GP, ALWAYS, { ...K, livr: '20260712', annonce: { ...later, gcs: [] } }),
	LivrCreer: by(GP, ALWAYS, { ...K, livr: '20260712', ...later, pts: {} }),
	LivrDupliquer: by(GP, ALWAYS, { ...K, to: ['20260613'], catalogue: true }),
	LivrDates: by(GP, [0, 1, 2], { ...K, tExp: at(14, 8) }),
	LivrNommer: by(GP, [0, 1, 2, 3, 4, 5], { ...K, lib: 'Tournée de juin' }),
	LivrPoints: by(GP, [0, 1, 2], { ...G, ordre: 3 }),
	LivrDire: by(GP, [2], { ...K, quoi: 'parti' }),
	LivrAnnuler: by(GP, [0, 1, 2], { ...K, raison: 'Panne' }),
	CartExp: by(PACKERS, [2, 3], { ...CART, lignes: [{ rp: '1', exp: { q2: 2 } }] }),
	CartPaquets: by(PACKERS, [2, 3], { ...CART, rp: '1', ajouts: [{ id: 'n', g: 1_700 }] }),
	CartColis: by(PACKERS, [2, 3], { ...CART, cols: [{ n: 1, pb: 5_000, cons: 'F' }] }),
	CartEtat: by(PACKERS, [2, 3], { ...CART, etat: 1 }),
	RecLigne: by(GC, [4, 5], { ...G, prod: CAMEMBERT, rec: { q2: 4 } }),
	RecCommeExp: by(GC, [4, 5], { ...G, pr: '3', de: 'cmd' }),
	PaqAjouter: by(GC, [4, 5], { ...G, prod: CHICKEN, paq: [{ id: 'n', g: 1_700 }] }),
	PaqDeplacer: by(GC, [4, 5], { ...G, prod: CHICKEN, paq: [{ id: 'p1', co: '2', st: 0 }] }),
	PaqCorriger: by(GC, [4, 5], { ...G, prod: CHICKEN, id: 'p1', newId: 'p2', g: 1_800 }),
	DisLigne: by(GC, [4, 5], { ...A, prod: CARROTS, dis: { g: 990 } }),
	DisRepartir: by(GC, [4, 5], { ...G, prod: CARROTS, strategie: 'rata' }),
	DisRetrait: by(GC, [5], { ...A, qui: 'Adèle' }),
	ChatEcrire: by(talkers, [0, 1, 2, 3, 4, 5], { chat, tx: 'Bonjour' }),
	ChatModerer: by(talkers, [0, 1, 2, 3, 4, 5], { chat, k: 'none' }),
	ChatEffacer: by(talkers, [0, 1, 2, 3, 4, 5], { chat, k: 'none' }),
	ChatUrgent: by(talkers, [0, 1, 2, 3, 4, 5], { chat, k: 'none', urg: true }),
	FicheMaj: by(['adele', 'animator'], ALWAYS, { type: 'FCO', id: 'dupleix.2', carte }),
	CoCreer: by(['animator'], ALWAYS, { gc: 'dupleix', carte, contact }),
	CoStatut: by(['animator'], ALWAYS, { gc: 'dupleix', co: '3', st: 1 }),
	PrCreer: by(['bocage'], ALWAYS, { gp: 'bocage', carte }),
	GcCreer: by(['admin'], ALWAYS, { gc: 'canal', carte }),
	GpCreer: by(['admin'], ALWAYS, { gp: 'vallee', carte }),
	AccesDonner: by(['animator', 'admin'], ALWAYS, {
		...{ type: 'FGC', id: 'dupleix', lab: 'Nora', hash: HASH },
	}),
	AccesOffrir: by(['animator', 'admin'], ALWAYS, {
		...{ type: 'FGC', id: 'dupleix', lab: 'Nora', offre: 'a'.repeat(22), cle: 'a'.repeat(43) },
	}),
	AccesRetirer: by(['animator', 'admin'], ALWAYS, { type: 'FGC', id: 'dupleix', lab: 'Nora' }),
	LienProposer: by(['animator', 'bocage'], ALWAYS, { gc: 'dupleix', gp: 'bocage' }),
	LienAccepter: by(['animator', 'bocage'], ALWAYS, { gc: 'dupleix', gp: 'bocage' }),
	LienSuspendre: by(['animator', 'bocage'], ALWAYS, { gc: 'dupleix', gp: 'bocage' }),
};

/** Orders, a weighed package and a reception: something for each operation to work on. */
const prepare = async (): Promise<World> => {
	const world = await createWorld();
	const does = async (name: Name, operation: string, input: object) => {
		const asked = { right: RIGHTS[name], ...input };
		assert.equal(codeOf(await world.call(PEOPLE[name], operation, asked)), 'ok', operation);
	};
	await does('adele', 'CmdLigne', { ...A, prod: CHICKEN, q2: 4 });
	await does('adele', 'CmdLigne', { ...A, prod: CAMEMBERT, q2: 4 });
	await does('adele', 'CmdLigne', { ...A, prod: CARROTS, g: 1_000 });
	world.clock.set(at(12, 21));
	await does('poultry', 'CartPaquets', { ...CART, rp: '1', ajouts: [{ id: 'p1', g: 1_720 }] });
	world.clock.set(at(14, 9));
	await does('animator', 'RecLigne', { ...G, prod: CARROTS, rec: { g: 1_000 } });
	return world;
};

const call = async (
	world: World,
	name: Name,
	operation: string,
	input: object,
	right = RIGHTS[name],
) => codeOf(await world.call(PEOPLE[name], operation, { right, ...input }));

const WRONG_PHASE = ['E-PHASE', 'E-ARCH', 'E-GEL', 'E-DATE'];
const WRONG_PERSON = ['E-DROIT', 'E-LIEN', 'E-BLOQUE'];

test('the table names every operation', () => {
	const declared = circuitApplication.operations.map(({ name }) => name);
	assert.deepEqual(Object.keys(CASES).toSorted(), declared.toSorted());
});

for (const [operation, { input, who, phases }] of Object.entries(CASES)) {
	test(`${operation}: only ${who.join(', ')}`, async () => {
		const world = await prepare();
		const phase = phases.includes(1) ? 1 : (phases.at(-1) ?? 1);
		world.clock.set(PHASES[phase] ?? at(5, 10));
		const strangers = (Object.keys(PEOPLE) as Name[]).filter((name) => !who.includes(name));
		for (const name of strangers) {
			const code = await call(world, name, operation, input);
			assert.ok(WRONG_PERSON.includes(code), `${name}: ${code}`);
			// Naming a right one does not hold helps nobody.
			const borrowed = RIGHTS[who[0] ?? 'admin'];
			if (borrowed === RIGHTS[name]) continue;
			assert.equal(await call(world, name, operation, input, borrowed), 'E-DROIT', name);
		}
		for (const name of who) {
			const code = await call(world, name, operation, input);
			assert.ok(!WRONG_PERSON.includes(code), `${name}: ${code}`);
		}
	});

	test(`${operation}: in phases ${phases.join(' ') || 'none'}`, async () => {
		const [name] = who;
		assert.ok(name);
		const world = await prepare();
		// Refused phases first: what is accepted may change the state.
		const order = ALWAYS.toSorted(
			(a, b) => Number(phases.includes(a)) - Number(phases.includes(b)),
		);
		for (const phase of order) {
			const isLast = phases.includes(phase);
			const fresh = isLast ? await prepare() : world;
			fresh.clock.set(PHASES[phase] ?? 0);
			const code = await call(fresh, name, operation, input);
			const isThrough = !WRONG_PHASE.includes(code) && !WRONG_PERSON.includes(code);
			assert.equal(isThrough, isLast, `phase ${phase}: ${code}`);
		}
	});
}
