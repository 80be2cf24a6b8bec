import assert from 'node:assert/strict';
import test from 'node:test';
import type {
	ConsumerSheet,
	ConsumersDirectory,
	GroupSheet,
	ProducersDirectory,
} from '../../model/index.ts';
import {
	contactOf,
	contactSeen,
	directoryEntries,
	filledIn,
	formOf,
	isChanged,
	isReachableBy,
	type SheetForm,
	searchEntries,
	sheetChange,
	sheetFaults,
} from './index.ts';

const contact = { tels: [{ lab: 'mobile', num: '06' }], mails: [] };
const entry = (nom: string, st: 0 | 9 = 0): ConsumersDirectory['cos'][string] => ({
	...{ carte: { nom, init: nom.slice(0, 2).toUpperCase() }, contact, conf: {}, st },
});
const RC: ConsumersDirectory = {
	g: { tels: [], mails: ['dupleix@group.example'] },
	cos: { 1: entry('Dupleix'), 2: entry('Zoé'), 3: entry('Aimé', 9), 4: entry('Élise') },
};
const RP: ProducersDirectory = {
	g: contact,
	prs: { 2: { carte: { nom: 'Fromagerie', init: 'FR' }, contact, conf: {}, rayons: ['Crèmerie'] } },
};
const sources = (named: boolean) => ({
	general: {
		gcs: { dupleix: { nom: 'Dupleix', init: 'DX' }, agora: { nom: 'Agora', init: 'AG' } },
		gps: { bocage: { nom: 'Bocage', init: 'BO', lieu: 'Orne' } },
	},
	consumers: new Map([['dupleix', RC]]),
	producers: new Map([['bocage', RP]]),
	named,
});

test('people by name, those who left last, the group itself is nobody; others are told initials only', () => {
	const shown = (named: boolean) =>
		directoryEntries(sources(named)).map(({ kind, id }) => `${kind} ${id}`);
	const others = ['group agora', 'group dupleix', 'groupement bocage', 'producer bocage.2'];
	assert.deepEqual(shown(true), [
		...['person dupleix.4', 'person dupleix.2', 'person dupleix.3'],
		...others,
	]);
	assert.deepEqual(shown(false), others);
	const group = directoryEntries(sources(false)).find(({ id }) => id === 'dupleix');
	assert.deepEqual(group?.initials, ['AI', 'ZO', 'ÉL']);
	assert.deepEqual(group?.contact.mails, ['dupleix@group.example']);
	const agora = directoryEntries(sources(true)).find(({ id }) => id === 'agora');
	assert.equal(agora && isReachableBy(agora.contact), false, 'what is not shown is empty');
});

test('a search finds names, places and shelves whatever accents and case', () => {
	const found = (search: string) =>
		searchEntries(directoryEntries(sources(true)), search).map(({ id }) => id);
	assert.deepEqual(found('elise'), ['dupleix.4']);
	assert.deepEqual(found('cremerie bocage'), ['bocage.2']);
	assert.deepEqual(found('ORNE'), ['bocage']);
	assert.deepEqual(found('personne'), []);
});

const sheet: ConsumerSheet = {
	carte: { nom: 'Adèle', init: 'AD' },
	...{ contact, conf: { tels: 1 }, acces: [], st: 0 },
	pref: { rappels: false, langue: 'fr' },
};
const form = formOf('FCO', sheet);
const change = (rest: Partial<SheetForm>) => sheetChange('FCO', { ...form, ...rest }, form);

test('only the fields that changed are written; a text emptied is removed; rows left empty are none', () => {
	assert.deepEqual(change({}), {});
	assert.equal(isChanged('FCO', { ...form, nom: ' Adèle ' }, form), false);
	assert.deepEqual(change({ nom: 'Adèle M.' }), { carte: { nom: 'Adèle M.' } });
	assert.deepEqual(change({ adr: '1 rue' }), { contact: { adr: '1 rue' } });
	const withPlace = formOf('FCO', { ...sheet, carte: { ...sheet.carte, lieu: 'Paris' } });
	assert.deepEqual(sheetChange('FCO', { ...withPlace, lieu: ' ' }, withPlace), {
		carte: { lieu: null },
	});
	const rows = { ...form, tels: [...form.tels, { lab: '', num: ' ' }], mails: [''] };
	assert.deepEqual(contactOf(rows), contact);
	assert.deepEqual(change({ conf: { ...form.conf, mails: 2 } }), { conf: { mails: 2 } });
	assert.deepEqual(change({ settings: { ...form.settings, rappels: true } }), {
		pref: { rappels: true, langue: 'fr' },
	});
});

test('the settings of a group are numbers within their bounds', () => {
	const group: GroupSheet = {
		...{ carte: sheet.carte, contact, conf: {}, acces: [], gps: [] },
		par: { avance: 12, tolG: 50, tolPct: 5, detPr: false, langue: 'fr' },
		...{ tz: 'Europe/Paris', st: 'actif' },
	};
	const before = formOf('FGC', group);
	const after = (settings: SheetForm['settings']) => ({
		...before,
		settings: { ...before.settings, ...settings },
	});
	assert.deepEqual(sheetChange('FGC', after({ avance: '24', detPr: true }), before), {
		par: { avance: 24, detPr: true },
	});
	assert.deepEqual(sheetFaults('FGC', after({ avance: '73' })), {
		avance: { why: 'range', min: 0, max: 72 },
	});
	assert.deepEqual(Object.keys(sheetFaults('FGC', after({ tolPct: '5,5', tolG: '' }))), [
		...['tolG', 'tolPct'],
	]);
});

test('what the server would refuse is said by field, before it is sent', () => {
	const faults = (rest: Partial<SheetForm>) =>
		Object.fromEntries(
			Object.entries(sheetFaults('FCO', { ...form, ...rest })).map(([name, { why }]) => [
				name,
				why,
			]),
		);
	assert.deepEqual(faults({}), {});
	assert.deepEqual(faults({ nom: ' ', init: 'A1' }), { nom: 'empty', init: 'initials' });
	assert.deepEqual(faults({ about: 'x'.repeat(501) }), { about: 'long' });
	assert.deepEqual(faults({ mails: ['adele@', 'a@b.example'] }), { 'mails.0': 'mail' });
	const tels = [...form.tels, { lab: '', num: '07' }, { lab: 'work', num: '' }];
	assert.deepEqual(faults({ tels }), { 'tels.1': 'label', 'tels.2': 'number-of-phone' });
	assert.deepEqual(faults({ conf: { ...form.conf, tels: 2 } }), { reach: 'reach' });
});

test('a preview shows what each viewer is shown: of a groupement, groups are told how to call, not where', () => {
	const typed = {
		...form,
		adr: '1 rue',
		mails: ['a@b.example'],
		conf: { ...form.conf, mails: 2 as const },
	};
	assert.deepEqual(contactSeen('FCO', typed, 0), { tels: [], mails: [], adr: '1 rue' });
	assert.deepEqual(contactSeen('FCO', typed, 1), { ...contact, adr: '1 rue' });
	const open = { ...typed, conf: formOf('FCO', { ...sheet, conf: {} }).conf };
	assert.deepEqual(contactSeen('FGP', open, 0), { tels: contact.tels, mails: ['a@b.example'] });
	assert.equal(contactSeen('FGP', open, 1).adr, '1 rue');
	assert.equal(contactSeen('FGC', open, 0).adr, '1 rue');
});

test('a value that is taken fills the first free field, else a new one', () => {
	const isFree = (one: string) => one === '';
	const fill = () => 'new';
	assert.deepEqual(filledIn([], isFree, fill), ['new']);
	assert.deepEqual(filledIn(['a'], isFree, fill), ['a', 'new']);
	assert.deepEqual(filledIn(['a', '', ''], isFree, fill), ['a', 'new', '']);
	assert.deepEqual(
		filledIn(['a', ''], isFree, (free) => `given ${free === ''}`),
		['a', 'given true'],
	);
});
