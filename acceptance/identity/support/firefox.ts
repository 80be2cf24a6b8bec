import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { reportViolations, watchPolicy } from '../../../apps/web/test/policy-watch.ts';
import { findFirefox } from '../../../scripts/setup/firefox.mjs';

/** Firefox without a window, that receives pushes from a push service on this machine. */
export const openFirefox = async (pushHost: string): Promise<Browser> => {
	const executablePath = findFirefox(process.env);
	if (executablePath === undefined) throw new Error('Firefox is not there: run npm test');
	return puppeteer.launch({
		browser: 'firefox',
		executablePath,
		headless: true,
		extraPrefsFirefox: {
			'dom.push.serverURL': `ws://${pushHost}/`,
			'dom.push.testing.allowInsecureServerURL': true,
			'dom.push.connection.enabled': true,
			'permissions.default.desktop-notification': 1,
			// its own notifications: there is no desktop to show them on
			'alerts.useSystemBackend': false,
			'dom.webnotifications.requireuserinteraction': false,
			'intl.accept_languages': 'en-GB',
		},
	});
};

/** A page whose breaches of the content policy fail the file, as those of Chromium do. */
export const watchedFirefoxPage = async (firefox: Browser): Promise<Page> => {
	const page = await firefox.newPage();
	/* a desk: every page of a role is in its navigation */
	await page.setViewport({ width: 1280, height: 900 });
	const watch = watchPolicy();
	page.on('console', (message) => watch.hear(message.text()));
	await page.evaluateOnNewDocument(reportViolations);
	return page;
};

/**
 * Waits until something holds in a page. Asked again and again from outside: what the driver would
 * inject to wait inside is text made into script, which the policy of the page refuses.
 */
export const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
	const end = performance.now() + 20_000;
	while (!(await holds())) {
		if (performance.now() > end) throw new Error(`not seen in Firefox: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

/** Waits until a page holds a text. */
export const untilText = (page: Page, text: string): Promise<void> =>
	until(text, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), text));

/** Touches the link, button or switch whose first words are a name, once it is there. */
export const touch = (page: Page, name: string): Promise<void> =>
	until(name, () =>
		page.evaluate((wanted) => {
			const all = [...document.querySelectorAll<HTMLElement>('a, button, label')];
			const found = all.find(
				(one) =>
					one.innerText.trim().split('\n', 1)[0] === wanted && one.getClientRects().length > 0,
			);
			found?.click();
			return found !== undefined;
		}, name),
	);
