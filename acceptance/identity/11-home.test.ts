/**
 * Point 11, as far as it goes without the user directory: one person in two organisations sees both on
 * one home page and moves between them without reopening anything; a person with a consumer's and a
 * producer's right switches between them.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Serving, serve } from '@navette/app-server/serve';
import { circuitApplication } from '@navette/circuit/server';
import { ok, silentLog } from '@navette/core';
import type { Engine } from '@navette/engine';
import { hashOfToken } from '@navette/server';
import { createTestClock } from '@navette/testkit';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	enterByLink,
	openBrowser,
	WITHOUT_WORKER,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { at, scenarioDocuments } from '../../packages/circuit/src/server/testing/scenario.ts';
import { writeSeed } from '../../packages/circuit/src/server/testing/world.ts';

const bounded = { timeout: 300_000 };
const ORGANISATIONS = ['circuit', 'marche'];
const tokenOf = (org: string): string => `token-of-camille-in-${org}`;
const RIGHTS = [
	{ usage: 'CO', subject: 'dupleix.2', power: 1 },
	{ usage: 'PR', subject: 'bocage.1', power: 1 },
];

const prepare = async (engine: Engine): Promise<void> => {
	for (const org of ORGANISATIONS) {
		await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
		await writeSeed(engine, org, scenarioDocuments());
		await engine.run({
			org,
			caller: () => ({ id: 'set-up', rights: [] }),
			async work(context) {
				const access = { account: 'Camille', label: 'Camille', rights: RIGHTS, created: 0 };
				await context.write('ACCESS', { hash: hashOfToken(tokenOf(org)) }, access);
				return ok(null);
			},
		});
	}
};

let browser: Browser;
let server: Serving;
let folder: string;
before(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'navette-two-'));
	const started = await serve({
		...{ data: folder, port: 0, log: silentLog, clock: createTestClock(at(5, 10)) },
		...{ applications: [circuitApplication], prepare },
		rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
	});
	if (!started.ok) throw new Error(started.error);
	server = started.value;
	browser = await openBrowser();
});
after(async () => {
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const linkOf = (org: string): string => `${server.url}/#/enter/${org}/${tokenOf(org)}`;

const toHome = async (page: Page): Promise<void> => {
	const menu = page.getByRole('button', { name: 'Menu' });
	if (await menu.isVisible()) await menu.click();
	else await page.getByRole('button', { name: /Change role/ }).click();
	await page.getByRole('button', { name: /^Go to the home page/ }).click();
	await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
};

for (const [colorScheme, width] of [
	['light', 360],
	['dark', 1280],
] as const)
	test(
		`11. two organisations on one home page, moved between without reopening: ${colorScheme} ${width}`,
		bounded,
		async () => {
			const context = await browser.newContext({
				...{ locale: 'en-GB', colorScheme, viewport: { width, height: 800 } },
				...WITHOUT_WORKER,
			});
			const [page, faults] = await watchedPage(context, server.url);
			let sockets = 0;
			page.on('websocket', () => sockets++);
			await enterByLink(page, linkOf('circuit'));
			await page.waitForURL(/\/circuit\/co\./);
			await page.getByText('Up to date').first().waitFor();
			sockets = 0;
			await page.goto(linkOf('marche'));
			await page.waitForURL(/\/marche\/co\./);
			await page.getByText('Up to date').first().waitFor();
			await toHome(page);
			for (const org of ORGANISATIONS) {
				const card = page.getByRole('region', { name: org });
				await card.getByText('Bocage').first().waitFor();
				await card.getByText('Up to date').waitFor();
				await card.getByRole('link', { name: /Consumer/ }).waitFor();
				await card.getByRole('link', { name: /Producer/ }).waitFor();
			}
			await assertAccessible(page, 'home');
			const shots = process.env.NAVETTE_SHOTS;
			if (shots)
				await page.screenshot({
					path: `${shots}/home-${colorScheme}-${width}.png`,
					fullPage: true,
				});
			assert.equal(sockets, 2, 'one for each organisation');
			for (const org of ['circuit', 'marche', 'circuit']) {
				await page
					.getByRole('region', { name: org })
					.getByRole('link', { name: /Consumer/ })
					.click();
				await page.waitForURL(new RegExp(`/${org}/co\\.`));
				await page.getByRole('heading', { level: 1, name: /deliveries/ }).waitFor();
				await toHome(page);
			}
			await page
				.getByRole('region', { name: 'marche' })
				.getByRole('link', { name: /Producer/ })
				.click();
			await page.waitForURL(/\/marche\/pr\.bocage\.1/);
			assert.equal(sockets, 2, 'nothing was opened again');
			assert.deepEqual(faults.list, []);
			await context.close();
		},
	);
