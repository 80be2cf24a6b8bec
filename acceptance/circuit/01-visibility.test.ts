/**
 * Point 1: who sees what (§9 of the specification), one test for each cell of the table: through a
 * pull, through news on a socket, through reports and through exports. S13 is in it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CHICKEN, LIVR } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, startCircuit } from '../first-light/support/circuit-server.ts';
import type { Person } from '../first-light/support/person.ts';
import { accepted, bounded, go, OURS, put, TOUR } from './support/asks.ts';

const VIEWERS = ['adele', 'bruno', 'animator', 'gaelle', 'bocage', 'poultry', 'citrus'] as const;
type Viewer = (typeof VIEWERS)[number];

const EVERYBODY: readonly Viewer[] = VIEWERS;
const GROUP = ['adele', 'bruno', 'animator'] as const;
const FARMS = ['poultry', 'citrus'] as const;

/**
 * Rows of the table: what is looked for, and who may see it. Dupleix shows initials to producers
 * (`detPr`); Gaëlle is a consumer of another linked group; Omar (`citrus`) is another producer.
 */
const ROWS: Readonly<Record<string, readonly [probe: string | RegExp, seen: readonly Viewer[]]>> = {
	'RG card of a group': ['"nom":"Dupleix"', EVERYBODY],
	'RC contact of the group': ['groupe@dupleix.example', [...GROUP, 'bocage', ...FARMS]],
	'RC consumer card: name': ['"nom":"Adèle"', GROUP],
	'RC consumer card: initials': ['"init":"AD"', [...GROUP, 'bocage', ...FARMS]],
	'RC consumer contact, conf 0': ['conf-zero@adele.example', GROUP],
	'RC consumer contact, conf 1': ['conf-one', ['adele', 'animator']],
	'RC consumer contact, conf 2': ['conf-two', ['adele']],
	'RP contact of the groupement, reduced': ['contact@bocage.example', EVERYBODY],
	'RP contact of the groupement, the rest': ['hangar-of-bocage', ['bocage', ...FARMS]],
	'RP producer card': ['"nom":"Ferme 1"', EVERYBODY],
	'RP producer contact, conf 0': ['farm-zero@bocage.example', ['animator', 'bocage', ...FARMS]],
	'RP producer contact, conf 1': ['farm-one', ['bocage', 'poultry']],
	'individual order': ['CO/dupleix.2 Adele', ['adele', 'animator']],
	'order of the group': ['"nco":', [...GROUP, 'bocage', 'poultry']],
	'packages: whose they are': [/"co":"2"[^{}]*"id":"pack-1"/, ['animator']],
	'packages: their weights': ['"id":"pack-1"', [...GROUP, 'bocage']],
	carton: ['"etat":2', ['animator', 'bocage', 'poultry']],
	'conditions that a producer proposes': ['why-it-costs-more', ['bocage', 'poultry']],
};

/** What only reports tell: computed from individual orders, for who may see those. */
const REPORTED: Readonly<Record<string, readonly [probe: string, seen: readonly Viewer[]]>> = {
	'when orders of the group came in': ['"heures":', ['animator']],
	'own orders summed up': ['"commandes":', ['adele']],
};

const PATHS = [
	...['RGC/', 'RGP/', 'CALGP/bocage', 'CHL/bocage', 'CHCO/dupleix', 'CHPR/bocage'],
	...[`CMDG/dupleix.bocage.${LIVR}`, `CMDC/dupleix.bocage.${LIVR}`, 'CMDOV/dupleix.bocage'],
	...[`CMDGP/bocage.${LIVR}`, 'CMDPR/bocage.1', 'CMDPR/bocage.2'],
];
const SHEETS = [
	...[
		['FGC', 'dupleix'],
		['FCO', 'dupleix.2'],
		['FGP', 'bocage'],
	],
	...[
		['FPR', 'bocage.1'],
		['CATG', 'bocage'],
	],
];
const EXPORTS = [
	...[
		{ quoi: 'BCC', gc: 'dupleix', co: '2' },
		{ quoi: 'BCG', gc: 'dupleix' },
	],
	...[
		{ quoi: 'MATRICE', gc: 'dupleix' },
		{ quoi: 'BCP', pr: '1' },
	],
];

/** Everything that each way out gives each viewer, as text. */
type Ways = Readonly<Record<'pull' | 'notice' | 'report' | 'export', string>>;
const told = new Map<Viewer, Ways>();
let circuit: Circuit;

const contact = (mail: string, adr: string, tx?: string) => ({
	contact: { mails: [mail], adr, ...(tx ? { tx } : {}) },
	conf: { mails: 0, adr: 1, ...(tx ? { tx: 2 } : {}) },
});

/** The poultry farm asks for another price of its chickens, and says why. */
const proposeConditions = async (pu: number): Promise<void> => {
	const cv = { d: 20250901, dispo: 3, pu, pn: 1_800, pb: 1_800 };
	const input = { gp: 'bocage', pr: '1', prod: CHICKEN, cv, tx: 'why-it-costs-more' };
	accepted(await circuit.as('poultry').call('CondProposer', input));
};

/** Orders, a carton, a package in a basket, proposed conditions, contacts of each confidentiality. */
const prepare = async (): Promise<void> => {
	const sheet = async (name: Viewer, type: string, id: string, input: object) =>
		accepted(await circuit.as(name).call('FicheMaj', { type, id, ...input }));
	await sheet(
		'adele',
		'FCO',
		'dupleix.2',
		contact('conf-zero@adele.example', 'conf-one', 'conf-two'),
	);
	await sheet('animator', 'FGC', 'dupleix', { contact: { mails: ['groupe@dupleix.example'] } });
	await sheet('bocage', 'FGP', 'bocage', {
		contact: { mails: ['contact@bocage.example'], adr: 'hangar-of-bocage' },
	});
	await sheet('poultry', 'FPR', 'bocage.1', contact('farm-zero@bocage.example', 'farm-one'));
	await proposeConditions(1_200);
	accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 2 }));
	go.closed(circuit);
	accepted(await circuit.as('poultry').call('CartEtat', { ...OURS, pr: '1', etat: 2 }));
	go.delivered(circuit);
	const paq = [{ id: 'pack-1', g: 1_700 }];
	accepted(
		await circuit.as('animator').call('PaqAjouter', { ...OURS, prod: CHICKEN, paq, co: '2' }),
	);
};

/** Touches every document of the table again, so that news of each go out. */
const touch = async (): Promise<void> => {
	for (const [name, type, id] of [
		['adele', 'FCO', 'dupleix.2'],
		['animator', 'FGC', 'dupleix'],
		['bocage', 'FGP', 'bocage'],
		['poultry', 'FPR', 'bocage.1'],
	] as const)
		accepted(await circuit.as(name).call('FicheMaj', { type, id, carte: { lieu: 'ici' } }));
	await proposeConditions(1_250);
	// Three received where none was shipped: the order moves, and its carton is judged again.
	const exp = { ...OURS, prod: CHICKEN, rec: { q2: 2 } };
	accepted(await circuit.as('animator').call('RecLigne', exp));
	accepted(
		await circuit.as('animator').call('AttLigne', { ...OURS, co: '2', prod: CHICKEN, q2: 2 }),
	);
};

const openable = async (person: Person): Promise<string[]> => {
	const opened: string[] = [];
	for (const path of PATHS) if (await person.open(path)) opened.push(path);
	return opened;
};

const pulled = async (person: Person, paths: readonly string[]) => {
	const threads = new Map<string, { version: number; text: string }>();
	for (const path of paths) {
		const { documents } = await person.pull(path);
		// What nobody sees here moves the thread too, and is told to nobody.
		const version = Math.max(0, ...documents.map((one) => one.version));
		threads.set(path, { version, text: JSON.stringify(documents) });
	}
	return threads;
};

/** News of a viewer until each of his threads has told the last change that he sees. */
const heard = async (
	next: () => ReturnType<Awaited<ReturnType<Person['listen']>>>,
	moved: ReadonlyMap<string, number>,
): Promise<string> => {
	const reached = new Map<string, number>();
	let text = '';
	while ([...moved].some(([path, version]) => (reached.get(path) ?? 0) < version))
		for (const news of await next()) {
			reached.set(news.path, Math.max(news.version, reached.get(news.path) ?? 0));
			text += JSON.stringify(news.documents);
		}
	return text;
};

const reported = async (person: Person): Promise<string> => {
	const answers = [await person.report('Catalogue', TOUR)];
	for (const [type, id] of SHEETS) answers.push(await person.report('Lire', { type, id }));
	answers.push(await person.report('Rythme', OURS));
	answers.push(await person.report('Bilan', { gc: 'dupleix', co: '2' }));
	return JSON.stringify(answers.map(({ result }) => result));
};

const exportedBy = async (person: Person): Promise<string> => {
	const answers = [];
	for (const input of EXPORTS) answers.push(await person.report('Exporter', { ...TOUR, ...input }));
	return JSON.stringify(answers.map(({ result }) => result));
};

before(async () => {
	circuit = await startCircuit();
	await prepare();
	const listeners = new Map<Viewer, Awaited<ReturnType<Person['listen']>>>();
	const first = new Map<Viewer, Awaited<ReturnType<typeof pulled>>>();
	for (const name of VIEWERS) {
		const person = circuit.as(name);
		const paths = await openable(person);
		listeners.set(name, await person.listen(...paths));
		first.set(name, await pulled(person, paths));
	}
	await touch();
	for (const name of VIEWERS) {
		const person = circuit.as(name);
		const known = first.get(name) ?? new Map();
		const now = await pulled(person, [...known.keys()]);
		const moved = new Map(
			[...now]
				.filter(([path, { version }]) => version > known.get(path).version)
				.map(([path, { version }]) => [path, version] as const),
		);
		const next = listeners.get(name);
		assert.ok(next && moved.size > 0);
		told.set(name, {
			pull: [...now.values()].map(({ text }) => text).join('\n'),
			notice: await heard(next, moved),
			report: await reported(person),
			export: await exportedBy(person),
		});
	}
}, bounded);
after(() => circuit.close());

const shows = (text: string, probe: string | RegExp): boolean =>
	typeof probe === 'string' ? text.includes(probe) : probe.test(text);

for (const [row, [probe, seen]] of Object.entries(ROWS))
	for (const viewer of VIEWERS) {
		const isSeen = seen.includes(viewer);
		test(`1. ${row}: ${viewer} ${isSeen ? 'sees it' : 'never'}`, () => {
			const ways = told.get(viewer);
			assert.ok(ways);
			if (isSeen) assert.ok(shows(ways.pull, probe), 'in what is pulled');
			else
				for (const [way, text] of Object.entries(ways))
					assert.ok(!shows(text, probe), `not through ${way}`);
		});
	}

for (const [row, [probe, seen]] of Object.entries(REPORTED))
	for (const viewer of VIEWERS) {
		const isSeen = seen.includes(viewer);
		test(`1. ${row}: ${viewer} ${isSeen ? 'is told' : 'never'}`, () => {
			const ways = told.get(viewer);
			assert.ok(ways);
			if (isSeen) assert.ok(shows(ways.report, probe), 'in a report');
			else
				for (const [way, text] of Object.entries(ways))
					assert.ok(!shows(text, probe), `not through ${way}`);
		});
	}

test('1. when orders came in says how many and for how much, and names nobody', async () => {
	const pace = accepted<object>(await circuit.as('animator').report('Rythme', OURS));
	assert.deepEqual(Object.keys(pace).toSorted(), ['heures', 'tClo', 'tOuv']);
	const [hour] = (pace as { heures: object[] }).heures;
	assert.deepEqual(Object.keys(hour ?? {}).toSorted(), ['n', 'px', 't']);
});
