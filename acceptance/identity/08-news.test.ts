/** Point 8: news by Web Push, from a commit to a notification in a real Firefox. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok } from '@navette/core';
import type { Browser, Page } from 'puppeteer-core';
import { linkOf, type Navette, startNavette } from '../first-light/browser.ts';
import { personAt } from '../first-light/support/person.ts';
import { openFirefox, touch, until, untilText, watchedFirefoxPage } from './support/firefox.ts';
import { openPushStation, type PushStation } from './support/push-station.ts';

let station: PushStation;
let navette: Navette;
let firefox: Browser;
before(async () => {
	station = await openPushStation();
	const push = { contact: 'mailto:ada@example.org', hosts: [], plain: [station.host] };
	navette = await startNavette({ push });
	firefox = await openFirefox(station.host);
});
after(async () => {
	await firefox?.close();
	await navette?.close();
	await station?.close();
});

/** What the worker of news has shown. Read from a file of the site, so that no page of it is open before. */
const shown = async (page: Page) => {
	await page.goto(`${navette.url}/manifest.webmanifest`);
	return page.evaluate(async () => {
		const registrations = await navigator.serviceWorker.getRegistrations();
		const all = await Promise.all(registrations.map((one) => one.getNotifications()));
		return all.flat().map(({ title, body, data }) => ({ title, body, data: data as unknown }));
	});
};

const untilDelivery = async (page: Page): Promise<string> => {
	let livr = '';
	await until('an open delivery', async () => {
		livr = await page.evaluate(
			() => /deliveries\/bocage\/(\w+)\/order/.exec(document.documentElement.outerHTML)?.[1] ?? '',
		);
		return livr !== '';
	});
	return livr;
};

/** A line of Paul's order, written by somebody; a free text of his too, that no push may hold. */
const orderAs = async (role: 'animator' | 'consumer', q2: number, livr: string) => {
	const right = role === 'animator' ? 'GC/dupleix' : 'CO/dupleix.3';
	const person = personAt(navette.url, 'demo', navette.token(role), right);
	const line = { gc: 'dupleix', co: '3', gp: 'bocage', livr, prod: '3.1', q2 };
	const answer = await person.call('CmdLigne', line);
	assert.equal(answer.status, 200, JSON.stringify(answer.error));
};

/** Until when Paul's subscription lasts: each opening renews it. */
const lastsUntil = async (): Promise<number> => {
	const read = await navette.engine.read(
		'demo',
		() => ({ id: 'test', rights: [] }),
		async (source) => ok(await source.list<{ readonly until: number }>('NEWS')),
	);
	return read.ok ? (read.value[0]?.data.until ?? 0) : 0;
};

/** Opens the application again, and waits until it has asked for the same news once more. */
const reopen = async (page: Page): Promise<void> => {
	const before = await lastsUntil();
	await page.goto(linkOf(navette, 'consumer'));
	await until('the subscription renewed', async () => (await lastsUntil()) > before);
	await touch(page, 'News');
	await untilText(page, 'What to be told of');
};

test('8 news: asked for in Firefox, told of a change by another while it is closed', async () => {
	const page = await watchedFirefoxPage(firefox);
	await page.goto(linkOf(navette, 'consumer'));
	await touch(page, 'Yes, without a phrase');
	const livr = await untilDelivery(page);
	await touch(page, 'News');
	await touch(page, 'Turn news on');
	await untilText(page, 'What to be told of');

	await page.goto('about:blank');
	await orderAs('animator', 4, livr);
	await station.untilTaken(1);
	const [push] = station.brought;
	assert.equal(push?.headers['content-encoding'], 'aes128gcm');
	assert.equal(push?.headers.urgency, 'normal');
	assert.match(String(push?.headers.authorization), /^vapid /);
	assert.doesNotMatch(push?.body.toString('latin1') ?? '', /dupleix|bocage|demo|Paul|BCC/i);

	const [news, ...others] = await shown(page);
	assert.deepEqual(others, []);
	assert.deepEqual(news, {
		title: 'Navette',
		body: 'There is something new.',
		data: { page: `/demo/co.dupleix.3/deliveries/bocage/${livr}` },
	});

	await page.goto('about:blank');
	await orderAs('consumer', 6, livr);
	await orderAs('animator', 2, livr);
	await station.untilTaken(2);
	assert.equal(station.brought.length, 2, 'what one does oneself is no news');
	assert.equal(station.brought[1]?.body.length, push?.body.length, 'every push is as long');

	await reopen(page);
	await touch(page, 'Show names');
	await untilText(page, 'Something new in the chat of Groupe Dupleix.');
	await page.goto('about:blank');
	await orderAs('animator', 8, livr);
	await station.untilTaken(3);
	assert.equal((await shown(page))[0]?.body, 'Your order was changed.');

	await reopen(page);
	await touch(page, 'Receive nothing more on this device');
	await untilText(page, 'Turn news on');
	const subscriptions = await page.evaluate(async () => {
		const all = await navigator.serviceWorker.getRegistrations();
		return all.filter((one) => one.scope.includes('/news/')).length;
	});
	assert.equal(subscriptions, 0, 'nothing of it stays in the browser');
});
