/** Reports of groups, groupements and producers: who is answered, and what of a long chat is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chat, ChatItem } from '../../model/index.ts';
import { LIVR, ORANGES } from '../testing/scenario.ts';
import { codeOf, createWorld, person } from '../testing/world.ts';

const RIGHTS = [
	...['CO/dupleix.2', 'CO/agora.2', 'GC/dupleix', 'GC/agora', 'GC/lointain'],
	...['GP/bocage', 'GP/agrumes', 'PR/bocage.1', 'PR/bocage.2', 'ADM'],
];
const K = { gp: 'bocage', livr: LIVR };
const OURS = ['CO/dupleix.2', 'GC/dupleix'];
const HOUSE = ['GP/bocage', 'PR/bocage.1', 'PR/bocage.2'];
const cells = [
	['pr', 'rp', 'lib'],
	['3', '2', 'Camembert'],
];
const orders = [
	['co', 'prod', 'q'],
	['2', ORANGES, '1'],
];

const CASES: readonly (readonly [name: string, input: object, who: readonly string[]])[] = [
	['CatlComparer', { ...K, avec: 'general' }, ['GP/bocage']],
	['CatgEssai', { gp: 'bocage', lignes: cells }, ['GP/bocage']],
	['CmdEssai', { ...K, gc: 'dupleix', lignes: orders }, ['GC/dupleix']],
	['Rythme', { ...K, gc: 'dupleix' }, ['GC/dupleix']],
	['Bilan', { gc: 'dupleix', co: '2' }, ['CO/dupleix.2']],
	['Constats', { ...K, pr: '1' }, ['GP/bocage', 'PR/bocage.1']],
	[
		'ChatAncien',
		{ chat: { type: 'CHCO', gc: 'dupleix' }, n: 1 },
		[...OURS, 'GP/bocage', 'GP/agrumes'],
	],
	[
		'ChatAncien',
		{ chat: { type: 'CHPR', gp: 'bocage' }, n: 1 },
		[...HOUSE, 'GC/dupleix', 'GC/agora'],
	],
	['Liens', {}, ['GC/dupleix', 'GC/agora', 'GC/lointain', 'GP/bocage', 'GP/agrumes']],
	['Exporter', { quoi: 'CATG', gp: 'bocage' }, [...OURS, 'CO/agora.2', 'GC/agora', ...HOUSE]],
];

for (const [name, input, who] of CASES)
	test(`${name} ${JSON.stringify(input).slice(0, 60)}: only ${who.join(', ')}`, async () => {
		const world = await createWorld();
		for (const right of RIGHTS) {
			const code = codeOf(await world.report(person('X', right), name, { right, ...input }));
			assert.equal(code, who.includes(right) ? 'ok' : 'E-DROIT', right);
			const borrowed = await world.report(person('X'), name, { right, ...input });
			assert.equal(codeOf(borrowed), 'E-DROIT', 'a right one does not hold');
		}
	});

test('ChatAncien: what left a full chat is shown by the rules of that chat', async () => {
	const world = await createWorld();
	const item = (k: string, mod: ChatItem['mod'], role: 'GP' | 'GC', code: string): ChatItem => ({
		...{ k, t: 1, tx: k, mod, aut: { role, code, init: 'XX' } },
	});
	const items = [
		item('open', 'pub', 'GC', 'dupleix'),
		item('waiting', 'att', 'GP', 'bocage'),
		item('elsewhere', 'ref', 'GP', 'agrumes'),
	];
	const key = { chat: 'CHCO', gp: '-', livr: '-', gc: 'dupleix', n: '1' };
	await world.put('CHAR', key, { items });
	const seen = async (right: string) => {
		const input = { right, chat: { type: 'CHCO', gc: 'dupleix' }, n: 1 };
		const read = await world.report<Chat>(person('X', right), 'ChatAncien', input);
		return read.ok && read.value.items.map(({ k }) => k);
	};
	assert.deepEqual(await seen('CO/dupleix.2'), ['open']);
	assert.deepEqual(await seen('GC/dupleix'), ['open', 'waiting', 'elsewhere']);
	assert.deepEqual(await seen('GP/bocage'), ['waiting']);
	assert.deepEqual(await seen('GP/agrumes'), ['elsewhere']);
});

test('Liens: what each side says of a link, a request included', async () => {
	const world = await createWorld();
	const linksOf = async (right: string) => {
		const read = await world.report<{ liens: { gc: string; own: string; other?: string }[] }>(
			person('X', right),
			'Liens',
			{ right },
		);
		return read.ok ? read.value.liens.map(({ gc, own, other }) => `${gc} ${own} ${other}`) : [];
	};
	assert.deepEqual(await linksOf('GC/lointain'), ['lointain actif undefined']);
	await world.call(person('X', 'GP/bocage'), 'LienProposer', {
		...{ right: 'GP/bocage', gc: 'lointain', gp: 'bocage' },
	});
	assert.ok((await linksOf('GP/bocage')).includes('lointain actif actif'));
	await world.call(person('X', 'GC/lointain'), 'LienSuspendre', {
		...{ right: 'GC/lointain', gc: 'lointain', gp: 'bocage' },
	});
	assert.ok((await linksOf('GP/bocage')).includes('lointain actif suspendu'));
});
