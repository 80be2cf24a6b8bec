/** Point 7: the guided tour of each role, over the demonstration, in a real browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { WITHOUT_WORKER, watchedPage } from '../../apps/web/test/watched-page.ts';
import {
	assertAccessible,
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
	await browser.close();
	await navette.close();
});

const ROLES = [
	{ role: 'consumer', locale: 'fr-FR', width: 360, colorScheme: 'light', steps: 6 },
	{ role: 'animator', locale: 'en-GB', width: 1280, colorScheme: 'dark', steps: 8 },
	{ role: 'grouping', locale: 'fr-FR', width: 1280, colorScheme: 'light', steps: 6 },
	{ role: 'producer', locale: 'en-GB', width: 360, colorScheme: 'dark', steps: 6 },
] as const;

for (const { role, locale, width, colorScheme, steps } of ROLES)
	test(`7. the guided tour of the ${role}: every step leads to its screen and shows what it speaks of`, async () => {
		const context = await browser.newContext({
			...{ locale, colorScheme, viewport: { width, height: 780 }, reducedMotion: 'reduce' },
			...WITHOUT_WORKER,
		});
		const [page, faults] = await watchedPage(context, navette.url);
		await enterByLink(page, linkOf(navette, role));
		await page.getByRole('button', { name: /^(Visite guidée|Guided tour)/ }).click();
		const guide = page.getByRole('region', { name: /Visite guidée|Guided tour/ });
		const words: string[] = [];
		for (let at = 1; ; at++) {
			const count = (await guide.getByText(/^(Étape|Step) \d+/).textContent()) ?? '';
			const [, shown, last] = /(\d+) \D+ (\d+)$/.exec(count) ?? [];
			assert.equal(Number(shown), at);
			await page.locator('[data-guided]').first().waitFor();
			assert.ok(await page.locator('[data-guided]').first().isVisible(), count);
			const title = guide.getByRole('heading');
			assert.ok(await title.evaluate((node) => node === document.activeElement), 'read from there');
			words.push((await guide.textContent()) ?? '');
			if (at === 2) await assertAccessible(page, `guide of the ${role}`);
			if (process.env.PICTURES)
				await page.screenshot({ path: `${process.env.PICTURES}/guide-${role}-${at}.png` });
			await guide.getByRole('button').last().click();
			if (shown === last) break;
			await guide.getByText(new RegExp(`^(Étape|Step) ${at + 1} `)).waitFor();
		}
		assert.ok(words.length >= steps, `${words.length} steps`);
		const minutes = words.join(' ').split(/\s+/).length / 130;
		assert.ok(minutes <= 3, `${minutes.toFixed(1)} minutes at the pace of somebody who also looks`);
		assert.equal(await guide.count(), 0);
		assert.equal(await page.locator('[data-guided]').count(), 0);
		await context.close();
		assert.deepEqual(faults.list, []);
	});
