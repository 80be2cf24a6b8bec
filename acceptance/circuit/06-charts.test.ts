/**
 * Point 6: the charts of each role in a real browser. The bars, the table behind the same key and what
 * the public interface says are the same figures; everything is accessible, in both themes.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import {
	assertAccessible,
	enterAs,
	type Navette,
	openBrowser,
	startNavette,
} from '../first-light/browser.ts';
import { personAt, type SeenDocument } from '../first-light/support/person.ts';

let navette: Navette;
let browser: Browser;

before(async () => {
	navette = await startNavette();
	browser = await openBrowser();
});
after(async () => {
	await browser?.close();
	await navette?.close();
});

/** An entry of the report `Bilan`: net grams that are sure, and estimated. */
interface OrderSum {
	readonly livr: string;
	readonly sur: { readonly pn: number };
	readonly est: { readonly pn: number };
}

interface Totals {
	readonly tot: { readonly px: number; readonly nco?: number; readonly est?: boolean };
}

/** Living documents of a type in some threads, as the public interface gives them to a role. */
const documentsOf = async (
	role: string,
	right: string,
	paths: readonly string[],
	type: string,
): Promise<readonly (SeenDocument & { readonly data: Totals })[]> => {
	const person = personAt(navette.url, 'demo', navette.token(role), right);
	const all: SeenDocument[] = [];
	for (const path of paths) all.push(...(await person.pull(path)).documents);
	person.hangUp();
	return all.filter((one) => one.type === type && one.data !== undefined) as never;
};

const centsOf = (text: string): number => Math.round(Number(text.replaceAll(/[€,\s]/g, '')) * 100);

/** The value of each bar of a chart by the scale of its axis, summed for each category. */
const barSums = (chart: Locator): Promise<readonly number[]> =>
	chart.locator('svg[role="img"]').evaluate((svg) => {
		const number = (one: Element, name: string) => Number(one.getAttribute(name));
		const sums = new Map<number, number>();
		for (const bar of svg.querySelectorAll('.nv-chart-bar')) {
			const x = number(bar, 'x');
			sums.set(x, (sums.get(x) ?? 0) + number(bar, 'height'));
		}
		return [...sums].toSorted(([a], [b]) => a - b).map(([, height]) => height);
	});

/** Rows of the table behind a chart: what is counted, and the total of the row. */
const tableOf = async (chart: Locator): Promise<readonly (readonly [string, string])[]> => {
	await chart.getByRole('button', { name: 'Show the table' }).click();
	const rows = await chart
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row): [string, string] => [
				row.firstElementChild?.textContent ?? '',
				row.lastElementChild?.textContent ?? '',
			]),
		);
	await chart.getByRole('button', { name: 'Show the chart' }).click();
	return rows;
};

const chartAt = (page: Page, title: string): Locator =>
	page.getByRole('figure').filter({ hasText: title });

/** Bars are as high as the figures of the table say, all by one scale. */
const assertSameHeights = (heights: readonly number[], values: readonly number[]): void => {
	const shown = values.filter((value) => value > 0);
	assert.equal(heights.length, shown.length);
	const [height = 0] = heights;
	const [value = 1] = shown;
	shown.forEach((one, at) => {
		assert.ok(Math.abs((heights[at] ?? 0) - (one * height) / value) < 0.5, `bar ${at}`);
	});
};

const sumBy = <T>(all: readonly T[], keyOf: (one: T) => string, figureOf: (one: T) => number) => {
	const sums = new Map<string, number>();
	for (const one of all) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + figureOf(one));
	return [...sums].toSorted(([a], [b]) => a.localeCompare(b)).map(([, value]) => value);
};

const livrIn = (id: string): string => /\d{8}[a-z]?/.exec(id)?.[0] ?? '';

/** Opens the charts of a role and compares one of money with what the interface says. */
const compare = async (role: string, title: string, expected: readonly number[]): Promise<void> => {
	const { page, faults } = await enterAs(browser, navette, role, { colorScheme: 'dark' });
	await page.goto(`${page.url()}/figures`);
	const chart = chartAt(page, title);
	await chart.waitFor();
	await page.waitForFunction(
		(count) =>
			document.querySelectorAll('figure svg[role="img"]')[0]?.querySelectorAll('text').length !==
				0 && count > 0,
		expected.length,
	);
	const wanted = expected.filter((value) => value > 0).length;
	for (let turn = 0; turn < 100 && (await barSums(chart)).length < wanted; turn += 1)
		await page.waitForTimeout(50);
	const rows = await tableOf(chart);
	const values = rows.map(([, total]) => centsOf(total));
	assert.deepEqual(values, expected, `${role}: table and interface`);
	assertSameHeights(await barSums(chart), values);
	const summary = (await chart.locator('figcaption p').textContent()) ?? '';
	const total = values.reduce((sum, value) => sum + value, 0);
	assert.equal(centsOf(summary.split(' in all')[0] ?? ''), total, 'the sentence says the sum');
	await assertAccessible(page, `${role} charts`);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	await assertAccessible(page, `${role} charts on a phone`);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	assert.ok(wide <= 360, `${role} is ${wide} wide`);
	await page.context().close();
	assert.deepEqual(faults.list, []);
};

test('6. consumer: own orders by month', async () => {
	const calendars = await documentsOf(
		'consumer',
		'CO/dupleix.3',
		['CALGP/bocage', 'CALGP/agrumes'],
		'LIVRG',
	);
	const paths = calendars.map(({ id }) => `CMDC/dupleix.${id}`);
	const orders = await documentsOf('consumer', 'CO/dupleix.3', paths, 'BCC');
	const months = sumBy(
		orders,
		({ id }) => livrIn(id).slice(0, 6),
		({ data }) => data.tot.px,
	);
	await compare('consumer', 'My orders by month', months);
});

test('6. consumer: net kilos by month are those of the report of his orders', async () => {
	const { page, faults } = await enterAs(browser, navette, 'consumer');
	await page.goto(`${page.url()}/figures`);
	const chart = chartAt(page, 'My net kilos by month');
	await chart.locator('.nv-chart-bar').first().waitFor();
	const person = personAt(navette.url, 'demo', navette.token('consumer'), 'CO/dupleix.3');
	const { result } = await person.report('Bilan', { gc: 'dupleix', co: '3' });
	const { commandes } = result as { commandes: readonly OrderSum[] };
	person.hangUp();
	const kilos = sumBy(
		commandes,
		({ livr }) => livr.slice(0, 6),
		({ sur, est }) => sur.pn + est.pn,
	);
	const gramsOf = (text: string) =>
		Math.round(Number(text.replace(/,|\s?k?g$/g, '')) * (text.endsWith('kg') ? 1_000 : 1));
	const rows = await tableOf(chart);
	assert.deepEqual(
		rows.map(([, total]) => gramsOf(total)),
		kilos,
	);
	assert.match((await chart.locator('figcaption p').textContent()) ?? '', /\d+% is weighed/);
	await page.context().setOffline(true);
	await page.getByRole('link', { name: 'My deliveries' }).first().click();
	await page.getByRole('heading', { level: 1, name: 'My deliveries' }).waitFor();
	await page.getByRole('link', { name: 'Figures' }).first().click();
	await chart.locator('.nv-chart-bar').first().waitFor();
	await page
		.getByText(/^plane mode/)
		.first()
		.waitFor();
	await page.context().close();
	assert.deepEqual(faults.list, []);
});

test('6. animator: orders day by day, the closing marked, the wave said in words', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	await page.goto(`${page.url()}/figures`);
	const chart = page.getByRole('figure').filter({ hasText: /(Orders|Amounts) day by day/ });
	const which = chart.getByLabel('Delivery');
	await chart.locator('.nv-chart-bar').first().waitFor();
	const closed = await which.locator('option').last().getAttribute('value');
	await which.selectOption(closed ?? '');
	const sentence = chart.getByText(/orders, \d+ of them in the 24 hours before the closing/);
	await sentence.waitFor();
	const [all = 0, late = 0] =
		((await sentence.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
	assert.ok(late > 0 && late < all, `${late} of ${all}`);
	assert.match((await chart.locator('.nv-chart-mark').textContent()) ?? '', /^closing \d\d:\d\d$/);
	const rows = await tableOf(chart);
	assert.equal(
		rows.reduce((sum, [, count]) => sum + Number(count), 0),
		all,
	);
	assert.equal(rows.filter(([day]) => day.includes('closing')).length, 1, 'in the table too');
	assertSameHeights(
		await barSums(chart),
		rows.map(([, count]) => Number(count)),
	);
	await page.reload();
	await sentence.waitFor();
	assert.equal(await which.inputValue(), closed, 'the choice is in the address');
	await chart.getByText('Amounts', { exact: true }).click();
	await chart.getByRole('heading', { name: 'Amounts day by day' }).waitFor();
	await page.context().close();
	assert.deepEqual(faults.list, []);
});

test('6. animator: amounts of the group by delivery', async () => {
	const paths = ['CMDOV/dupleix.bocage', 'CMDOV/dupleix.agrumes'];
	const orders = await documentsOf('animator', 'GC/dupleix', paths, 'BCG');
	const amounts = sumBy(
		orders,
		({ id }) => livrIn(id),
		({ data }) => data.tot.px,
	);
	await compare('animator', 'Amount by delivery', amounts);
});

test('6. groupement: amounts by delivery, its groups on each other', async () => {
	const tours = await documentsOf('grouping', 'GP/bocage', ['CALGP/bocage'], 'LIVRG');
	const paths = tours.map(({ id }) => `CMDGP/${id}`);
	const orders = await documentsOf('grouping', 'GP/bocage', paths, 'BCG');
	const amounts = sumBy(
		orders,
		({ id }) => livrIn(id),
		({ data }) => data.tot.px,
	);
	await compare('grouping', 'Amount by delivery', amounts);
});

test('6. producer: amounts of his cartons by delivery', async () => {
	const cartons = await documentsOf('producer', 'PR/bocage.2', ['CMDPR/bocage.2'], 'CART');
	const amounts = sumBy(
		cartons,
		({ id }) => livrIn(id),
		({ data }) => data.tot.px,
	);
	await compare('producer', 'Amount by delivery', amounts);
});
