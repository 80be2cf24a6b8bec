/**
 * Point 4, its screens: a code is set on a profile and opens it; before the second try the screen says
 * what is at stake; a connection that is lost is no wrong code; destroyed, the phrases still open.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage } from './support/looked-page.ts';
import { fillPair, registerByLink, toSheet } from './support/newcomer.ts';

const bounded = { timeout: 300_000 };
const CODE = 'forty-two';

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

const tryCode = async (page: Page, code: string): Promise<void> => {
	await page.locator('input[name="code"]').fill(code);
	await page.getByRole('button', { name: 'Open', exact: true }).click();
};

for (const [colorScheme, width] of [
	['light', 360],
	['dark', 1280],
] as const)
	test(
		`4. a code is set, opens, warns, is destroyed: ${colorScheme} ${width}`,
		bounded,
		async () => {
			const { page, faults, look, context } = await lookedPage(browser, site.service.url, {
				...{ locale: 'en-GB', colorScheme, width },
			});
			const subject = width === 360 ? 'dupleix.2' : 'dupleix.3';
			const pair = await registerByLink(page, await site.sponsorLink(subject));
			await toSheet(page);
			await page.getByLabel('Code', { exact: true }).fill(CODE);
			await page.getByRole('button', { name: 'Set this code' }).click();
			await page.getByText('A code opens this profile').waitFor();

			await page.goto(site.service.url);
			await page.getByRole('heading', { level: 1, name: 'The code of Camille' }).waitFor();
			await page.locator('input[name="code"]').waitFor();
			await look('code');
			await context.setOffline(true);
			await tryCode(page, CODE);
			await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
			await page.getByText('Sending it again counts no other try').waitFor();
			await look('code-offline');
			await context.setOffline(false);
			await page.getByRole('button', { name: 'Send this same try again' }).click();
			await page.getByRole('region', { name: 'circuit' }).getByText('Up to date').waitFor();
			await page.getByRole('link', { name: 'See your sheet' }).waitFor();

			await page.goto(site.service.url);
			await page.locator('input[name="code"]').waitFor();
			await tryCode(page, 'not the code');
			const warning = page.getByRole('alert').filter({ hasText: 'ONE try is left' });
			await warning.waitFor();
			assert.match((await warning.textContent()) ?? '', /two phrases still open/);
			await look('code-warning');
			await page.goto(site.service.url);
			await warning.waitFor();
			await tryCode(page, 'not it again');
			await page.getByRole('alert').filter({ hasText: 'not the code either' }).waitFor();
			assert.equal(await page.locator('input[name="code"]').count(), 0, 'no third try');
			await look('code-destroyed');
			await page.getByRole('button', { name: 'Open by my phrases' }).click();
			await fillPair(page, pair);
			await page.getByRole('button', { name: 'Open', exact: true }).click();
			await page.getByRole('region', { name: 'circuit' }).getByText('Up to date').waitFor();
			await toSheet(page);
			await page.getByText('A wrong code was tried').first().waitFor();
			assert.deepEqual(faults.list, []);
			await context.close();
		},
	);
