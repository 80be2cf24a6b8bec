/** Point 9, M30: a device whose clock and that of its server differ says so, and goes on working. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage, type Sight } from './support/looked-page.ts';
import { registerByLink } from './support/newcomer.ts';

const YEAR = 365 * 86_400_000;

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

const CASES: readonly [Sight, number][] = [
	[{ locale: 'en-GB', colorScheme: 'dark', width: 1280 }, YEAR],
	[{ locale: 'en-GB', colorScheme: 'light', width: 360 }, -YEAR],
];
for (const [sight, shift] of CASES)
	test(`9. M30: the clock of a device ${shift} ms away is told, with what follows, and hinders nothing`, {
		timeout: 180_000,
	}, async () => {
		const { page, look, context, faults } = await lookedPage(browser, site.service.url, sight);
		await page.clock.setSystemTime(Date.now() + shift);
		await registerByLink(page, await site.sponsorLink('dupleix.2'));
		const banner = page.getByRole('region', { name: 'Two clocks that differ' });
		await banner.waitFor();
		const year = (offset: number) => String(new Date(Date.now() + offset).getFullYear());
		const said = await banner.innerText();
		assert.ok(said.includes(year(shift)) && said.includes(year(0)), said);
		await banner.getByRole('button', { name: 'What this changes' }).click();
		await banner
			.getByText(/open or closed/)
			.first()
			.waitFor();
		await look('two-clocks');
		await page
			.getByRole('link', { name: /Consumer/ })
			.first()
			.click();
		await page.getByText('Up to date').first().waitFor();
		await page.clock.setSystemTime(Date.now());
		await banner.waitFor({ state: 'detached' });
		assert.deepEqual(faults.list, []);
		await context.close();
	});
