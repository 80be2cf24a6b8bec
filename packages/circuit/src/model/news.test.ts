import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from '@navette/model';
import { alertBits } from './alerts.ts';
import type { ChatItem } from './chat.ts';
import { circuitNews } from './news.ts';

const account: Account = { id: 'ana', rights: [] };

const item = (change: Partial<ChatItem> = {}): ChatItem => ({
	...{ k: 'k', t: 1_000, tx: 'Bonjour', mod: 'pub' },
	aut: { role: 'GC', code: 'dupleix', init: 'AN' },
	...change,
});

const ofChat = (...items: ChatItem[]) =>
	circuitNews({
		...{ account, thread: 'CHCO', type: 'CHCO', key: { gc: 'dupleix' }, since: 1_000 },
		data: { n: items.length, items },
	});

test('a message since the last time is news, an older one is not', () => {
	assert.equal(ofChat(item()), 'news');
	assert.equal(ofChat(item({ t: 999 })), undefined);
	assert.equal(ofChat(item({ t: 999 }), item()), 'news');
	assert.equal(ofChat(), undefined);
});

test('an urgent one is urgent, among others too', () => {
	assert.equal(ofChat(item(), item({ urg: true })), 'urgent');
	assert.equal(ofChat(item({ urg: true, t: 1 }), item()), 'news');
});

test('what waited is news when it is published; for moderators, when it waits', () => {
	assert.equal(ofChat(item({ t: 1, pub: 1_000 })), 'news');
	assert.equal(ofChat(item({ mod: 'att' })), 'news');
});

test('refusals, deletions and automatic items are silent', () => {
	assert.equal(ofChat(item({ mod: 'ref' })), undefined);
	assert.equal(ofChat(item({ sup: 2_000 })), undefined);
	assert.equal(ofChat(item({ auto: 'date' })), undefined);
});

const ofOrder = (thread: string, t: number, att?: number) =>
	circuitNews({
		...{ account, thread, type: 'BCC', since: 1_000 },
		key: { gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
		data: {
			lignes: {
				'1.1': {
					...{ cmd: { q2: 2, t, par: 'CO/dupleix.3' }, t1: 1 },
					...(att === undefined ? {} : { att: { q2: 0, t: att, par: 'GC/dupleix' } }),
				},
			},
			tot: { nref: 1, pb: 1, px: 1, est: false, al: 0 },
		},
	});

test('one’s own order changed is news on the thread of orders only', () => {
	assert.equal(ofOrder('CMDC', 1_000), 'news');
	assert.equal(ofOrder('CMDC', 999), undefined);
	assert.equal(ofOrder('CMDC', 999, 1_000), 'news');
	assert.equal(ofOrder('CMDG', 1_000), undefined);
});

test('nothing else is news, nor what was deleted', () => {
	const rest = { account, key: {}, since: 0 };
	assert.equal(circuitNews({ ...rest, thread: 'CALGP', type: 'CALG', data: {} }), undefined);
	assert.equal(circuitNews({ ...rest, thread: 'CHCO', type: 'CHCO', data: null }), undefined);
});

test('what was lost is news to the groupement and the producer; a reception settled, to the groupement', () => {
	const PERTE = alertBits('PERTE');
	const sum = { q2: 2, g: 0 };
	const line = { cmd: { ...sum, nco: 1 }, att: sum, dis: { q2: 0, g: 0 } };
	const rec = { q2: 0, t: 1_000, par: 'GC/dupleix' };
	const order = (al: number) => ({
		lignes: { '1.1': { ...line, rec, al } },
		tot: { nco: 1, nref: 1, pb: 1, px: 1, al },
	});
	const carton = (al: number) => ({
		lignes: { 1: { cmd: line.cmd } },
		...{ etat: 3, tot: { nref: 1, pb: 1, px: 1, al } },
	});
	const chat = { n: 1, items: [item({ auto: 'RECU' })] };
	const told = (thread: string, type: string, data: unknown, since = 1_000) =>
		circuitNews({ account, thread, type, key: { gp: 'bocage' }, data, since });
	assert.equal(told('CMDGP', 'BCG', order(PERTE)), 'news');
	assert.equal(told('CMDGP', 'BCG', order(PERTE), 1_001), undefined);
	assert.equal(told('CMDGP', 'BCG', order(0)), undefined);
	assert.equal(told('CMDG', 'BCG', order(PERTE)), undefined);
	assert.equal(told('CMDPR', 'CART', carton(PERTE)), 'news');
	assert.equal(told('CMDPR', 'CART', carton(0)), undefined);
	assert.equal(told('CMDGP', 'CHD', chat), 'news');
	assert.equal(told('CMDGP', 'CHD', chat, 1_001), undefined);
	assert.equal(told('CHL', 'CHD', chat), undefined, 'silent in the chat itself');
});
