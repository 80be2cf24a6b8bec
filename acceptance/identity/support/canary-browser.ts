import type { Page } from 'playwright-core';
import { tokens, typed } from './canary-words.ts';
import { openProfile, toDevice, workerReady } from './phone.ts';

/** All that a page sends and is sent, and what goes through its sockets. */
export const listenTo = (page: Page, traffic: Buffer[]): void => {
	const note = (bytes: Buffer | string | null) =>
		bytes !== null && traffic.push(Buffer.from(bytes));
	page.on('request', (request) => {
		note(request.url());
		note(request.postDataBuffer());
	});
	page.on('websocket', (socket) => {
		socket.on('framesent', ({ payload }) => note(payload));
		socket.on('framereceived', ({ payload }) => note(payload));
	});
};

/** From a link to a profile by phrase: orders, plane mode and its outbox, sleep, another opening. */
export const useBrowser = async (page: Page, url: string): Promise<void> => {
	await page.goto(`${url}/#/enter/demo/${tokens.consumer}`);
	await page.getByRole('button', { name: /^Yes, it is mine/ }).click();
	await page.getByLabel('Name of your profile').fill(typed['name of the profile']);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Use mine' }).click();
	await page.locator('input[autocomplete="new-password"]').fill(typed['phrase of the profile']);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('checkbox', { name: 'I have kept it safe' }).check();
	await page.getByRole('button', { name: 'Open my profile' }).click();
	await page.waitForURL(/\/demo\/co\./);
	await page.getByText('Up to date').first().waitFor();
	await workerReady(page);
	await page
		.getByRole('link', { name: /^(Order|Change my order)/ })
		.first()
		.click();
	const more = page.getByRole('button', { name: /more$/ }).first();
	await more.click();
	await page.getByText('Up to date').first().waitFor();
	await page.reload();
	await openProfile(page, typed['phrase of the profile'], { away: true });
	await more.click();
	await page.getByText('Offline: 1 change to send').waitFor();
	await page.getByRole('button', { name: 'The network can be trusted' }).click();
	await page.getByText('Up to date').first().waitFor();
	await toDevice(page);
	await page.getByLabel('Wake-up code').fill(typed['code of sleep']);
	await page.getByRole('button', { name: 'Turn on' }).click();
	await page.getByText('On', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Sleep now' }).click();
	await page.getByRole('heading', { level: 1, name: /is asleep$/ }).waitFor();
};
