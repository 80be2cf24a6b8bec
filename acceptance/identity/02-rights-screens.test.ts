/**
 * Points 2 and 11 on screens: a second right is accepted with the identity that one has; one session
 * carries both roles; withdrawn, both end at once, in words, on the sheet that is open too.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage } from './support/looked-page.ts';
import { fillPair, registerByLink, toSheet } from './support/newcomer.ts';

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

test('2. two rights of one identity are two roles of one session, withdrawn at once', {
	timeout: 300_000,
}, async () => {
	const { page, look, context } = await lookedPage(browser, site.service.url, {
		...{ locale: 'en-GB', colorScheme: 'light', width: 1280 },
	});
	const pair = await registerByLink(page, await site.sponsorLink('dupleix.2'));
	await page.goto('about:blank');
	await page.goto(await site.sponsorLink('bocage.1', 'PR'));
	await fillPair(page, pair);
	await page.getByRole('button', { name: 'Open', exact: true }).click();
	await page.getByRole('button', { name: /^Accept with an identity/ }).click();
	await fillPair(page, pair);
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
	const card = page.getByRole('region', { name: 'circuit' });
	await card.getByRole('link', { name: /Consumer/ }).waitFor();
	await card.getByRole('link', { name: /Producer/ }).waitFor();
	await look('home-two-roles');
	await toSheet(page);
	await page.getByText('Presented: session open').nth(1).waitFor();
	await site.withdraw('PR');
	await page.getByText('Withdrawn or expired').waitFor();
	await page.getByText('Presented: session open').waitFor();
	await look('sheet-one-withdrawn');
	await page.locator('.nv-brand').click();
	await card.getByRole('link', { name: /Consumer/ }).waitFor();
	await card.getByRole('link', { name: /Producer/ }).waitFor({ state: 'detached' });
	await toSheet(page);
	await page.getByText('Withdrawn or expired').waitFor();
	await site.withdraw();
	await page.getByText('Withdrawn or expired').nth(1).waitFor();
	await look('sheet-withdrawn');
	await page.locator('.nv-brand').click();
	await card
		.getByText(/refused/i)
		.first()
		.waitFor();
	await card.getByText(/your access right was withdrawn/).waitFor();
	await look('home-withdrawn');
	await card.getByRole('link', { name: /Consumer/ }).click();
	const over = page.getByRole('region', { name: 'Access over' });
	await over.getByText(/what this device kept of it/).waitFor();
	await page.getByRole('heading', { level: 1 }).waitFor();
	await look('role-withdrawn');
	await over.getByRole('button', { name: 'Forget this access' }).click();
	await card.waitFor({ state: 'detached' });
	await context.close();
});

test('2. an entry link that was used, is wrong or was cut says so on the home page, and nothing is kept', {
	timeout: 180_000,
}, async () => {
	const { page, look, context, faults } = await lookedPage(browser, site.service.url, {
		...{ locale: 'en-GB', colorScheme: 'dark', width: 360 },
	});
	const secret = await site.service.offer('CO', 'dupleix.3');
	const taker = await browser.newPage();
	await taker.goto(`${site.service.url}/#/enter/circuit/${secret}`);
	await taker.getByRole('button', { name: /^(Yes, without a phrase|Oui, sans phrase)/ }).click();
	await taker.waitForURL(/\/circuit\/co\./);
	await taker.close();
	const said = page.getByRole('alert');
	for (const token of [secret, 'A'.repeat(22), 'short']) {
		await page.goto('about:blank');
		await page.goto(`${site.service.url}/#/enter/circuit/${token}`);
		const asked = page.getByRole('button', { name: /^Yes, without a phrase/ });
		await asked.or(said).first().waitFor();
		if (await asked.isVisible()) await asked.click();
		await said.filter({ hasText: /opens nothing|is not whole/ }).waitFor();
		await page.getByRole('heading', { name: 'Enter with your link' }).waitFor();
	}
	await look('link-over');
	assert.deepEqual(faults.list, []);
	await context.close();
});

test('2. a right that its service did not sign as it is shown is refused in words, and nothing is kept', {
	timeout: 180_000,
}, async () => {
	const { page, look, context } = await lookedPage(browser, site.service.url, {
		...{ locale: 'en-GB', colorScheme: 'light', width: 360 },
	});
	await page.route('**/report/right.show', async (route) => {
		const answer = await route.fetch();
		const decoded = decodeCbor(new Uint8Array(await answer.body()));
		const { result } = (decoded.ok ? decoded.value : {}) as { readonly result?: object };
		const body = Buffer.from(encodeCbor({ result: { ...result, account: 'somebody' } }));
		await route.fulfill({ response: answer, body });
	});
	const secret = await site.service.offer('CO', 'dupleix.3');
	await page.goto(`${site.service.url}/#/enter/circuit/${secret}`);
	await page.getByRole('button', { name: /^Yes, without a phrase/ }).click();
	await page.getByRole('alert').filter({ hasText: 'is not signed by its service' }).waitFor();
	await page.getByRole('heading', { name: 'Enter with your link' }).waitFor();
	await look('right-forged');
	await page.getByRole('button', { name: 'Understood' }).click();
	await page.getByRole('alert').waitFor({ state: 'detached' });
	await context.close();
});
