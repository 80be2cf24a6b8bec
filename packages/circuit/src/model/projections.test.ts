import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Projection, Right } from '@navette/model';
import * as v from 'valibot';
import {
	type AccessFacts,
	type Chat,
	type ConsumersDirectory,
	chatSchema,
	consumerSheetSchema,
	consumersDirectorySchema,
	type Delivery,
	type DocumentName,
	documentAccessOf,
	type GroupOrder,
	type ProducersDirectory,
} from './index.ts';

const facts: AccessFacts = {
	groupsOf: { bocage: ['dupleix'] },
	statuses: {},
	detailGroups: [],
};
const detailed: AccessFacts = { ...facts, detailGroups: ['dupleix'] };

const view = <T>(
	who: string,
	name: DocumentName,
	key: Record<string, string>,
	data: unknown,
	known = facts,
): T => {
	const [usage = '', subject = ''] = who.split('/');
	const right: Right = { usage, subject, power: 1 };
	const access = documentAccessOf(right, name, key, known);
	assert.ok(access, `${who} reads ${name}`);
	const project: Projection | undefined = access.project;
	return (project ? project.apply(data, key) : data) as T;
};

const person = (nom: string, init: string, level: 0 | 1 | 2) => ({
	carte: { nom, init },
	contact: { tels: [{ lab: 'portable', num: '0600000000' }], mails: [`${init}@fermes.example`] },
	conf: { tels: level, mails: 0 as const },
});
const directory: ConsumersDirectory = {
	g: { tels: [], mails: ['groupe@dupleix.example'] },
	cos: {
		2: { ...person('Ana Pinto', 'AP', 0), st: 0 },
		3: { ...person('Paul Roy', 'PR', 1), st: 1 },
		4: { ...person('Eve Noël', 'EN', 2), st: 9 },
	},
};
const key = { gc: 'dupleix' };
const tels = (seen: ConsumersDirectory) =>
	Object.entries(seen.cos).map(([co, one]) => `${co}:${one.contact.tels.length}`);
const names = (seen: ConsumersDirectory) => Object.values(seen.cos).map((one) => one.carte.nom);
const rc = (who: string, known = facts, of: Record<string, string> = key) => {
	const seen = view<ConsumersDirectory>(who, 'RC', of, directory, known);
	assert.ok(v.is(consumersDirectorySchema, seen));
	return seen;
};

test('S13 telephones: neighbours see conf 0, animators up to 1, conf 2 is for oneself only', () => {
	assert.deepEqual(tels(rc('CO/dupleix.2')), ['2:1', '3:0', '4:0']);
	assert.deepEqual(tels(rc('CO/dupleix.4')), ['2:1', '3:0', '4:1']);
	assert.deepEqual(tels(rc('GC/dupleix')), ['2:1', '3:1', '4:0']);
	assert.deepEqual(tels(rc('GP/bocage')), ['2:0', '3:0', '4:0']);
	assert.ok(!JSON.stringify(rc('CO/dupleix.2').cos['3']).includes('0600000000'));
});

test('a groupement sees initials, a producer only if the group allows, others nothing', () => {
	assert.deepEqual(names(rc('CO/dupleix.2')), ['Ana Pinto', 'Paul Roy', 'Eve Noël']);
	assert.deepEqual(names(rc('GP/bocage')), ['AP', 'PR', 'EN']);
	assert.deepEqual(names(rc('PR/bocage.1')), []);
	assert.deepEqual(rc('PR/bocage.1').g.mails, ['groupe@dupleix.example']);
	assert.deepEqual(names(rc('PR/bocage.1', detailed)), ['AP', 'PR', 'EN']);
	assert.deepEqual(rc('GP/bocage', facts, { gc: 'agora' }), {
		g: { tels: [], mails: [] },
		cos: {},
	});
	assert.deepEqual(rc('PR/bocage.1', detailed, { gc: 'agora' }), {
		g: { tels: [], mails: [] },
		cos: {},
	});
});

test('a neighbour does not learn that somebody is blocked', () => {
	assert.deepEqual(
		Object.values(rc('CO/dupleix.2').cos).map((one) => one.st),
		[0, 0, 9],
	);
	assert.deepEqual(
		Object.values(rc('GC/dupleix').cos).map((one) => one.st),
		[0, 1, 9],
	);
});

test('producers’ directory: cards for all, contacts by link and by role', () => {
	const producers: ProducersDirectory = {
		g: { tels: [{ lab: 'fixe', num: '02' }], mails: [], adr: 'La Lande' },
		prs: {
			1: { ...person('Ferme du Pré', 'FP', 1), rayons: [] },
			2: { ...person('Les Ruches', 'LR', 0), rayons: [] },
		},
	};
	const rp = (who: string, gp = 'bocage') => {
		const seen = view<ProducersDirectory>(who, 'RP', { gp }, producers);
		const [one, two] = Object.values(seen.prs).map((entry) => entry.contact.tels.length);
		return [seen.g.tels.length, seen.g.adr === undefined ? 'reduced' : 'full', one, two];
	};
	assert.deepEqual(rp('CO/dupleix.2'), [1, 'reduced', 0, 0]);
	assert.deepEqual(rp('CO/agora.2'), [0, 'reduced', 0, 0]);
	assert.deepEqual(rp('GC/dupleix'), [1, 'reduced', 0, 1]);
	assert.deepEqual(rp('GP/bocage'), [1, 'full', 1, 1]);
	assert.deepEqual(rp('GP/agrumes'), [0, 'reduced', 0, 0]);
	assert.deepEqual(rp('PR/bocage.2'), [1, 'full', 0, 1]);
	assert.deepEqual(rp('PR/bocage.1'), [1, 'full', 1, 1]);
});

test('S13 a consumer and a groupement read a group’s order without names on packages', () => {
	const one = { id: 'p1', g: 1_700, px: 2_023, or: 'rec', co: '3', st: 0, t: 1, par: 'GC/d Eve' };
	const sums = { q2: 2, g: 0 };
	const line = { cmd: { ...sums, nco: 1 }, att: sums, dis: sums, al: 0, paq: [one] };
	const order = {
		lignes: { '1.1': line },
		tot: { nco: 1, nref: 1, pb: 0, px: 0, al: 0 },
	} as GroupOrder;
	const of = { gc: 'dupleix', gp: 'bocage', livr: '20250614' };
	const packages = (who: string) =>
		view<GroupOrder>(who, 'BCG', of, order).lignes['1.1']?.paq?.map((p) => p.co);
	assert.deepEqual(packages('CO/dupleix.2'), [null]);
	assert.deepEqual(packages('GP/bocage'), [null]);
	assert.deepEqual(packages('GC/dupleix'), ['3']);
});

test('S14 a waiting or refused message is for its author and the moderators', () => {
	const item = (k: string, mod: 'pub' | 'att' | 'ref', role: 'GP' | 'GC', code: string) => ({
		k,
		t: 1,
		aut: { role, code, init: 'XX' },
		tx: k,
		mod,
	});
	const chat: Chat = {
		n: 4,
		items: [
			item('a', 'pub', 'GC', 'dupleix'),
			item('b', 'att', 'GP', 'bocage'),
			item('c', 'ref', 'GP', 'agrumes'),
			item('d', 'pub', 'GP', 'agrumes'),
		],
	};
	const seen = (who: string) => {
		const shown = view<Chat>(who, 'CHCO', key, chat);
		assert.ok(v.is(chatSchema, shown));
		return shown.items.map((one) => one.k).join('');
	};
	assert.equal(seen('CO/dupleix.2'), 'ad');
	assert.equal(seen('GC/dupleix'), 'abcd');
	assert.equal(seen('GP/bocage'), 'b');
});

test('a group sees its own stop of a tour only', () => {
	const stop = { tLiv: 4, adrL: 'cour', tDis: 5, adrD: 'cour', ordre: 1 };
	const change = (champ: string) => ({ t: 1, par: 'GP/bocage', champ, av: 1, ap: 2 });
	const delivery: Delivery = {
		tOuv: 1,
		tClo: 2,
		tExp: 3,
		tArc: 9,
		pts: { dupleix: stop, agora: stop },
		hist: [change('tClo'), change('pts.agora.adrL'), change('pts.dupleix.tDis')],
	};
	const of = { gp: 'bocage', livr: '20250614' };
	const seen = view<Delivery>('CO/dupleix.2', 'LIVRG', of, delivery);
	assert.deepEqual(Object.keys(seen.pts), ['dupleix']);
	assert.deepEqual(
		seen.hist.map((one) => one.champ),
		['tClo', 'pts.dupleix.tDis'],
	);
});

test('hashes of access rights never go out, and a sheet keeps its shape', () => {
	const sheet = {
		...person('Ana Pinto', 'AP', 2),
		acces: [{ lab: 'Ana', pw: 1, hash: 'secret-hash' }],
		st: 0,
		pref: { rappels: true, langue: 'fr' },
	};
	for (const who of ['CO/dupleix.2', 'GC/dupleix']) {
		const seen = view<unknown>(who, 'FCO', { gc: 'dupleix', co: '2' }, sheet);
		assert.ok(v.is(consumerSheetSchema, seen), who);
		assert.ok(!JSON.stringify(seen).includes('secret-hash'), who);
		assert.equal(JSON.stringify(seen).includes('0600000000'), who.startsWith('CO'));
	}
});
