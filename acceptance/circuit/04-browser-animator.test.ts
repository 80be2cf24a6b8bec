/**
 * Point 4 in a real browser: an animator brings the scenarios S2 to S5 to their numbers with the
 * screens alone (check before the closing, unloading, packages, what is to settle, distribution).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { alertBits, isSettled } from '@navette/circuit/model';
import type { Browser, Page } from 'playwright-core';
import {
	enterByLink,
	type Faults,
	WITHOUT_WORKER,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { useGrid } from '../../packages/bench/src/grid/measure-grid.ts';
import {
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { openBrowser } from '../first-light/browser.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { lineOf, PHONE, typeReceived } from './support/animator-page.ts';
import { accepted, alertsOf, go, groupOrder, OURS, orderOf, put } from './support/asks.ts';

const bounded = { timeout: 300_000 };
const [A, B, C] = ['2', '3', '4'];

let browser: Browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

/** The animator's telephone, on a screen of the delivery. */
const enter = async (
	circuit: Circuit,
): Promise<{ page: Page; faults: Faults; address: string }> => {
	const context = await browser.newContext({ locale: 'en-GB', ...PHONE, ...WITHOUT_WORKER });
	const [page, faults] = await watchedPage(context, circuit.url);
	await enterByLink(page, circuit.linkOf('animator'));
	await page.waitForURL(/\/circuit\/gc\./);
	await page.getByRole('heading', { level: 1 }).waitFor();
	return { page, faults, address: `${page.url().replace(/\/$/, '')}/deliveries/bocage/${LIVR}` };
};

const upToDate = (page: Page): Promise<void> => page.getByText('Up to date').first().waitFor();

test(
	'4. S3 and S4 in a browser: the missing half goes to the group in one tap; one crate for two is shared pro rata, the odd half to the first',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), A ?? '', { prod: ORANGES, q2: 1 }));
		circuit.clock.advance(1_000);
		accepted(await put(circuit.as('bruno'), B ?? '', { prod: ORANGES, q2: 2 }));
		circuit.clock.advance(1_000);
		const { page, faults, address } = await enter(circuit);
		await page.goto(`${address}/check`);
		const entry = page.locator(`[data-code="${ORANGES}"][data-why="halves"]`);
		await entry.getByText('the group: 1½ crates').waitFor();
		await entry.getByRole('button', { name: '+ ½ for the group' }).click();
		await entry.waitFor({ state: 'detached' });
		await upToDate(page);
		assert.equal((await groupOrder(circuit)).lignes[ORANGES]?.att.q2, 4);
		assert.equal((await orderOf(circuit, '1')).lignes[ORANGES]?.cmd.q2, 1);
		await page.getByRole('button', { name: 'Undo' }).click();
		await entry.waitFor();
		accepted(await put(circuit.as('chloe'), C ?? '', { prod: ORANGES, q2: 1 }));
		await entry.waitFor({ state: 'detached' });

		go.delivered(circuit);
		await page.goto(`${address}/unloading`);
		await lineOf(page, ORANGES).waitFor();
		await typeReceived(page, ORANGES, '1');
		await page.getByRole('link', { name: 'To settle' }).click();
		await page.getByRole('link', { name: 'Share out: Oranges' }).click();
		await page.getByRole('button', { name: 'Pro rata' }).click();
		const person = (co = '') => page.locator(`.cs-people [data-co="${co}"]`);
		await person(B).getByText('½ less').waitFor();
		await person(C).getByText('½ less').waitFor();
		await upToDate(page);
		const given = [];
		for (const co of [A, B, C])
			given.push((await orderOf(circuit, co ?? '')).lignes[ORANGES]?.dis?.q2);
		assert.deepEqual(given, [1, 1, 0]);
		const frustrated = alertBits('FRUSTR');
		for (const co of [B, C])
			assert.ok(((await orderOf(circuit, co ?? '')).tot.al & frustrated) !== 0);
		await page.getByRole('link', { name: 'Distribution' }).click();
		for (const co of [A, B])
			await page.locator(`.cd-basket[data-co="${co}"]`).getByText('€10.50').waitFor();
		assert.ok(isSettled(await alertsOf(circuit, ORANGES)));
		assert.deepEqual(faults.list, []);
		await page.context().close();
	}),
);

test(
	'4. S2 and S5 in a browser: a lost chicken is settled by attributing none; carrots are weighed to the gram and priced to the cent',
	bounded,
	withCircuit(async (circuit) => {
		for (const [name, co, prod, line] of [
			['adele', A, CHICKEN, { q2: 4 }],
			['bruno', B, CHICKEN, { q2: 2 }],
			['chloe', C, CHICKEN, { q2: 2 }],
			['adele', A, CARROTS, { g: 1_000 }],
			['bruno', B, CARROTS, { g: 500 }],
			['chloe', C, CARROTS, { g: 500 }],
		] as const) {
			accepted(await put(circuit.as(name), co ?? '', { prod, ...line }));
			circuit.clock.advance(1_000);
		}
		go.closed(circuit);
		const shipped = { ...OURS, pr: '1', lignes: [{ rp: '1', exp: { q2: 8 } }] };
		accepted(await circuit.as('poultry').call('CartExp', shipped));
		go.delivered(circuit);
		const { page, faults, address } = await enter(circuit);
		await page.goto(`${address}/unloading`);
		await typeReceived(page, CHICKEN, '3');
		await lineOf(page, CHICKEN).getByText('Missing on arrival').waitFor();
		await typeReceived(page, CARROTS, '1950');
		assert.doesNotMatch(await lineOf(page, CARROTS).innerText(), /Missing|too much/);

		await page.goto(`${address}/packages?product=${CHICKEN}&weigh=1`);
		const field = page.getByRole('textbox', { name: 'Weight of the package in grams' });
		for (const grams of ['1720', '1850', '1765']) {
			await field.fill(grams);
			await field.press('Enter');
		}
		await field.fill('17200');
		await field.press('Enter');
		await page.getByText(/17\.2\skg, for a piece of about 1\.8\skg/).waitFor();
		await page.getByRole('button', { name: 'Correct it' }).click();
		await page.getByRole('button', { name: 'Done' }).click();
		await page.getByRole('button', { name: 'Propose a sharing' }).click();
		await page.getByRole('button', { name: 'Apply' }).click();
		const basket = (co = '') => page.locator(`.cp-basket[data-co="${co}"]`);
		await basket(A)
			.getByText(/^2 of 2/)
			.waitFor();
		await basket(B)
			.getByText(/^1 of 1/)
			.waitFor();
		await basket(C)
			.getByRole('button', { name: /^Attribute 0/ })
			.click();
		await basket(C)
			.getByText(/^0 of 0/)
			.waitFor();
		await upToDate(page);
		assert.ok(isSettled(await alertsOf(circuit, CHICKEN)));
		assert.ok(((await orderOf(circuit, C ?? '')).tot.al & alertBits('FRUSTR')) !== 0);

		await page.goto(`${address}/distribution?view=products`);
		const carrots = page.locator(`[data-product="${CARROTS}"]`);
		for (const [co, grams, price] of [
			[A, '1040', '€2.29'],
			[B, '480', '€1.06'],
			[C, '430', '€0.95'],
		]) {
			const line = carrots.locator(`[data-co="${co}"]`);
			await line.getByRole('button', { name: /change$/ }).click();
			const given = page.getByRole('textbox', { name: /given in g$/ });
			await given.fill(grams ?? '');
			await given.press('Enter');
			await line.getByText(price ?? '', { exact: true }).waitFor();
		}
		await upToDate(page);
		assert.ok(isSettled(await alertsOf(circuit, CARROTS)), 'D = 1 950: no alert');
		await page.getByRole('link', { name: 'To settle' }).click();
		await page.getByText('Everything is settled').waitFor();
		await page.goto(`${address}/unloading`);
		await typeReceived(page, CARROTS, '2100');
		await lineOf(page, CARROTS).getByText('To share out').waitFor();
		assert.deepEqual(faults.list, []);
		await page.context().close();
	}),
);

/** `npm run bench -- --grid` is the whole: 45 consumers × 120 products, with its figures. */
const MINIATURE = { consumers: 6, products: 24, rounds: 1, typed: 3, slower: [1] };

test(
	'2. the grid of the group order is measured while it scrolls and while one types',
	bounded,
	async () => {
		const { drawn, bare, outcomes } = await useGrid(browser, MINIATURE);
		const [seen] = outcomes;
		assert.ok(seen && drawn > 0 && bare.down.rate > 0 && bare.across.rate > 0);
		assert.ok(seen.down.rate > 0 && seen.down.busy > 0, 'frames while it scrolls');
		assert.equal(seen.keys.length, 2 * MINIATURE.typed, 'a digit and Enter for each quantity');
	},
);
