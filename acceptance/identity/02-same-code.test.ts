/** Point 2: two services whose organisations have one code are two places of a device. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { enterByLink, openBrowser } from '../../apps/web/test/watched-page.ts';
import { declareService } from './support/declared-service.ts';
import { lookedPage } from './support/looked-page.ts';
import { type Operator, startOperator } from './support/operator.ts';

let browser: Browser;
let north: Operator;
let south: Operator;
before(async () => {
	browser = await openBrowser();
	north = await startOperator('circuit', { kind: 'host', universe: 'universe' });
	const { url, key } = north;
	south = await startOperator('circuit', { kind: 'elsewhere', universe: 'universe', url, key });
	await declareService(north, south);
	await north.refresh();
});
after(async () => {
	await browser.close();
	await south.close();
	await north.close();
});

test('2. two services with an organisation of one code do not take the place of each other', {
	timeout: 300_000,
}, async () => {
	const sight = { locale: 'en-GB', colorScheme: 'light', width: 360 } as const;
	const { page, look, context } = await lookedPage(browser, north.url, sight);
	await enterByLink(page, await north.link('CO', 'dupleix.2'));
	await page.waitForURL(/\/circuit\/co\.dupleix\.2/);
	await page.getByText('Up to date').first().waitFor();
	await page.goto(north.url);
	await page.getByLabel('Your entry link').fill(await south.link('PR', 'bocage.1'));
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
	await page.waitForURL(/\/circuit~2\/pr\.bocage\.1/);
	await page.getByText('Up to date').first().waitFor();
	await page.goto(north.url);
	const cards = page.getByRole('region', { name: 'circuit' });
	await cards.nth(1).getByText('Up to date').waitFor();
	assert.equal(await cards.count(), 2);
	const own = cards.filter({ has: page.getByRole('link', { name: /Consumer/ }) });
	const other = cards.filter({ hasText: new URL(south.url).host });
	await own.getByText('Up to date').waitFor();
	assert.equal(await own.getByText(new URL(south.url).host).count(), 0);
	await look('one-code-twice');
	await other.getByRole('link', { name: /Producer/ }).click();
	await page.waitForURL(/\/circuit~2\/pr\.bocage\.1/);
	await page.goto(`${north.url}/circuit/`);
	await page.waitForURL(/\/circuit\/co\.dupleix\.2/);
	await context.close();
});
