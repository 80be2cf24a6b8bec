/**
 * Point 11: the same person in two organisations on two operators (two server processes, with folders and
 * keys of their own: nothing is shared but signed requests) sees both on one home page; a person with a
 * consumer's and a producer's right switches between them; pages ask known services only, no cookie.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	enterByLink,
	openBrowser,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { declareService } from './support/declared-service.ts';
import { type Operator, startOperator } from './support/operator.ts';

const bounded = { timeout: 300_000 };

let north: Operator | undefined;
let south: Operator | undefined;
let browser: Browser;
const both = (): readonly [Operator, Operator] => {
	assert.ok(north && south);
	return [north, south];
};
before(async () => {
	north = await startOperator('circuit', { kind: 'host', universe: 'universe' });
	const { url, key } = north;
	south = await startOperator('marche', { kind: 'elsewhere', universe: 'universe', url, key });
	await declareService(north, south);
	await north.refresh();
	browser = await openBrowser();
});
after(async () => {
	await browser.close();
	for (const one of both()) await one.close();
});

const pasteLink = async (page: Page, link: string): Promise<void> => {
	await page.getByLabel('Your entry link').fill(link);
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
};

const toHome = async (page: Page): Promise<void> => {
	const menu = page.getByRole('button', { name: 'Menu' });
	if (await menu.isVisible()) await menu.click();
	else await page.getByRole('button', { name: /Change role/ }).click();
	await page.getByRole('button', { name: /^Go to the home page/ }).click();
	await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
};

test(
	'11. two operators on one home page, two roles of one session, no cookie, known services only',
	bounded,
	async () => {
		const [first, second] = both();
		const context = await browser.newContext({
			...{ locale: 'en-GB', viewport: { width: 1280, height: 900 } },
		});
		const [page, faults] = await watchedPage(context, first.url);
		await enterByLink(page, await first.link('CO', 'dupleix.2'));
		await page.waitForURL(/\/circuit\/co\./);
		await page.getByText('Up to date').first().waitFor();
		await page.goto(await first.link('PR', 'bocage.1'));
		await page.waitForURL(/\/circuit\/(co|pr)\./);
		await page.getByText('Up to date').first().waitFor();
		await page.goto(first.url);
		await pasteLink(page, await second.link('CO', 'dupleix.3'));
		await page.waitForURL(/\/marche\/co\./);
		await page.getByText('Up to date').first().waitFor();
		await toHome(page);
		for (const [org, roles] of [
			['circuit', ['Consumer', 'Producer']],
			['marche', ['Consumer']],
		] as const) {
			const card = page.getByRole('region', { name: org });
			await card.getByText('Up to date').waitFor();
			for (const role of roles) await card.getByRole('link', { name: new RegExp(role) }).waitFor();
		}
		await assertAccessible(page, 'home');
		const shots = process.env.NAVETTE_SHOTS;
		if (shots) await page.screenshot({ path: `${shots}/two-operators.png`, fullPage: true });
		const card = page.getByRole('region', { name: 'circuit' });
		await card.getByRole('link', { name: /Producer/ }).click();
		await page.waitForURL(/\/circuit\/pr\.bocage\.1/);
		await page.goto(first.url);
		await pasteLink(page, `http://127.0.0.1:9/#/enter/demo/${'A'.repeat(22)}`);
		await page.getByText(/a service that this server does not know/).waitFor();
		assert.deepEqual(await context.cookies([first.url, second.url]), []);
		const others = faults.list.filter(
			(fault) => !fault.startsWith(`request to ${second.url}/api/`),
		);
		assert.deepEqual(others, []);
		await context.close();
	},
);

test(
	'11. the policy of pages and the servers name the services that the directory signed, and nobody else',
	bounded,
	async () => {
		const [first, second] = both();
		const socket = second.url.replace('http', 'ws');
		const policy = (await fetch(first.url)).headers.get('content-security-policy') ?? '';
		assert.match(policy, new RegExp(`connect-src 'self' ${second.url} ${socket};`));
		const asked = async (origin: string) => {
			const answer = await fetch(`${second.url}/api/marche/report/me`, {
				...{ method: 'OPTIONS', headers: { origin } },
			});
			return [answer.headers.get('access-control-allow-origin'), answer.headers.get('set-cookie')];
		};
		assert.deepEqual(await asked(first.url), [first.url, null]);
		assert.deepEqual(await asked('https://evil.example'), [null, null]);
	},
);
