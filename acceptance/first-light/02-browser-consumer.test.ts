/**
 * The consumer's screens in a real browser, on a real server with the scenarios of the circuit:
 * delivery 14 June of `bocage`, open since 2 June; it is 5 June, 10:00.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LOOKS } from '../../apps/web/test/looks.ts';
import { enterByLink, type Faults, watchedPage } from '../../apps/web/test/watched-page.ts';
import {
	at,
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { type Circuit, withCircuit } from './support/circuit-server.ts';
import type { Person } from './support/person.ts';

const bounded = { timeout: 300_000 };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 900 } };
const DELIVERY = `deliveries/bocage/${LIVR}`;

type Name = Parameters<Circuit['as']>[0];

let browser: Browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser.close());

/** Somebody's page, entered by a link; it must commit no fault. */
const enter = async (
	circuit: Circuit,
	name: Name,
	options: BrowserContextOptions = DESK,
): Promise<{ page: Page; faults: Faults; home: string }> => {
	const context = await browser.newContext({ locale: 'en-GB', ...options });
	const [page, faults] = await watchedPage(context, circuit.url);
	await enterByLink(page, circuit.linkOf(name));
	await page.waitForURL(/\/circuit\/co\./);
	await page.getByRole('heading', { level: 1, name: /deliveries|livraisons/ }).waitFor();
	return { page, faults, home: page.url() };
};

const openOrder = async ({ page }: { page: Page }): Promise<void> => {
	await page
		.getByRole('link', { name: /^(Order|Change my order)/ })
		.first()
		.click();
	await page.getByRole('heading', { level: 1, name: 'Order' }).waitFor();
	await page.getByRole('heading', { name: 'Oranges' }).waitFor();
};

const product = (page: Page, code: string) => page.locator(`[data-code="${code}"]`);
const total = (page: Page) => page.getByRole('region', { name: 'Your order' });
const shows = (page: Page, code: string, text: string | RegExp) =>
	product(page, code).getByText(text).waitFor();

const put = (person: Person, co: string, line: object) =>
	person.call('CmdLigne', { gc: 'dupleix', co, gp: 'bocage', livr: LIVR, ...line });

test(
	'S1: three people order chickens; each reads his estimate, and the group 4 chickens, 85.68 €',
	bounded,
	withCircuit(async (circuit) => {
		const adele = await enter(circuit, 'adele', PHONE);
		await openOrder(adele);
		const chickens = product(adele.page, CHICKEN);
		await chickens.getByRole('button', { name: /more$/ }).click();
		await chickens.getByRole('button', { name: /more$/ }).click();
		await total(adele.page).getByText('≈ €42.84').waitFor();
		await put(circuit.as('bruno'), '3', { prod: CHICKEN, q2: 2 });
		await put(circuit.as('chloe'), '4', { prod: CHICKEN, q2: 2 });
		await shows(adele.page, CHICKEN, 'group: 4');
		await total(adele.page).getByRole('link', { name: 'Done' }).click();
		await adele.page.getByRole('cell', { name: '2 pieces' }).waitFor();
		await adele.page.getByRole('tab', { name: 'The group' }).click();
		await adele.page.getByText('≈ €85.68').waitFor();
		const names = await adele.page.getByRole('main').innerText();
		assert.doesNotMatch(names, /Bruno|Chlo/);
		assert.deepEqual(adele.faults.list, []);
	}),
);

test(
	'S3: halves show on the other devices live, without reload, and what is missing too',
	bounded,
	withCircuit(async (circuit) => {
		const adele = await enter(circuit, 'adele', PHONE);
		const bruno = await enter(circuit, 'bruno');
		await openOrder(adele);
		await openOrder(bruno);
		await put(circuit.as('chloe'), '4', { prod: ORANGES, q2: 1 });
		await shows(bruno.page, ORANGES, 'group: ½, ½ crate missing');
		await product(bruno.page, ORANGES).getByRole('button', { name: /more$/ }).click();
		await shows(adele.page, ORANGES, 'group: 1½, ½ crate missing');
		await product(adele.page, ORANGES).getByRole('button', { name: /half$/ }).click();
		await shows(bruno.page, ORANGES, 'group: 2');
		await total(adele.page).getByText('€10.50').waitFor();
		await total(bruno.page).getByText('€21.00').waitFor();
		await put(circuit.as('chloe'), '4', { prod: ORANGES, q2: 0 });
		await shows(adele.page, ORANGES, 'group: 1½, ½ crate missing');
		await put(circuit.as('animator'), '1', { prod: ORANGES, q2: 1 });
		await shows(adele.page, ORANGES, 'group: 2');
		assert.deepEqual([...adele.faults.list, ...bruno.faults.list], []);
	}),
);

test(
	'keyboard only: search, quantity, total said, undo',
	bounded,
	withCircuit(async (circuit) => {
		const { page, faults } = await enter(circuit, 'bruno');
		await page.getByText('Closes').waitFor();
		const order = page.getByRole('link', { name: /^Order/ });
		while (!(await order.evaluate((link) => link === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Oranges' }).waitFor();
		await page.keyboard.press('/');
		await page.keyboard.type('carot');
		await page.getByRole('heading', { name: 'Oranges' }).waitFor({ state: 'detached' });
		await page.keyboard.press('Enter');
		await page.keyboard.type('1,5');
		await page.keyboard.press('Enter');
		await total(page).getByText('≈ €3.30').waitFor();
		const said = page
			.getByRole('status')
			.filter({ hasText: /^Carottes: 1.5.kg. Total 1 reference/ });
		await said.waitFor();
		await page.getByRole('textbox', { name: 'Carottes' }).press('ArrowUp');
		await total(page).getByText('≈ €4.40').waitFor();
		await page.keyboard.press('Control+z');
		await total(page).getByText('≈ €3.30').waitFor();
		await page.getByText('Up to date').waitFor();
		const bruno = circuit.as('bruno');
		const { documents } = await bruno.pull(`CMDC/dupleix.bocage.${LIVR}`);
		assert.match(JSON.stringify(documents), /"g":1500/);
		assert.deepEqual(faults.list, []);
	}),
);

test(
	'what has the focus is never behind the pinned total',
	bounded,
	withCircuit(async (circuit) => {
		const { page } = await enter(circuit, 'bruno', { viewport: { width: 360, height: 560 } });
		await openOrder({ page });
		const fields = page.locator('.nv-stepper input');
		for (let index = 0; index < (await fields.count()); index += 1) {
			await fields.nth(index).focus();
			const hidden = await fields.nth(index).evaluate((field) => {
				const pinned = document.querySelector('.co-pinned')?.getBoundingClientRect();
				return pinned === undefined || field.getBoundingClientRect().bottom > pinned.top;
			});
			assert.equal(hidden, false, `product ${index}`);
		}
	}),
);

test(
	'S11 and offline: a draft waits on the device through a reload; on return both values are shown',
	bounded,
	withCircuit(async (circuit) => {
		const { page } = await enter(circuit, 'adele', PHONE);
		await openOrder({ page });
		await product(page, ORANGES).getByRole('button', { name: /more$/ }).click();
		await page.getByText('Up to date').waitFor();
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await page.context().setOffline(true);
		await circuit.restart();
		await page.getByText('Offline: your changes are kept here').waitFor();
		await product(page, ORANGES).getByRole('button', { name: /more$/ }).click();
		await product(page, CARROTS).getByRole('button', { name: /more$/ }).click();
		await page.getByText('Offline: 2 changes to send').waitFor();
		await page.reload();
		await page.getByText('Offline: 2 changes to send').waitFor();
		await total(page).getByText('≈ €43.10').waitFor();
		await put(circuit.as('paul'), '2', { prod: ORANGES, q2: 6, seen: { q2: 2 } });
		await page.context().setOffline(false);
		await page.reload();
		const refused = page.getByRole('alert').filter({ hasText: 'One change was not taken' });
		await refused.getByText(/Paul put 3/).waitFor();
		await total(page).getByText('≈ €64.10').waitFor();
		await refused.getByRole('button', { name: 'Put 2' }).click();
		await refused.waitFor({ state: 'detached' });
		await total(page).getByText('≈ €43.10').waitFor();
		await page.getByText('Up to date').waitFor();
	}),
);

test(
	'after the closing for consumers the order is read only, with the reason',
	bounded,
	withCircuit(async (circuit) => {
		await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 });
		circuit.clock.set(at(12, 9));
		const { page } = await enter(circuit, 'bruno');
		await page.goto(`${page.url()}/${DELIVERY}/order`);
		await page.getByText('Orders are closed: producers are preparing.').waitFor();
		await total(page).getByText('€21.00').waitFor();
		assert.equal(await page.locator('.nv-stepper').count(), 0);
	}),
);

test(
	'the dates go to the person’s own calendar as a file, made without any request',
	bounded,
	withCircuit(async (circuit) => {
		const { page, faults, home } = await enter(circuit, 'bruno');
		await page.goto(`${home}/${DELIVERY}?tab=dates`);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Add to my calendar (.ics)' }).click();
		const file = await download;
		assert.equal(file.suggestedFilename(), `delivery-bocage-${LIVR}.ics`);
		const text = await readFile(await file.path(), 'utf8');
		// Distribution one hour after the arrival, 14 June at 9:00 in Paris.
		assert.match(text, /DTSTART:20250614T080000Z/);
		assert.match(text, /LOCATION:1 place de la Halle/);
		assert.deepEqual(faults.list, []);
	}),
);

const SCREENS = [
	'',
	DELIVERY,
	`${DELIVERY}?tab=group`,
	`${DELIVERY}?tab=catalogue`,
	`${DELIVERY}?tab=dates`,
	`${DELIVERY}/order`,
];

for (const { language, theme, width } of LOOKS)
	test(
		`every screen is accessible and fits: ${language}, ${theme}, ${width}`,
		bounded,
		withCircuit(async (circuit) => {
			await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 3 });
			await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 });
			const { page, faults, home } = await enter(circuit, 'adele', width === 360 ? PHONE : DESK);
			await page.evaluate(
				(kept) => localStorage.setItem('navette.preferences', kept),
				JSON.stringify({ language, theme }),
			);
			for (const screen of SCREENS) {
				await page.goto(`${home}/${screen}`);
				await page
					.getByText(/^(à jour|synced)/)
					.first()
					.waitFor();
				await page
					.getByText(/Oranges|ferme|closes|Étapes|Steps/i)
					.first()
					.waitFor();
				await assertAccessible(page, `${screen} ${language} ${theme} ${width}`);
				const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				assert.ok(beyond <= 0, `${screen} is ${beyond} px too wide`);
			}
			assert.deepEqual(faults.list, []);
		}),
	);
