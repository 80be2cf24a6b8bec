/**
 * The administration page, in browsers: what happens in the organisation, live, as a chart, in words
 * and as a table; accesses given and withdrawn, undone, withdrawn on an open page at once; what is
 * kept; nothing of it for others; French and English, light and dark, phone and desk, keyboard.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { watchedPage } from '../../apps/web/test/watched-page.ts';
import {
	assertAccessible,
	enterAs,
	enterByLink,
	linkOf,
	type Navette,
	openBrowser,
	startNavette,
} from '../first-light/browser.ts';

let navette: Navette;
let browser: Browser;

before(async () => {
	navette = await startNavette();
	browser = await openBrowser();
});
after(async () => {
	await browser?.close();
	await navette?.close();
});

/** Enters as the administrator, and checks at the end that the page committed no fault. */
const administrator = async (options: BrowserContextOptions = {}) => {
	const { page, faults } = await enterAs(browser, navette, 'admin', options);
	return {
		page,
		async leave() {
			await page.context().close();
			assert.deepEqual(faults.list, []);
		},
	};
};

const report = (role: string, name: string) =>
	fetch(`${navette.url}/api/demo/report/${name}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${navette.token(role)}`,
			'content-type': 'application/json',
		},
		body: '{}',
	});

const openAccesses = async (page: Page): Promise<void> => {
	await page.keyboard.press('g');
	await page.keyboard.press('a');
	await page.getByRole('heading', { name: /^(Accesses|Accès)$/, level: 1 }).waitFor();
	await page.locator('.ad-access').first().waitFor();
};

/** The indicator of a page that is connected and has everything. */
const inStep = (page: Page) => page.locator('.nv-sync[data-tone="ok"]');

const SHAPES = [
	{ viewport: { width: 360, height: 740 }, colorScheme: 'light', locale: 'fr-FR' },
	{ viewport: { width: 1280, height: 900 }, colorScheme: 'dark', locale: 'en-GB' },
] as const;

test('6. the pages hold on a phone and a desk, light and dark, in both languages', async () => {
	for (const shape of SHAPES) {
		const { page, leave } = await administrator(shape);
		const where = `${shape.viewport.width} ${shape.colorScheme} ${shape.locale}`;
		const look = async (name: string) => {
			await assertAccessible(page, `${name} ${where}`);
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(overflow <= 0, `${name} ${where} overflows`);
		};
		await page
			.getByRole('img', { name: /^(Operations per minute|Opérations par minute)\. / })
			.waitFor();
		await look('overview');
		await page.getByRole('button', { name: /table/ }).click();
		await page.getByRole('table', { name: /per minute|par minute/ }).waitFor();
		await look('table');
		await openAccesses(page);
		await look('accesses');
		await page.keyboard.press('n');
		await page.getByRole('dialog').waitFor();
		await look('grant');
		await page.keyboard.press('Escape');
		await page
			.getByRole('link', { name: /^(Data|Données)$/ })
			.filter({ visible: true })
			.click();
		await page.getByRole('table', { name: /^(Data|Données)$/ }).waitFor();
		await look('data');
		await leave();
	}
});

test('6. what happens is seen without reload, by code and by type of thread', async () => {
	const { page, leave } = await administrator();
	await report('consumer', 'admin.activity');
	await fetch(`${navette.url}/api/demo/call/access.revoke`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${navette.token('consumer')}`,
			'content-type': 'application/json',
			'operation-id': 'operation-not-allowed-1',
		},
		body: JSON.stringify({ hash: 'a'.repeat(64) }),
	});
	const codes = page.getByRole('table', { name: 'Refusals by code' });
	await codes.getByRole('row', { name: /^E-RIGHT 1$/ }).waitFor({ timeout: 15_000 });
	await page.getByText(/1 refusal among them/).waitFor();
	await page
		.getByRole('table', { name: 'Threads that move' })
		.getByRole('row', { name: /^CMDC / })
		.waitFor();
	await leave();
});

test('6. an access is given by keyboard; its link enters; withdrawn, it is out at once; undone, in again', async () => {
	const { page, leave } = await administrator();
	await openAccesses(page);
	await page.keyboard.press('n');
	await page.getByRole('dialog').getByRole('textbox').first().waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('Write a name.').waitFor();
	await page.keyboard.type('Zoé');
	await page.keyboard.press('Tab');
	await page.keyboard.type('gc/dupleix');
	await page.keyboard.press('Enter');
	await page.getByText('“gc/dupleix” is not a right.').waitFor();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('GC/dupleix');
	await page.keyboard.press('Enter');
	const link = await page.getByRole('textbox', { name: 'Entry link' }).inputValue();
	assert.match(link, /^http:\/\/localhost:\d+\/#\/enter\/demo\/[\w-]{32}$/);
	await page.getByRole('button', { name: 'I handed it over' }).click();
	await page.getByRole('heading', { name: 'Zoé' }).waitFor();
	assert.ok(!(await page.content()).includes(link.split('/').at(-1) ?? ''));

	const context = await browser.newContext({ locale: 'en-GB' });
	const [zoe] = await watchedPage(context, navette.url);
	await enterByLink(zoe, link);
	await zoe.waitForURL(/\/demo\/gc\.dupleix/);
	await inStep(zoe).waitFor();

	await page.getByRole('button', { name: 'Withdraw the access of Zoé' }).click();
	await Promise.all([
		page.getByRole('heading', { name: 'Zoé' }).waitFor({ state: 'detached' }),
		inStep(zoe).waitFor({ state: 'detached' }),
	]);
	await page.keyboard.press('ControlOrMeta+z');
	await page.getByRole('heading', { name: 'Zoé' }).waitFor();
	await zoe.goto(link);
	await inStep(zoe).waitFor();
	await context.close();
	await leave();
});

test('6. one cannot withdraw oneself, and a search that finds nothing says so', async () => {
	const { page, leave } = await administrator();
	await openAccesses(page);
	const mine = page.locator('.ad-access').filter({ hasText: 'Account Admin' });
	await mine.getByText('You', { exact: true }).waitFor();
	assert.equal(await mine.getByRole('button').count(), 0);
	await page.getByRole('textbox', { name: 'Find an access' }).fill('solene gp/bocage');
	await page.getByText('1 access', { exact: true }).waitFor();
	await page.getByRole('textbox', { name: 'Find an access' }).fill('nobody of that name');
	await page.getByRole('heading', { name: 'No access matches' }).waitFor();
	await page.getByRole('button', { name: 'Show all' }).click();
	await mine.waitFor();
	await leave();
});

test('6. none of it is for others: no page, no report', async () => {
	for (const name of ['admin.activity', 'admin.sizes']) {
		assert.equal((await report('animator', name)).status, 403);
		assert.equal((await report('admin', name)).status, 200);
	}
	const context = await browser.newContext({ locale: 'en-GB' });
	const [page] = await watchedPage(context, navette.url);
	await enterByLink(page, linkOf(navette, 'consumer'));
	await page.waitForURL(/\/demo\/co\./);
	await page.goto(`${navette.url}/demo/adm./accesses`);
	await page.waitForURL(/\/demo\/co\./);
	await context.close();
});
