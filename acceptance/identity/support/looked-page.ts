import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	type Faults,
	WITHOUT_WORKER,
	watchedPage,
} from '../../../apps/web/test/watched-page.ts';

/** How somebody sees: language, colours, width. */
export interface Sight {
	readonly locale: 'en-GB' | 'fr-FR';
	readonly colorScheme: 'dark' | 'light';
	readonly width: 360 | 1280;
}

/** Two opposite corners: a telephone in French and in light, a desk in English and in dark. */
export const SIGHTS: readonly Sight[] = [
	{ locale: 'fr-FR', colorScheme: 'light', width: 360 },
	{ locale: 'en-GB', colorScheme: 'dark', width: 1280 },
];

/** A page that is looked at: `look` refuses what is broken for somebody, or wider than the screen. */
export const lookedPage = async (browser: Browser, origin: string, sight: Sight) => {
	const { locale, colorScheme, width } = sight;
	const context = await browser.newContext({
		...{ locale, colorScheme, viewport: { width, height: 760 }, ...WITHOUT_WORKER },
	});
	const [page, faults]: readonly [Page, Faults] = await watchedPage(context, origin);
	const look = async (where: string): Promise<void> => {
		const name = `${where} ${locale} ${colorScheme} ${width}`;
		await assertAccessible(page, name);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		assert.ok(wide <= width, `${name} is ${wide} wide`);
		const folder = process.env.NAVETTE_SHOTS;
		if (folder) await page.evaluate(() => scrollTo(0, 0));
		if (folder)
			await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
	};
	return { page, faults, look, context };
};
