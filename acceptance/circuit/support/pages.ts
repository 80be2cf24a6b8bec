import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
	enterByLink,
	type Faults,
	WITHOUT_WORKER,
	watchedPage,
} from '../../../apps/web/test/watched-page.ts';
import { assertAccessible, openBrowser } from '../../first-light/browser.ts';
import { type Circuit, startCircuit } from '../../first-light/support/circuit-server.ts';

/** Somebody's page; `home` is the address of his role. */
export interface Entered {
	readonly page: Page;
	readonly home: string;
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 900 } };

/** One server and one browser for a file of tests; every fault of every page is noted. */
export const openPages = async () => {
	const circuit = await startCircuit();
	const browser: Browser = await openBrowser();
	const noted: Faults[] = [];
	return {
		circuit,
		async enter(
			name: Parameters<Circuit['as']>[0],
			options: BrowserContextOptions = DESK,
		): Promise<Entered> {
			const context = await browser.newContext({
				...{ locale: 'en-GB', ...WITHOUT_WORKER, ...options },
			});
			const [page, faults] = await watchedPage(context, circuit.url);
			noted.push(faults);
			await enterByLink(page, circuit.linkOf(name));
			await page.waitForURL(/\/circuit\/[a-z]+\./);
			await page.getByRole('heading', { level: 1 }).waitFor();
			return { page, home: page.url() };
		},
		/** Closes everything; fails when a page committed a fault. */
		async close() {
			await browser.close();
			await circuit.close();
			assert.deepEqual(
				noted.flatMap(({ list }) => list),
				[],
			);
		},
	};
};

export type Pages = Awaited<ReturnType<typeof openPages>>;

const CORNERS = [
	{ language: 'fr', theme: 'light', ...PHONE },
	{ language: 'en', theme: 'dark', ...DESK },
] as const;

/**
 * Looks at screens of a role in the two opposite corners of language × theme × width: nothing that
 * WCAG refuses, nothing wider than the page. `shown` says when a screen is there.
 */
export const lookAt = async (
	{ page, home }: Entered,
	screens: readonly (readonly [path: string, shown: RegExp])[],
): Promise<void> => {
	for (const { language, theme, viewport } of CORNERS) {
		await page.setViewportSize(viewport);
		await page.evaluate(
			(kept) => localStorage.setItem('navette.preferences', kept),
			JSON.stringify({ language, theme }),
		);
		for (const [path, shown] of screens) {
			const where = `${path} ${language} ${theme} ${viewport.width}`;
			await page.goto(`${home}/${path}`);
			await page.getByRole('main').getByText(shown).first().waitFor();
			await assertAccessible(page, where);
			const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(beyond <= 0, `${where} is ${beyond} px too wide`);
		}
	}
};
