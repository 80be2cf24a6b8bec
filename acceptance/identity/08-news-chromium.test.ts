/**
 * Point 8: the screen of news and its worker in Chromium. It has no push service here: the address is
 * put in its place, and messages come by the browser's own hook for tests.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok } from '@navette/core';
import { encodePayload } from '@navette/news/model';
import type { Browser, Page } from 'playwright-core';
import { LOOKS } from '../../apps/web/test/looks.ts';
import { openWholeBrowser, watchedPage } from '../../apps/web/test/watched-page.ts';
import { assertAccessible, enterAs, type Navette, startNavette } from '../first-light/browser.ts';
import { arrive, openProfile, PHRASE, toDevice } from './support/phone.ts';

const ENDPOINT = 'http://127.0.0.1:9/wpush/1';

let navette: Navette;
let browser: Browser;
before(async () => {
	const push = { contact: 'mailto:ada@example.org', hosts: [], plain: ['127.0.0.1:9'] };
	navette = await startNavette({ push });
	browser = await openWholeBrowser();
});
after(async () => {
	await browser?.close();
	await navette?.close();
});

/** An address as a push service would give it. */
const giveAddress = (page: Page) =>
	page.addInitScript((endpoint) => {
		const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
		Object.assign(PushManager.prototype, {
			getSubscription: async () => null,
			subscribe: async () => ({ toJSON: () => ({ endpoint, keys }) }),
		});
	}, ENDPOINT);

const allow = { permissions: ['notifications'], serviceWorkers: 'allow' as const };

const open = async (options: Parameters<typeof enterAs>[3] = {}) => {
	const { page, faults } = await enterAs(browser, navette, 'consumer', { ...allow, ...options });
	await giveAddress(page);
	await page.goto(`${navette.url}/demo/co.dupleix.3/news`);
	await page.getByRole('heading', { level: 1, name: /News|Nouvelles/ }).waitFor();
	return { page, faults };
};

for (const { theme: colorScheme, locale, width } of LOOKS)
	test(`8 news: the screen in ${locale}, ${colorScheme}, ${width} wide`, async () => {
		const viewport = { width, height: 800 };
		const { page, faults } = await open({ locale, colorScheme, viewport });
		const button = page.getByRole('button', {
			name: /^(Turn news on|Recevoir des nouvelles)$/,
		});
		await button.waitFor();
		await assertAccessible(page, 'before');
		await button.press('Enter');
		await page.getByText(/^(What to be told of|De quoi être averti)$/).waitFor();
		await page.getByRole('switch').nth(5).press('Space');
		await page.getByLabel(/^(From|De)$/).waitFor();
		await assertAccessible(page, 'on');
		const folder = process.env.NAVETTE_PICTURES;
		const path = `${folder}/news-${locale}-${colorScheme}-${width}.png`;
		if (folder) await page.screenshot({ path, fullPage: true });
		assert.deepEqual(faults.list, []);
		await page.context().close();
	});

test('8 news: a message delivered to the worker is shown, once, and a click goes where it says', async () => {
	const { page, faults } = await open();
	await page.getByRole('button', { name: 'Turn news on' }).click();
	await page.getByText('What to be told of').waitFor();
	const cdp = await page.context().newCDPSession(page);
	const registrations: { registrationId: string; scopeURL: string }[] = [];
	cdp.on('ServiceWorker.workerRegistrationUpdated', (event) =>
		registrations.push(...event.registrations),
	);
	await cdp.send('ServiceWorker.enable');
	await page.getByRole('switch', { name: /^Show names/ }).click();
	const reference = await page.evaluate(async (token) => {
		const answer = await fetch('/api/demo/open', {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ paths: ['CHCO/dupleix'] }),
		});
		return ((await answer.json()) as { threads: { reference: string }[] }).threads[0]?.reference;
	}, navette.token('consumer'));
	const data = Buffer.from(
		encodePayload({ f: 1, org: 'demo', n: 7, threads: [[reference ?? '', ['CHCO'], true]] }),
	).toString('latin1');
	const news = registrations.find(({ scopeURL }) => scopeURL.includes('/news/'));
	assert.ok(news);
	const deliver = () =>
		cdp.send('ServiceWorker.deliverPushMessage', {
			...{ origin: navette.url, registrationId: news.registrationId, data },
		});
	const shown = () =>
		page.evaluate(async () => {
			const all = await navigator.serviceWorker.getRegistrations();
			const lists = await Promise.all(all.map((one) => one.getNotifications()));
			return lists.flat().map(({ title, body, silent }) => ({ title, body, silent }));
		});

	const told = page.evaluate(
		() =>
			new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('message', ({ data: heard }) => resolve(heard)),
			),
	);
	await deliver();
	assert.deepEqual(Object(await told).kind, 'news');
	assert.deepEqual(await shown(), [], 'whoever looks at the application sees the change itself');

	await page.evaluate(() => {
		const message = { kind: 'open-page', page: '/demo/co.dupleix.3/' };
		const { origin } = location;
		navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: message, origin }));
	});
	await page.getByRole('heading', { level: 1, name: 'My deliveries' }).waitFor();
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('8 news: a browser that refuses is told how to allow them; one without push, that it has none', async () => {
	const { page } = await enterAs(browser, navette, 'consumer', { serviceWorkers: 'allow' });
	await page.addInitScript(() => {
		Object.defineProperty(Notification, 'permission', { value: 'denied' });
	});
	await page.goto(`${navette.url}/demo/co.dupleix.3/news`);
	await page.getByText('Your browser refuses notifications of this site.').waitFor();
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PushManager'));
	await page.goto(`${navette.url}/demo/co.dupleix.3/news`);
	await page.getByText('This browser cannot tell you anything while Navette is closed.').waitFor();
	await page.context().close();
});

/** Subscriptions that the server keeps: one at most, for an address that is asked for again. */
const subscriptions = async (): Promise<number> => {
	const read = await navette.engine.read(
		'demo',
		() => ({ id: 'operator', rights: [] }),
		async (source) => ok((await source.list('NEWS')).length),
	);
	return read.ok ? read.value : assert.fail(read.error.code);
};
/** Workers of news that the browser keeps. */
const workers = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const all = await navigator.serviceWorker.getRegistrations();
		return all.filter(({ scope }) => scope.includes('/news/')).length;
	});

test('5. closing keeps the news, or ends them on the server and in the browser; erasing the profile ends them', {
	timeout: 180_000,
}, async () => {
	const context = await browser.newContext({
		...{ ...allow, locale: 'en-GB', viewport: { width: 1280, height: 900 } },
	});
	const [page, faults] = await watchedPage(context, navette.url);
	await giveAddress(page);
	await arrive(page, `${navette.url}/#/enter/demo/${navette.token('consumer')}`);
	const turnOn = async () => {
		await page.goto(`${navette.url}/demo/co.dupleix.3/news`);
		await openProfile(page, PHRASE);
		await page.getByRole('button', { name: 'Turn news on' }).click();
		await page.getByText('What to be told of').waitFor();
		await toDevice(page);
	};
	const goesOn = page.getByRole('checkbox', { name: /^News of .demo. go on coming here/ });
	const closed = page.getByRole('heading', { level: 1, name: 'Hello Camille' });
	const close = async () => {
		await page.getByRole('button', { name: 'Close the session' }).click();
		await closed.waitFor();
	};
	await turnOn();
	assert.equal(await goesOn.isChecked(), true);
	await close();
	assert.deepEqual([await subscriptions(), await workers(page)], [1, 1], 'kept');

	await openProfile(page, PHRASE);
	await toDevice(page);
	await goesOn.uncheck();
	await close();
	assert.deepEqual([await subscriptions(), await workers(page)], [0, 0], 'ended');

	await turnOn();
	await goesOn.waitFor();
	assert.equal(await subscriptions(), 1);
	await page.getByRole('button', { name: 'Erase this profile from this device' }).click();
	await page.getByLabel(/to confirm$/).fill('Camille');
	await page.getByRole('button', { name: 'Erase this profile from this device' }).click();
	await page.waitForFunction(async () =>
		(await indexedDB.databases()).every(({ name = '' }) => !name.startsWith('profile')),
	);
	/* the databases go first, then what listens for news */
	for (let tried = 0; (await workers(page)) > 0 && tried < 100; tried++)
		await page.waitForTimeout(100);
	assert.deepEqual([await subscriptions(), await workers(page)], [0, 0], 'gone with it');
	assert.deepEqual(faults.list, []);
	await context.close();
});
