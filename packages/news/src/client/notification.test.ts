import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewsPayload } from '../model/index.ts';
import type { KnownThread, NewsBook } from './news-book.ts';
import { composeNews, withShown } from './notification.ts';

const CHAT: KnownThread = {
	role: 'CO_dupleix.3',
	urgentOnly: false,
	sentence: {
		fr: 'Du nouveau dans la discussion de Dupleix.',
		en: 'Something new in the chat of Dupleix.',
	},
	discreet: { fr: 'Du nouveau dans une discussion.', en: 'Something new in a chat.' },
	page: '/demo/CO_dupleix.3/chat',
};

const book = (change: Partial<NewsBook> = {}): NewsBook => ({
	organisations: {
		demo: { id: 'i', chosen: {}, threads: { chat: CHAT }, shown: 4, lasting: true },
	},
	...{ language: 'en', names: true },
	...change,
});

const payload = (change: Partial<NewsPayload> = {}): NewsPayload => ({
	...{ f: 1, org: 'demo', n: 5, threads: [['chat', ['CHCO'], false]] },
	...change,
});

test('the sentence is composed on the device, in the language and the discretion it was asked', () => {
	const bodies = [
		book(),
		book({ language: 'fr' }),
		book({ names: false }),
		book({ names: false, language: 'fr' }),
	].map((one) => composeNews(one, payload(), 600)[0]?.body);
	assert.deepEqual(bodies, [
		CHAT.sentence.en,
		CHAT.sentence.fr,
		CHAT.discreet.en,
		CHAT.discreet.fr,
	]);
	assert.equal(composeNews(book(), payload(), 600)[0]?.page, CHAT.page);
});

test('a message shown already, or older, is not shown again', () => {
	assert.deepEqual(composeNews(book(), payload({ n: 4 }), 600), []);
	assert.deepEqual(composeNews(book(), payload({ n: 3 }), 600), []);
	const after = withShown(book(), payload());
	assert.deepEqual(composeNews(after, payload(), 600), []);
	assert.equal(composeNews(after, payload({ n: 6 }), 600).length, 1);
});

test('of what the device knows nothing, it says just that something is new', () => {
	const [thread] = composeNews(book(), payload({ threads: [['other', [], false]] }), 600);
	assert.deepEqual([thread?.body, thread?.page], ['There is something new.', '/demo']);
	const [organisation] = composeNews(book(), payload({ org: 'elsewhere' }), 600);
	assert.deepEqual(
		[organisation?.body, organisation?.page],
		['There is something new.', '/elsewhere'],
	);
	assert.deepEqual(withShown(book(), payload({ org: 'elsewhere' })), book());
});

test('quiet hours keep silent, over midnight too, but not what is urgent', () => {
	const urgent = payload({ threads: [['chat', [], true]] });
	const silent = (quiet: NonNullable<NewsBook['quiet']>, minute: number, one = payload()) =>
		composeNews(book({ quiet }), one, minute)[0]?.isSilent;
	const night = { from: 22 * 60, to: 7 * 60 };
	const nap = { from: 13 * 60, to: 14 * 60 };
	assert.deepEqual(
		[21 * 60, 22 * 60, 23 * 60, 0, 6 * 60 + 59, 7 * 60].map((minute) => silent(night, minute)),
		[false, true, true, true, true, false],
	);
	assert.deepEqual(
		[12 * 60, 13 * 60, 14 * 60].map((minute) => silent(nap, minute)),
		[false, true, false],
	);
	assert.equal(silent(night, 0, urgent), false);
	assert.equal(
		composeNews(book(), urgent, 0)[0]?.body,
		'Urgent. Something new in the chat of Dupleix.',
	);
});

test('two servers with an organisation of one code: each message is of the server that told it', () => {
	const chat = (page: string) => ({
		threads: { chat: { ...CHAT, page } },
		chosen: {},
		lasting: true,
	});
	const both = book({
		organisations: {
			demo: { ...chat('/demo/x'), id: 'n', shown: 4, server: 'north' },
			'demo~2': { ...chat('/demo~2/x'), id: 's', shown: 8, server: 'south', org: 'demo' },
		},
	});
	const pageOf = (n: number, server: string) =>
		composeNews(both, payload({ n }), 600, server)[0]?.page;
	assert.equal(pageOf(5, 'north'), '/demo/x');
	assert.equal(pageOf(5, 'south'), undefined, 'shown already there');
	assert.equal(pageOf(9, 'south'), '/demo~2/x');
	const [unknown] = composeNews(both, payload({ n: 9 }), 600, 'east');
	assert.equal(unknown?.body, 'There is something new.');
	const { organisations } = withShown(both, payload({ n: 9 }), 'south');
	assert.deepEqual([organisations.demo?.shown, organisations['demo~2']?.shown], [4, 9]);
	const before = book();
	assert.equal(composeNews(before, payload(), 600, 'north')[0]?.page, CHAT.page, 'an earlier book');
});
