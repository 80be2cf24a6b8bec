import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
	enterByLink,
	type Faults,
	openBrowser,
	WITHOUT_WORKER,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { type Navette, startNavette } from './support/navette.ts';

export { assertAccessible, enterByLink } from '../../apps/web/test/watched-page.ts';
export { type Navette, openBrowser, startNavette };

/** Entry link of a role of the demonstration. */
export const linkOf = (navette: Navette, role: string): string =>
	`${navette.url}/#/enter/demo/${navette.token(role)}`;

/** A page of its own context, entered as a role; every fault it commits is noted. */
export const enterAs = async (
	browser: Browser,
	navette: Navette,
	role: string,
	options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: Faults }> => {
	const context = await browser.newContext({
		locale: 'en-GB',
		viewport: { width: 1280, height: 900 },
		...WITHOUT_WORKER,
		...options,
	});
	const [page, faults] = await watchedPage(context, navette.url);
	await enterByLink(page, linkOf(navette, role));
	await page.waitForURL(/\/demo\/[a-z]+\./);
	await page.getByRole('heading', { level: 1 }).waitFor();
	return { page, faults };
};
