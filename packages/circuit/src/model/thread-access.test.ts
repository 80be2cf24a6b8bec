import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeyText, passesOneOf, type Right, type ThreadAccess } from '@navette/model';
import {
	type AccessFacts,
	accountAccess,
	type DocumentName,
	documentAccessOf,
	documentTypes,
	threadAccessOf,
	threadTypes,
} from './index.ts';

const facts: AccessFacts = {
	groupsOf: { bocage: ['dupleix', 'agora'], agrumes: ['agora'] },
	statuses: { 'dupleix.8': 1, 'dupleix.9': 2, 'dupleix.10': 9 },
	detailGroups: ['agora'],
};
const right = (text: string): Right => {
	const [usage = '', subject = ''] = text.split('/');
	return { usage, subject, power: 1 };
};
const summary = (access: ThreadAccess | undefined): string =>
	Object.entries(access ?? {})
		.map(([type, { filters, project }]) => {
			const words = (filters ?? []).map((filter) =>
				Object.entries(filter).map(([name, value]) => `[${name}=${value}]`),
			);
			return `${type}${words.join('|')}${project ? `~${project.name}` : ''}`;
		})
		.join(' ');
const seen = (who: string, thread: string): string => {
	const [type = '', id = ''] = thread.split('/');
	return summary(threadAccessOf(right(who), { type, id: id as KeyText }, facts));
};

const actors = ['CO/dupleix.3', 'GC/dupleix', 'GP/bocage', 'PR/bocage.2', 'ADM'];
/** What the five actors see of each thread of theirs, one per column. */
const cells: [string, ...string[]][] = [
	['CMDG/dupleix.bocage.20250614', 'BCG~BCG.anonymous BCC[co=3]', 'BCG BCC CART', '', '', ''],
	['CMDC/dupleix.bocage.20250614', 'BCC[co=3]', 'BCC', '', '', ''],
	['CMDOV/dupleix.bocage', '', 'BCG', '', '', ''],
	[
		'CALGP/bocage',
		'CALG LIVRG~LIVRG.group:dupleix',
		'CALG LIVRG~LIVRG.group:dupleix',
		'CALG LIVRG',
		'CALG LIVRG',
		'',
	],
	['CMDGP/bocage.20250614', '', '', 'BCG~BCG.anonymous CART CHD~CHAT.reader:GP/bocage', '', ''],
	['CMDPR/bocage.2', '', '', 'CART PROP', 'CART PROP', ''],
	['CMDPR/bocage.3', '', '', 'CART PROP', '', ''],
	['PHGP/bocage', 'PHOT', 'PHOT', 'PHOT', 'PHOT', ''],
	['PHGP/agrumes', '', '', '', '', ''],
	[
		'RGC/',
		'RG RC[gc=dupleix]~RC.consumer:dupleix.3',
		'RG RC[gc=dupleix]~RC.animator',
		'RG RC~RC.groupement:bocage:agora,dupleix',
		'RG RC~RC.producer:bocage:agora,dupleix:agora',
		'RG',
	],
	[
		'RGP/',
		'RG RP~RP.CO:bocage',
		'RG RP~RP.GC:bocage',
		'RG RP~RP.GP:bocage.',
		'RG RP~RP.PR:bocage.2',
		'RG',
	],
	[
		'CHL/bocage',
		'CHL~CHAT.reader:CO/dupleix.3 CHD[gc=dupleix]~CHAT.reader:CO/dupleix.3',
		'CHL~CHAT.reader:GC/dupleix CHD[gc=dupleix]',
		'CHL CHD~CHAT.reader:GP/bocage',
		'CHL~CHAT.reader:PR/bocage.2',
		'',
	],
	['CHCO/dupleix', 'CHCO~CHAT.reader:CO/dupleix.3', 'CHCO', 'CHCO~CHAT.proposer:GP/bocage', '', ''],
	[
		'CHPR/bocage',
		'',
		'CHPR~CHAT.proposer:GC/dupleix',
		'CHPR PROP',
		'CHPR~CHAT.reader:PR/bocage.2',
		'',
	],
];

test('each cell of the table of threads', () => {
	for (const [thread, ...expected] of cells)
		assert.deepEqual(
			actors.map((who) => seen(who, thread)),
			expected,
			thread,
		);
	assert.deepEqual(
		[...new Set(cells.map(([thread]) => thread.split('/')[0]))].sort(),
		Object.keys(threadTypes).sort(),
	);
});

test('nothing of another group, groupement, or without an active link', () => {
	const foreign = [
		['CO/dupleix.3', 'CMDG/agora.bocage.20250614'],
		['GC/dupleix', 'CMDC/agora.bocage.20250614'],
		['GC/dupleix', 'CMDOV/agora.bocage'],
		['CO/dupleix.3', 'CALGP/agrumes'],
		['GC/dupleix', 'CHL/agrumes'],
		['GC/dupleix', 'CHPR/agrumes'],
		['GP/agrumes', 'CMDGP/bocage.20250614'],
		['GP/agrumes', 'CHCO/dupleix'],
		['PR/agrumes.2', 'CMDPR/bocage.2'],
		['GP/agrumes', 'CHL/bocage'],
		['CO/dupleix.3', 'CHCO/agora'],
	] as const;
	for (const [who, thread] of foreign) assert.equal(seen(who, thread), '', `${who} ${thread}`);
});

test('a consumer blocked or gone sees nothing; one whose orders are blocked still reads', () => {
	assert.equal(seen('CO/dupleix.9', 'CHCO/dupleix'), '');
	assert.equal(seen('CO/dupleix.10', 'RGC/'), '');
	assert.equal(seen('CO/dupleix.8', 'CMDC/dupleix.bocage.20250614'), 'BCC[co=8]');
});

test('malformed rights and paths see nothing', () => {
	for (const who of ['CO/dupleix', 'CO/dupleix.0', 'GC/dupleix.3', 'GP/', 'ADM/x', 'XX/bocage'])
		assert.equal(seen(who, 'RGC/'), '', who);
	for (const thread of ['CMDG/dupleix.bocage', 'NONE/x', 'toString/', '__proto__/'])
		assert.equal(seen('GC/dupleix', thread), '', thread);
});

test('several rights give the widest view of each type', () => {
	const path = { type: 'CMDG', id: 'dupleix.bocage.20250614' as KeyText };
	const rights = [right('CO/dupleix.3'), right('GC/dupleix')];
	assert.equal(summary(accountAccess({ rights }, path, facts)), 'BCG BCC CART');
	assert.equal(accountAccess({ rights: [right('PR/bocage.2')] }, path, facts), undefined);
	const family = [right('CO/dupleix.3'), right('CO/dupleix.4')];
	const seen = accountAccess({ rights: family }, path, facts);
	assert.equal(seen && summary(seen), 'BCG~BCG.anonymous BCC[co=3]|[co=4]');
});

const keys = {
	FGC: { gc: 'dupleix' },
	FCO: { gc: 'dupleix', co: '3' },
	FGP: { gp: 'bocage' },
	FPR: { gp: 'bocage', pr: '2' },
	CATG: { gp: 'bocage' },
	CATL: { gp: 'bocage', livr: '20250614' },
	BCC: { gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
	BCG: { gc: 'dupleix', gp: 'bocage', livr: '20250614' },
	CART: { gp: 'bocage', pr: '2', livr: '20250614', gc: 'dupleix' },
	LIVRG: { gp: 'bocage', livr: '20250614' },
	PROP: { gp: 'bocage', pr: '2' },
	PHOT: { gp: 'bocage', prod: '2.1' },
} as const satisfies Partial<Record<DocumentName, Record<string, string>>>;

const whole = 'yes';
/** What a reader gets of one document: nothing, all of it, or a projection by name. */
const readers: [DocumentName & keyof typeof keys, string, string][] = [
	['FGC', 'GC/dupleix', 'SHEET.holder'],
	['FGC', 'CO/dupleix.3', 'FGC.member'],
	['FGC', 'CO/agora.3', ''],
	['FGC', 'GP/bocage', 'FGC.partner:bocage'],
	['FGC', 'GP/agrumes', ''],
	['FGC', 'PR/bocage.2', ''],
	['FGC', 'ADM', 'SHEET.manager'],
	['FCO', 'CO/dupleix.3', 'SHEET.holder'],
	['FCO', 'CO/dupleix.4', ''],
	['FCO', 'GC/dupleix', 'SHEET.manager'],
	['FCO', 'GC/agora', ''],
	['FCO', 'GP/bocage', ''],
	['FCO', 'ADM', ''],
	['FGP', 'GP/bocage', 'SHEET.holder'],
	['FGP', 'GP/agrumes', ''],
	['FGP', 'PR/bocage.2', 'FGP.producer'],
	['FGP', 'CO/dupleix.3', 'FGP.partner:dupleix'],
	['FGP', 'GC/dupleix', 'FGP.partner:dupleix'],
	['FGP', 'ADM', 'SHEET.manager'],
	['FPR', 'PR/bocage.2', 'SHEET.holder'],
	['FPR', 'PR/bocage.3', ''],
	['FPR', 'GP/bocage', 'SHEET.manager'],
	['FPR', 'GC/dupleix', ''],
	['CATG', 'GP/bocage', whole],
	['CATG', 'GP/agrumes', ''],
	['CATG', 'PR/bocage.2', 'CATG.producer:2'],
	['CATG', 'CO/dupleix.3', whole],
	['CATG', 'ADM', ''],
	['CATL', 'CO/dupleix.3', whole],
	['CATL', 'PR/bocage.2', 'CATL.producer:2'],
	['CATL', 'PR/agrumes.2', ''],
	['BCC', 'CO/dupleix.3', whole],
	['BCC', 'CO/dupleix.4', ''],
	['BCC', 'GC/dupleix', whole],
	['BCC', 'GP/bocage', ''],
	['BCC', 'PR/bocage.2', ''],
	['BCG', 'CO/dupleix.3', 'BCG.anonymous'],
	['BCG', 'CO/agora.3', ''],
	['BCG', 'GP/bocage', 'BCG.anonymous'],
	['BCG', 'PR/bocage.2', ''],
	['CART', 'PR/bocage.2', whole],
	['CART', 'PR/bocage.3', ''],
	['CART', 'GC/dupleix', whole],
	['CART', 'CO/dupleix.3', ''],
	['CART', 'GP/bocage', whole],
	['LIVRG', 'CO/dupleix.3', 'LIVRG.group:dupleix'],
	['LIVRG', 'PR/bocage.2', whole],
	['PROP', 'PR/bocage.2', whole],
	['PROP', 'PR/bocage.3', ''],
	['PROP', 'GP/bocage', whole],
	['PROP', 'GP/agrumes', ''],
	['PROP', 'GC/dupleix', ''],
	['PHOT', 'CO/dupleix.3', whole],
	['PHOT', 'PR/bocage.3', whole],
	['PHOT', 'GP/agrumes', ''],
	['PHOT', 'ADM', ''],
];

test('each cell of the table of documents read by key', () => {
	for (const [name, who, expected] of readers) {
		const access = documentAccessOf(right(who), name, keys[name], facts);
		const found = access ? (access.project?.name ?? whole) : '';
		assert.equal(found, expected, `${who} reads ${name}`);
		assert.ok(!access || passesOneOf(access.filters, keys[name]));
	}
});

test('S13 the groupement never gets an individual order, by any thread', () => {
	for (const thread of documentTypes.BCC.threads)
		for (const who of ['GP/bocage', 'PR/bocage.2', 'ADM'])
			assert.equal(seen(who, `${thread}/dupleix.bocage.20250614`), '');
});
