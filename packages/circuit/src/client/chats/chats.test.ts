import assert from 'node:assert/strict';
import test from 'node:test';
import type { OutboxEntry } from '@navette/client';
import type { Chat, ChatItem, Delivery } from '../../model/index.ts';
import {
	type ChatPlace,
	chatDays,
	chatEntries,
	chatName,
	chatPath,
	chatPlaceOf,
	chatPlaces,
	chatStanding,
	chatThread,
	lastToldAt,
	messageCall,
	olderParts,
	pendingMessages,
	type TalkedDelivery,
	unreadMessages,
} from './index.ts';

const HOUR = 3_600_000;
const LIVR = '20250614';
const CHL: ChatPlace = { type: 'CHL', gp: 'bocage', livr: LIVR };
const CHD: ChatPlace = { ...CHL, type: 'CHD', gc: 'dupleix' };
const CHCO: ChatPlace = { type: 'CHCO', gc: 'dupleix' };
const CHPR: ChatPlace = { type: 'CHPR', gp: 'bocage' };

const stop = (tLiv: number) => ({ tLiv, adrL: 'A', tDis: tLiv + HOUR, adrD: 'A', ordre: 1 });
const delivery: Delivery = {
	...{ tOuv: 10 * HOUR, tClo: 20 * HOUR, tExp: 30 * HOUR, tArc: 1_000 * HOUR, hist: [] },
	pts: { dupleix: stop(40 * HOUR), agora: stop(41 * HOUR) },
};
const talked: TalkedDelivery = { gp: 'bocage', livr: LIVR, delivery };

const item = (k: string, t: number, rest: Partial<ChatItem> = {}): ChatItem => ({
	...{ k, t, aut: { role: 'CO', code: 'dupleix.3', init: 'BR' }, tx: k, mod: 'pub' },
	...rest,
});
const reader = { role: 'CO', code: 'dupleix.2', now: 100 };
const seen = (...items: ChatItem[]) => {
	const chat: Chat = { n: items.length, items };
	return chatEntries(chat, 'CHCO', reader);
};

test('a chat has one name, one address and one thread; an address that lacks a part is none', () => {
	for (const place of [CHL, CHD, CHCO, CHPR]) {
		const [, type = '', ...parts] = chatPath(place).split('/');
		assert.deepEqual(chatPlaceOf(type, parts), place);
	}
	assert.equal(chatName(CHD), `CHD/bocage.${LIVR}.dupleix`);
	assert.deepEqual(chatThread(CHD), {
		path: 'CHL/bocage',
		options: { types: ['CHD'], filters: { CHD: { gc: 'dupleix' } } },
	});
	assert.equal(chatThread(CHCO).path, 'CHCO/dupleix');
	for (const [type, ...parts] of [['CHL', 'bocage'], ['CHD', 'bocage', LIVR], ['CHCO'], ['X', 'a']])
		assert.equal(chatPlaceOf(type ?? '', parts), undefined);
});

test('each role finds its own chats: what has no end, then the deliveries at work', () => {
	const now = 15 * HOUR;
	const names = (seeker: Parameters<typeof chatPlaces>[0], at = now) =>
		chatPlaces(seeker, [talked], at).map(chatName);
	const group = { gc: 'dupleix', gps: ['bocage'], gcs: [] };
	const grouping = { gp: 'bocage', gps: ['bocage'], gcs: ['dupleix', 'agora'] };
	const [chl, chd] = [`CHL/bocage.${LIVR}`, `CHD/bocage.${LIVR}.dupleix`];
	assert.deepEqual(names({ usage: 'CO', ...group }), ['CHCO/dupleix', chl, chd]);
	assert.deepEqual(names({ usage: 'GC', ...group }), ['CHCO/dupleix', 'CHPR/bocage', chl, chd]);
	assert.deepEqual(names({ usage: 'GP', ...grouping }), [
		...['CHPR/bocage', 'CHCO/dupleix', 'CHCO/agora', chl, chd],
		`CHD/bocage.${LIVR}.agora`,
	]);
	assert.deepEqual(names({ usage: 'PR', ...grouping }), ['CHPR/bocage', chl]);
	assert.deepEqual(names({ usage: 'CO', ...group, gc: 'lointain' }), ['CHCO/lointain']);
	assert.deepEqual(names({ usage: 'CO', ...group }, HOUR), ['CHCO/dupleix'], 'before opening');
	assert.deepEqual(names({ usage: 'CO', ...group }, 2_000 * HOUR), ['CHCO/dupleix'], 'archived');
});

test('what becomes of words: by the role, and by the phase where a delivery is talked of', () => {
	const at = (hours: number, gc?: string) => ({
		...{ delivery, now: hours * HOUR },
		...(gc === undefined ? {} : { gc }),
	});
	assert.equal(chatStanding(CHCO, 'CO', at(0)), 'pub');
	assert.equal(chatStanding(CHCO, 'GP', at(0)), 'att');
	assert.equal(chatStanding(CHL, 'GC', at(15, 'dupleix')), 'att');
	assert.equal(chatStanding(CHL, 'CO', at(15, 'dupleix')), 'never');
	assert.equal(chatStanding(CHD, 'CO', at(5, 'dupleix')), 'early');
	assert.equal(chatStanding(CHD, 'CO', at(15, 'dupleix')), 'pub');
	assert.equal(chatStanding(CHD, 'CO', at(2_000, 'dupleix')), 'archived');
	assert.equal(chatStanding(CHL, 'GP', at(5)), 'pub', 'the groupement prepares its delivery');
	const unknown = { delivery: undefined, now: 0 };
	assert.equal(chatStanding(CHL, 'GP', unknown), 'unknown');
});

test('unread is what others told since; a message counts from its publication, not its writing', () => {
	const entries = seen(
		item('old', 10),
		item('mine', 60, { aut: { role: 'CO', code: 'dupleix.2', init: 'AD' } }),
		item('late', 20, { pub: 70 }),
		item('gone', 80, { sup: 81, tx: '' }),
		item('note', 90, { auto: 'PRIX', tx: '{}' }),
	);
	assert.deepEqual(
		unreadMessages(entries, 50).map(({ k }) => k),
		['late'],
	);
	assert.equal(lastToldAt(entries), 80);
	assert.equal(lastToldAt([]), 0);
});

test('entries are grouped by day, in their order', () => {
	const days = chatDays([{ t: 1 }, { t: 2 }, { t: 11 }, { t: 30 }], (t) =>
		String(Math.floor(t / 10)),
	);
	assert.deepEqual(
		days.map(({ at, entries }) => [at, entries.length]),
		[
			[1, 2],
			[11, 1],
			[30, 1],
		],
	);
});

test('the outbox shows the messages of one chat and one right, with their refusal', () => {
	const entry = (id: string, place: ChatPlace, right: string, rest: object = {}): OutboxEntry => ({
		...{ id, state: 'waiting', ...messageCall(place, right, `words of ${id}`) },
		...rest,
	});
	const error = {
		...{ code: 'E-ARCH', saved: false, retry: 'never' as const },
		sentence: { fr: 'Non', en: 'No' },
	};
	const outbox = [
		entry('1', CHCO, 'CO/dupleix.2'),
		entry('2', CHL, 'CO/dupleix.2'),
		entry('3', CHCO, 'GC/dupleix'),
		entry('4', CHCO, 'CO/dupleix.2', { state: 'refused', error }),
		{ id: '5', name: 'CmdLigne', input: {}, state: 'waiting' as const },
	];
	assert.deepEqual(pendingMessages(outbox, CHCO, 'CO/dupleix.2'), [
		{ id: '1', text: 'words of 1', state: 'waiting' },
		{ id: '4', text: 'words of 4', state: 'refused', error },
	]);
	const { label } = messageCall(CHCO, 'CO/dupleix.2', 'x'.repeat(60));
	assert.match(JSON.stringify(label), /Message: “x{40}…”/);
});

test('parts that left a long chat are counted from what was ever written', () => {
	assert.deepEqual([0, 500, 501, 750, 751].map(olderParts), [0, 0, 1, 1, 2]);
});
