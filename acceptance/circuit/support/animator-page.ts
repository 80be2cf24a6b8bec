import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** A telephone held in one hand. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;

/** Address of a delivery of a part of the dashboard, without what follows it. */
export const deliveryAddress = async (page: Page, part: string, nth = 0): Promise<string> => {
	const link = page.locator(`[data-part="${part}"] .ci-card-link`).nth(nth);
	await link.waitFor();
	const href = await link.evaluate((one) => (one as HTMLAnchorElement).href);
	return /^.*\/deliveries\/[^/]+\/[^/]+/.exec(href)?.[0] ?? assert.fail(`no delivery in ${href}`);
};

/** A line of the unloading. */
export const lineOf = (page: Page, code: string): Locator =>
	page.locator(`.cu-line[data-code="${code}"]`);

/** Types what was received of a product on the large keys, and takes it. */
export const typeReceived = async (page: Page, code: string, keys: string): Promise<void> => {
	await lineOf(page, code).locator('.cu-open').click();
	const field = page.getByRole('dialog').getByRole('textbox', { name: /received in/ });
	await field.waitFor();
	for (const key of keys) await page.locator('.ci-pad-keys button', { hasText: key }).click();
	await field.press('Enter');
	const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
	if (await close.isVisible().catch(() => false)) await close.click();
	await page.getByRole('dialog').waitFor({ state: 'detached' });
};
