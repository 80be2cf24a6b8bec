/**
 * Point 5, choices at closing: kept sealed, nothing kept, or one stays; an identity is known no longer
 * than what is open; an anonymous device keeps nothing.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage, SIGHTS } from './support/looked-page.ts';
import { fillPair, registerByLink } from './support/newcomer.ts';

const bounded = { timeout: 120_000 };
let browser: Browser;
let site: CircuitSite;
before(async () => {
	browser = await openBrowser();
	site = await startCircuitSite();
});
after(async () => {
	await browser.close();
	await site.close();
});

const bases = (page: Page): Promise<readonly string[]> =>
	page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name = '' }) => name.replace(/-.*/, '')),
	);
const toDevice = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: 'This device', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'This device' }).waitFor();
};

for (const sight of SIGHTS.filter(({ locale }) => locale === 'en-GB'))
	test(`5. closing: ${sight.colorScheme} ${sight.width}`, bounded, async () => {
		const { page, faults, look, context } = await lookedPage(browser, site.service.url, sight);
		const pair = await registerByLink(page, await site.sponsorLink());
		await toDevice(page);
		await look('closing');
		await page.getByRole('button', { name: 'Stay' }).click();
		await page.getByRole('link', { name: 'See your sheet' }).waitFor();
		await toDevice(page);
		await page.getByRole('button', { name: 'Close the session' }).click();
		await page.getByRole('heading', { level: 1, name: 'Hello Camille' }).waitFor();
		await look('closed');
		assert.ok((await bases(page)).includes('profile'), 'kept, sealed');
		await fillPair(page, { ...pair, second: 'not her phrase' });
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await page.getByRole('alert').waitFor();
		await look('closed-wrong');
		await fillPair(page, pair);
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await toDevice(page);
		await page.getByRole('button', { name: 'Erase this profile from this device' }).click();
		await page.getByLabel(/to confirm$/).fill('Camille');
		await look('closing-erase');
		await page.getByRole('button', { name: 'Erase this profile from this device' }).click();
		await page
			.getByRole('heading', { level: 1, name: 'Who are you?' })
			.waitFor({ state: 'hidden' });
		await page.waitForFunction(async () =>
			(await indexedDB.databases()).every(({ name = '' }) => !name.startsWith('profile')),
		);
		assert.deepEqual(faults.list, []);
		await context.close();
	});

test(
	'5. entered where nothing is to stay: closed, nobody is known and nothing is there',
	bounded,
	async () => {
		const { page, look, context } = await lookedPage(browser, site.service.url, {
			...{ locale: 'fr-FR', colorScheme: 'dark', width: 360 },
		});
		await page.goto(`${site.service.url}/~identity`);
		await fillPair(page, { first: 'ana of the first orchard', second: 'ana has a first phrase' });
		await page.getByRole('radio', { name: /^Non : ne rien laisser/ }).check();
		await page.getByRole('button', { name: 'Entrer', exact: true }).click();
		await page.getByRole('link', { name: 'Voir votre fiche' }).waitFor();
		await page.getByRole('button', { name: 'Cet appareil', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'Cet appareil' }).waitFor();
		await look('closing-anonymous');
		await page.getByRole('button', { name: 'Fermer la session' }).click();
		await page.getByText('Rien n’est gardé ici pour le moment').waitFor();
		await page.locator('.nv-brand').click();
		await page.getByRole('link', { name: 'Entrer avec mon identité' }).waitFor();
		assert.deepEqual(await bases(page), []);
		await context.close();
	},
);
