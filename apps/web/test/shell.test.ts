import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LOOKS } from './looks.ts';
import { type StaticServer, serveBuild } from './static-server.ts';
import { createStubApi } from './stub-api.ts';
import {
	assertAccessible,
	enterByLink,
	type Faults,
	openBrowser,
	watchedPage,
} from './watched-page.ts';

const token = 'test-entry-aaaaaaaaaaaaaaaaaaaa';
const api = createStubApi();
let browser: Browser;
let server: StaticServer;

before(async () => {
	server = await serveBuild(path.resolve(import.meta.dirname, '../dist'), api.handle);
	browser = await openBrowser();
});
after(async () => {
	await browser.close();
	await server.close();
});

type Work = (page: Page, faults: Faults) => Promise<void>;

/** Runs a visit in a context of its own; it may leave no fault behind. */
const visit = async (options: BrowserContextOptions, work: Work): Promise<void> => {
	const context = await browser.newContext({ locale: 'fr-FR', ...options });
	try {
		const [page, faults] = await watchedPage(context, server.origin);
		await work(page, faults);
		assert.deepEqual(faults.list, []);
	} finally {
		await context.close();
	}
};

const workerReady = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
		);
	});

for (const { theme: colorScheme, locale, width } of LOOKS)
	test(`home, entry and refusal are accessible: ${colorScheme} ${locale} ${width}`, async () => {
		const viewport = { width, height: 740 };
		await visit({ colorScheme, locale, viewport }, async (page) => {
			const title = locale === 'fr-FR' ? 'Bienvenue' : 'Welcome';
			await page.goto(server.origin);
			await page.getByRole('heading', { level: 1, name: title }).waitFor();
			await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).waitFor();
			await assertAccessible(page, 'home');

			api.mode = 'silent';
			await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
			await page.getByRole('heading', { level: 1, name: 'demo' }).waitFor();
			await assertAccessible(page, 'entering');

			api.mode = 'refuses';
			await page.reload();
			await page.getByRole('alert').waitFor();
			await assertAccessible(page, 'refused');
			api.mode = 'answers';
		});
	});

test('the secret of the link leaves the address and is nowhere in clear', async () => {
	await visit({}, async (page) => {
		api.mode = 'answers';
		api.seen.length = 0;
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		assert.ok(api.seen.includes(`Bearer ${token}`), 'the server was asked with the token');
		const kept = await page.evaluate(async () => {
			const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
			for (const { name = '' } of await indexedDB.databases()) {
				const database = await new Promise<IDBDatabase>((resolve, reject) => {
					const open = indexedDB.open(name);
					open.onsuccess = () => resolve(open.result);
					open.onerror = () => reject(open.error);
				});
				for (const store of database.objectStoreNames) {
					const all = database.transaction(store).objectStore(store).getAll();
					await new Promise((resolve) => {
						all.onsuccess = resolve;
					});
					texts.push(
						JSON.stringify(all.result, (_, value: unknown) =>
							value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
						),
					);
				}
				database.close();
			}
			return texts;
		});
		assert.ok(kept.length > 2, 'something is kept on the device');
		for (const text of kept) assert.ok(!text.includes(token), 'no token in clear');
		await page.goBack();
		assert.ok(!page.url().includes(token), 'nor in the history');
	});
});

test('without network the app starts, under the same policy', async () => {
	await visit({}, async (page, faults) => {
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		await workerReady(page);
		await page.context().setOffline(true);
		await page.goto(`${server.origin}/nowhere/else`);
		await page.getByRole('heading', { name: /Pas d’accès à nowhere/ }).waitFor();
		const fonts = await page.evaluate(() =>
			document.fonts.ready.then((set) => [...set].filter((one) => one.status === 'loaded').length),
		);
		assert.ok(fonts >= 2, 'fonts come from the device');
		await page.evaluate(() => {
			const style = document.createElement('style');
			style.textContent = 'body { color: red }';
			document.head.append(style);
		});
		await page.waitForFunction(() => getComputedStyle(document.body).color !== 'rgb(255, 0, 0)');
		assert.match(faults.violations.join(), /style-src/);
		faults.violations.length = 0;
		faults.list.length = 0;
	});
});

test('an entered role is there without network', async () => {
	await visit({}, async (page) => {
		api.mode = 'answers';
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		await workerReady(page);
		await page.context().setOffline(true);
		await page.reload();
		await page.getByRole('navigation').first().waitFor();
		assert.match(page.url(), /\/demo\/co\.dupleix\.3/);
	});
});

test('a new version waits for the person, then takes over', async () => {
	await visit({}, async (page) => {
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		await workerReady(page);
		const worker = await (await fetch(`${server.origin}/worker.js`)).text();
		try {
			server.replaced.set(
				'/worker.js',
				worker.replaceAll(/[0-9a-f]{16}(?=["'`])/g, 'f'.repeat(16)),
			);
			await page.evaluate(() => {
				Object.assign(window, { before: true });
				return navigator.serviceWorker.ready.then((one) => one.update()).then(() => undefined);
			});
			const reload = page.getByRole('button', { name: 'Recharger quand vous voulez' });
			await reload.waitFor();
			assert.equal(await page.evaluate(() => 'before' in window), true, 'not reloaded by itself');
			await Promise.all([page.waitForEvent('load'), reload.click()]);
			await page.getByRole('heading', { level: 1 }).waitFor();
			assert.equal(await page.evaluate(() => 'before' in window), false);
			const names = await page.evaluate(() => caches.keys());
			assert.ok(names.includes(`navette-${'f'.repeat(16)}`), 'the new version holds its files');
		} finally {
			server.replaced.clear();
		}
	});
});

test('a file that is not the one of the build refuses the version', async () => {
	const worker = await (await fetch(`${server.origin}/worker.js`)).text();
	try {
		server.replaced.set('/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
		await visit({}, async (page, faults) => {
			await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
			await page.waitForURL(/\/demo\/co\.dupleix\.3/);
			const state = await page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
				if (!worker) return 'redundant';
				while (worker.state === 'installing')
					await new Promise((resolve) =>
						worker.addEventListener('statechange', resolve, { once: true }),
					);
				return worker.state;
			});
			assert.equal(state, 'redundant');
			faults.list.length = 0;
		});
	} finally {
		server.replaced.clear();
	}
	assert.ok(worker.includes('sha256-'));
});

test('a browser without trusted types, or a page without https, opens nothing and says why', async () => {
	for (const [name, said] of [
		['trustedTypes', /too old to protect this page/],
		['isSecureContext', /has to be opened by https/],
	] as const)
		await visit({}, async (page) => {
			const asked: string[] = [];
			page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
			await page.addInitScript((lost) => {
				Object.defineProperty(globalThis, lost, { value: undefined, configurable: true });
			}, name);
			await page.goto(`${server.origin}/#/enter/demo/${token}`);
			await page.getByText(said).waitFor();
			assert.equal(await page.locator('p.app-unfit').count(), 2);
			assert.deepEqual(
				asked.filter((one) => one.startsWith('/api/')),
				[],
			);
			const kept = await page.evaluate(() => indexedDB.databases());
			assert.deepEqual(kept, []);
		});
});

test('language, colours and density change without reload and are kept', async () => {
	await visit({ colorScheme: 'light' }, async (page) => {
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		await page.goto(server.origin);
		await page.getByRole('button', { name: 'Préférences' }).click();
		await page.getByText('English').click();
		await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
		await page.getByText('Dark', { exact: true }).click();
		await page.getByText('Compact', { exact: true }).click();
		const root = () =>
			page.evaluate(() => {
				const { lang, dataset } = document.documentElement;
				return [lang, dataset.mantineColorScheme, dataset.density];
			});
		assert.deepEqual(await root(), ['en', 'dark', 'compact']);
		await assertAccessible(page, 'preferences');
		await page.reload();
		await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
		assert.deepEqual(await root(), ['en', 'dark', 'compact']);
	});
});

test('one tab works at a time, and the other can take over', async () => {
	await visit({}, async (page) => {
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.waitForURL(/\/demo\/co\.dupleix\.3/);
		const [second] = await watchedPage(page.context(), server.origin);
		await second.goto(`${server.origin}/demo`);
		await second.getByRole('heading', { name: /autre onglet/ }).waitFor();
		await second.getByRole('button', { name: 'Continuer ici' }).click();
		await second.waitForURL(/\/demo\/co\.dupleix\.3/);
		await page.getByRole('heading', { name: /autre onglet/ }).waitFor();
		const [third] = await watchedPage(page.context(), server.origin);
		await third.goto(`${server.origin}/demo`);
		await third.getByRole('heading', { name: /autre onglet/ }).waitFor();
		await second.close();
		await third.waitForURL(/\/demo\/co\.dupleix\.3/);
	});
});

test('keyboard: skip link, palette, help, all without a mouse', async () => {
	await visit({ viewport: { width: 1280, height: 800 } }, async (page) => {
		await enterByLink(page, `${server.origin}/#/enter/demo/${token}`);
		await page.getByRole('navigation').first().waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox').fill('aide');
		await page.keyboard.press('Enter');
		await page.getByRole('dialog', { name: /Aide/ }).waitFor();
		await assertAccessible(page, 'help');
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.keyboard.press('?');
		await page.getByRole('dialog', { name: /Aide/ }).waitFor();
	});
});
