import type { BrowserContext, Page } from 'playwright-core';
import { type Faults, watchedPage } from '../../../apps/web/test/watched-page.ts';

export const PHRASE = 'cheval agrafe pile exacte lune';

/** Somebody's page in a real browser, and every fault it commits. */
export const pageIn = async (
	context: BrowserContext,
	url: string,
): Promise<readonly [Page, Faults]> => watchedPage(context, url);

/** From a link to a profile of one's own: name, phrase, rescue sheet. Ends on the first screen. */
export const arrive = async (
	page: Page,
	link: string,
	{ name = 'Camille', strict = false }: { readonly name?: string; readonly strict?: boolean } = {},
): Promise<void> => {
	await page.goto(link);
	await page.getByRole('button', { name: /^Yes, it is mine/ }).click();
	await page.getByLabel('Name of your profile').fill(name);
	if (strict) await page.getByRole('checkbox', { name: /two wrong phrases/ }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Use mine' }).click();
	await page.locator('input[autocomplete="new-password"]').fill(PHRASE);
	await page.getByText(/^(Fair|Strong):/).waitFor();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('checkbox', { name: 'I have kept it safe' }).check();
	await page.getByRole('button', { name: 'Open my profile' }).click();
	await page.waitForURL(/\/[a-z]+\/[a-z]+\./);
	await page.getByText('Up to date').first().waitFor();
};

/** Types the phrase of the one profile of this device. */
export const openProfile = async (
	page: Page,
	phrase: string,
	{ away = false }: { readonly away?: boolean } = {},
): Promise<void> => {
	await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
	await page.locator('input[autocomplete="current-password"]').fill(phrase);
	if (away) await page.getByRole('checkbox', { name: /^Plane mode/ }).check();
	await page.getByRole('button', { name: 'Open', exact: true }).click();
};

/** The page of this device. */
export const toDevice = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: 'This device', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'This device' }).waitFor();
};

/** The service worker has what it needs to start without network. */
export const workerReady = (page: Page): Promise<void> =>
	page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
