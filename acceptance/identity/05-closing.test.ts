/**
 * Point 5, choices at closing: kept sealed, nothing kept, or one stays; an identity is known no longer
 * than what is open; an anonymous device keeps nothing.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok } from '@navette/core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage, SIGHTS } from './support/looked-page.ts';
import { must } from './support/member.ts';
import { fillPair, registerByLink, toSheet } from './support/newcomer.ts';

const bounded = { timeout: 300_000 };
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

/** The sheets that the directory keeps, and how one is put back. */
const sheets = async () => {
	const caller = () => ({ id: 'set-up', rights: [] });
	const read = await site.service.engine.read('universe', caller, async (source) =>
		ok(await source.list('SHEET')),
	);
	return must(read);
};
const putBack = async (kept: Awaited<ReturnType<typeof sheets>>): Promise<void> => {
	const done = await site.service.engine.run({
		...{ org: 'universe', caller: () => ({ id: 'set-up', rights: [] }) },
		async work(context) {
			for (const { key, data } of kept) await context.write('SHEET', key, data);
			return ok(null);
		},
	});
	assert.ok(done.ok);
};

test(
	'9. M13: a directory that gives an older sheet is refused at an opening by phrases, in words; the profile opens',
	bounded,
	async () => {
		const sight = { locale: 'en-GB', colorScheme: 'light', width: 360 } as const;
		const { page, look, context } = await lookedPage(browser, site.service.url, sight);
		const pair = await registerByLink(page, await site.sponsorLink());
		const before = await sheets();
		await toSheet(page);
		await page.getByLabel('Value', { exact: true }).fill('camille@example.org');
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByText('camille@example.org', { exact: true }).waitFor();
		await toDevice(page);
		await page.getByRole('button', { name: 'Close the session' }).click();
		await page.getByRole('heading', { level: 1, name: 'Hello Camille' }).waitFor();
		const after = await sheets();
		await putBack(before);
		await fillPair(page, pair);
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await page.getByRole('alert').filter({ hasText: 'is not the one this device saw' }).waitFor();
		await page.locator('.nv-brand').click();
		await page.getByRole('link', { name: 'Enter with my identity' }).waitFor();
		await look('sheet-older');
		await toDevice(page);
		await page.getByRole('button', { name: 'Close the session' }).click();
		await putBack(after);
		await fillPair(page, pair);
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await page
			.getByRole('link', { name: 'See your sheet' })
			.or(page.locator('.nv-brand'))
			.first()
			.waitFor();
		await context.close();
	},
);

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
