/** Point 11: a link of the demonstration is made one's own at arrival, with a code for this device. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { welcome } from '@navette/app-server/welcome';
import type { Browser } from 'playwright-core';
import { linkOf, type Navette, openBrowser, startNavette } from '../first-light/browser.ts';
import { lookedPage } from './support/looked-page.ts';
import { registerHere, toSheet } from './support/newcomer.ts';

let browser: Browser;
let navette: Navette;
before(async () => {
	browser = await openBrowser();
	navette = await startNavette({ directory: { kind: 'host', universe: 'universe' } });
});
after(async () => {
	await browser.close();
	await navette.close();
});

test('11. a link of the demonstration is made mine: an identity that has its role, and a code set at arrival', {
	timeout: 300_000,
}, async () => {
	const sight = { locale: 'en-GB', colorScheme: 'light', width: 360 } as const;
	const { page, look, context, faults } = await lookedPage(browser, navette.url, sight);
	await page.goto(linkOf(navette, 'consumer'));
	await page.getByRole('button', { name: /^Make it mine/ }).waitFor();
	await look('arrival');
	await page.getByRole('button', { name: /^Make it mine/ }).click();
	await registerHere(page, 'Camille', '12345678');
	await page.getByRole('link', { name: /Consumer/ }).waitFor();
	await toSheet(page);
	await page.getByText('A code opens this profile on this device.').first().waitFor();
	await page.getByText('Signed by its service').waitFor();
	assert.deepEqual(faults.list, []);
	await context.close();
});

test('11. what is printed at the start says how to try an identity of one’s own, with an address that does', async () => {
	const said = welcome(navette.url, navette.entries, true);
	const address = `${navette.url}/#/sponsor/${navette.token('consumer')}`;
	assert.ok(said.includes('To try an identity of your own'));
	assert.ok(said.includes(address), said);
	assert.ok(!welcome(navette.url, navette.entries).includes('#/sponsor/'));
	const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
	await page.goto(address);
	await page.getByRole('button', { name: /^Accept: make/ }).waitFor();
	await page.context().close();
});
