import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewsOffer, Session } from '@navette/client';
import { err, ok, silentLog } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import { createSeededRandom } from '@navette/testkit';
import { readNewsBook } from './news-book.ts';
import { createNewsDevice, type NewsDeviceDeps } from './news-device.ts';
import type { PushPlatform } from './push-platform.ts';

const words = { fr: 'x', en: 'x' };
const offerOf = (id: string, path: string, change: Partial<NewsOffer> = {}): NewsOffer => ({
	...{ id, title: words, note: words, isUsual: true },
	threads: [{ path, types: ['CHCO'], sentence: words, discreet: words, page: id }],
	...change,
});
const CHAT = offerOf('chat', 'CHCO/dupleix');
const TOUR = offerOf('tour', 'CHL/bocage', { urgentOnly: true });

const open = async (change: Partial<PushPlatform> = {}, about: Partial<NewsDeviceDeps> = {}) => {
	const store = about.store ?? (await createMemoryLocalStore({ log: silentLog }));
	const calls: { readonly name: string; readonly input: Record<string, unknown> }[] = [];
	const places = new Map([
		['CHCO/dupleix', { reference: 'reference-of-chat', version: 7 }],
		['CHL/bocage', { reference: 'reference-of-tour', version: 9 }],
	]);
	let refusal = false;
	const ended: string[] = [];
	const session: Pick<Session, 'org' | 'call' | 'locate'> = {
		org: 'demo',
		async call<T>(name: string, input: unknown) {
			calls.push({ name, input: input as Record<string, unknown> });
			const error = { code: 'E-OFFLINE', saved: false, retry: 'later', sentence: words } as const;
			return refusal ? err(error) : ok(null as T);
		},
		locate: async (paths) =>
			ok(
				paths.flatMap((path) => {
					const place = places.get(path);
					return place ? [{ path, ...place }] : [];
				}),
			),
	};
	const platform: PushPlatform = {
		ability: 'able',
		permission: () => 'granted',
		askPermission: async () => 'granted',
		subscribe: async () => ({ endpoint: 'https://push.example/1', p256dh: 'B', auth: 'A' }),
		unsubscribe: async (key) => void ended.push(key),
		...change,
	};
	let last: Promise<unknown> = Promise.resolve();
	const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
		const done = last.then(work);
		last = done;
		return done;
	};
	const news = createNewsDevice({
		exclusive,
		...{ session, platform, store, publicKey: 'KEY', device: 'phone', language: 'en' },
		random: createSeededRandom(2),
		...about,
	});
	return {
		...{ news, store, calls, ended },
		fail(value: boolean) {
			refusal = value;
		},
	};
};

test('what a role wants is asked of the server, and the device knows what to say of it', async () => {
	const { news, store, calls } = await open();
	const wish = { role: 'CO', offers: [CHAT, TOUR], chosen: ['chat'] };
	assert.deepEqual(await news.choose(wish, true), ok(undefined));
	const [call] = calls;
	assert.equal(call?.name, 'news.subscribe');
	assert.deepEqual(call?.input.threads, [{ reference: 'reference-of-chat', types: ['CHCO'] }]);
	assert.deepEqual(call?.input.versions, { 'reference-of-chat': 7 });
	assert.equal(call?.input.days, 60);
	const organisation = (await readNewsBook(store)).organisations.demo;
	assert.deepEqual(organisation?.chosen, { CO: ['chat'] });
	assert.equal(organisation?.threads['reference-of-chat']?.page, '/demo/CO/chat');
});

test('two roles of one device are one subscription', async () => {
	const { news, calls } = await open();
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true);
	await news.choose({ role: 'GP', offers: [TOUR], chosen: ['tour'] }, true);
	assert.equal(calls[0]?.input.id, calls[1]?.input.id);
	const references = ((calls[1]?.input.threads ?? []) as { reference: string }[]).map(
		(one) => one.reference,
	);
	assert.deepEqual(references.sort(), ['reference-of-chat', 'reference-of-tour']);
	await news.choose({ role: 'CO', offers: [CHAT], chosen: [] }, true);
	assert.deepEqual(calls[2]?.input.threads, [
		{ reference: 'reference-of-tour', types: ['CHCO'], urgentOnly: true },
	]);
});

test('when nothing is wanted any more, everything ends', async () => {
	const { news, store, calls, ended } = await open();
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true);
	await news.choose({ role: 'CO', offers: [CHAT], chosen: [] }, true);
	assert.equal(calls[1]?.name, 'news.unsubscribe');
	assert.deepEqual((await readNewsBook(store)).organisations, {});
	assert.deepEqual(ended, ['KEY']);
});

test('stopping ends it; what the server could not be told stays known, to be ended later', async () => {
	const { news, store, fail } = await open();
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true);
	fail(true);
	assert.equal((await news.stop()).ok, false);
	assert.ok((await readNewsBook(store)).organisations.demo);
	fail(false);
	assert.ok((await news.stop()).ok);
	assert.ok((await news.stop()).ok, 'nothing left to end');
});

test('at each opening what was chosen is asked again, with the threads of now', async () => {
	const { news, calls } = await open();
	assert.ok((await news.renew('CO', [CHAT])).ok);
	assert.equal(calls.length, 0, 'nothing was ever chosen');
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, false);
	const moved = offerOf('chat', 'CHL/bocage');
	assert.ok((await news.renew('CO', [moved])).ok);
	assert.deepEqual(calls[1]?.input.threads, [{ reference: 'reference-of-tour', types: ['CHCO'] }]);
	assert.equal(calls[1]?.input.days, 1, 'a subscription of a session stays one');
});

test('a person who says no, and a browser that cannot, are told so; nothing is sent', async () => {
	const denied = await open({ askPermission: async () => 'denied' });
	const wish = { role: 'CO', offers: [CHAT], chosen: ['chat'] };
	assert.deepEqual(await denied.news.choose(wish, true), err('denied'));
	const unable = await open({ ability: 'unable' });
	assert.deepEqual(await unable.news.choose(wish, true), err('unable'));
	const refused = await open({ subscribe: async () => undefined });
	assert.deepEqual(await refused.news.choose(wish, true), err('unable'));
	for (const { calls } of [denied, unable, refused]) assert.deepEqual(calls, []);
});

test('manners are kept, and change nothing of what is asked', async () => {
	const { news, calls } = await open();
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true);
	await news.setManner({ names: true, quiet: { from: 1, to: 2 } });
	const book = await news.book();
	assert.deepEqual([book.language, book.names, book.quiet], ['en', true, { from: 1, to: 2 }]);
	await news.setManner({ names: false });
	assert.equal((await news.book()).quiet, undefined);
	assert.ok((await news.book()).organisations.demo);
	assert.equal(calls.length, 1);
});

test('choices made at once are made one after the other: none takes back another', async () => {
	const { news, calls } = await open();
	await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true);
	await Promise.all([
		news.renew('CO', [CHAT]),
		news.setManner({ names: true }),
		news.renew('CO', [CHAT]),
		news.stop(),
		news.renew('CO', [CHAT]),
	]);
	const book = await news.book();
	assert.equal(book.names, true);
	assert.deepEqual(book.organisations, {});
	assert.equal(calls.at(-1)?.name, 'news.unsubscribe');
});

test('two servers with an organisation of one code: two subscriptions, each ended alone', async () => {
	const store = await createMemoryLocalStore({ log: silentLog });
	const north = await open({}, { store, publicKey: 'BNorthern server of the news' });
	const south = await open(
		{},
		{ store, publicKey: 'BSouthern server of the news', place: 'demo~2' },
	);
	for (const { news } of [north, south])
		assert.ok((await news.choose({ role: 'CO', offers: [CHAT], chosen: ['chat'] }, true)).ok);
	const { organisations } = await readNewsBook(store);
	assert.deepEqual(Object.keys(organisations).sort(), ['demo', 'demo~2']);
	assert.equal(organisations['demo~2']?.threads['reference-of-chat']?.page, '/demo~2/CO/chat');
	assert.deepEqual([organisations.demo?.org, organisations['demo~2']?.org], [undefined, 'demo']);
	assert.notEqual(organisations.demo?.server, organisations['demo~2']?.server);
	assert.ok((await north.news.stop()).ok);
	assert.deepEqual(north.ended, ['BNorthern server of the news'], 'its address goes');
	assert.deepEqual(south.ended, []);
	assert.deepEqual(Object.keys((await readNewsBook(store)).organisations), ['demo~2']);
});
