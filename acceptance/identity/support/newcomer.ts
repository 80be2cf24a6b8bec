import type { Page } from 'playwright-core';

/** Two phrases of somebody. */
export interface Pair {
	readonly first: string;
	readonly second: string;
}

/** From a sponsorship to the home page, on a device of one's own; answers the phrases that were proposed. */
export const registerByLink = async (page: Page, link: string, name = 'Camille'): Promise<Pair> => {
	await page.goto(link);
	return registerHere(page, name);
};

/** The same, from a sponsorship that is shown. */
export const registerHere = async (page: Page, name = 'Camille', code = ''): Promise<Pair> => {
	await page.getByRole('button', { name: /^Accept: make/ }).click();
	await page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
	const first = (await page.getByTestId('first').textContent()) ?? '';
	const second = (await page.getByTestId('second').textContent()) ?? '';
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('checkbox', { name: 'I have kept it safe' }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: /^Later/ }).click();
	await page.getByLabel(/^Name of the profile/).fill(name);
	if (code !== '') await page.getByLabel(/^Code of this device/).fill(code);
	await page.getByRole('button', { name: 'Make my identity' }).click();
	await page.getByRole('link', { name: 'See your sheet' }).waitFor();
	return { first, second };
};

/** Fills two phrases, known already. */
export const fillPair = async (page: Page, { first, second }: Pair): Promise<void> => {
	await page.locator('input[name="first-phrase"]').fill(first);
	await page.locator('input[autocomplete="current-password"]').fill(second);
};

/** The page of one's sheet, from the home page. */
export const toSheet = async (page: Page): Promise<void> => {
	await page.getByRole('link', { name: 'See your sheet' }).click();
	await page.getByRole('heading', { level: 1, name: 'Your sheet' }).waitFor();
	await page.getByText('This session').waitFor();
};
