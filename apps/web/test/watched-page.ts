import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { reportViolations, watchPolicy } from './policy-watch.ts';

const { HEADLESS_SHELL_PATH, CHROMIUM_PATH } = process.env;
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

const launch = (executablePath: string): Promise<Browser> =>
	chromium.launch({
		executablePath,
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
			...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
		],
	});

/** Chromium without a screen where it is installed. */
export const openBrowser = (): Promise<Browser> =>
	launch(HEADLESS_SHELL_PATH ?? CHROMIUM_PATH ?? DEBIAN.find(existsSync) ?? 'chromium');

/** The whole browser: the one without a screen knows no notifications. */
export const openWholeBrowser = (): Promise<Browser> =>
	launch(CHROMIUM_PATH ?? '/usr/bin/chromium');

/** What a page did that it must not: console errors, defects, breaches of the policy, requests. */
export interface Faults {
	readonly list: string[];
	/** Breaches of the policy: what a test did not take out of it fails its file. */
	readonly violations: string[];
}

/**
 * For pages that need no network of their own: the worker of the app, which fetches and checks every
 * file of a version, costs a page three seconds of a processor.
 */
export const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;

const isOfTheTest = (text: string): boolean =>
	text === 'Service Worker registration blocked by Playwright';

/** Network errors that a test causes on purpose are written by the browser itself. */
const isNetworkLine = (text: string): boolean =>
	/^Failed to load resource|net::ERR_|WebSocket connection to/.test(text);

/** A page whose every fault is noted. */
export const watchedPage = async (
	context: BrowserContext,
	origin: string,
): Promise<readonly [Page, Faults]> => {
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	/* half-faded letters have no contrast: pages are looked at as by people who want no motion */
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const list: string[] = [];
	const watch = watchPolicy();
	page.on('console', (message) => {
		watch.hear(message.text());
		const bad = message.type() === 'error' || message.type() === 'warning';
		if (bad && !isNetworkLine(message.text()) && !isOfTheTest(message.text()))
			list.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => list.push(`defect: ${error.message}`));
	page.on('request', (request) => {
		const { protocol, origin: to } = new URL(request.url());
		if (protocol !== 'blob:' && to !== origin) list.push(`request to ${request.url()}`);
	});
	await page.addInitScript(reportViolations);
	/* one that ends at once, once a phrase is stretched, is not caught any more */
	page.on('worker', (worker) => void worker.evaluate(reportViolations).catch(() => undefined));
	return [page, { list, violations: watch.violations }];
};

/**
 * Enters by a link on a fresh browser, and keeps everything there without a phrase: as the browser of
 * somebody who comes back.
 */
export const enterByLink = async (page: Page, link: string): Promise<void> => {
	await page.goto(link);
	await page.getByRole('button', { name: /^(Oui, sans phrase|Yes, without a phrase)/ }).click();
};

const axeSource = readFileSync(
	createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
	'utf8',
);

interface AxeResult {
	readonly violations: readonly {
		readonly id: string;
		readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
	}[];
}

/** No rule of WCAG 2.2 A and AA is broken by what the page shows. */
export const assertAccessible = async (page: Page, where: string): Promise<void> => {
	/* playwright evaluates in the page's world: the policy forbids script made of text there */
	const session = await page.context().newCDPSession(page);
	await session.send('Runtime.evaluate', { expression: axeSource });
	const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
	const { result } = await session.send('Runtime.evaluate', {
		expression: `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
		awaitPromise: true,
		returnByValue: true,
	});
	await session.detach();
	const found = (result.value as AxeResult).violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
	);
	assert.deepEqual(found, [], where);
};
