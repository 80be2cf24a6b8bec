/**
 * Live group order in browsers: what a consumer orders moves the animator's grid, order list and
 * cartons, and the grouping's tour, within a second and without reload; the animator types on
 * behalf of others with the keyboard only; refusals are said in place; every screen is accessible.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { LOOKS } from '../../apps/web/test/looks.ts';
import { assertAccessible, enterAs, type Navette, openBrowser, startNavette } from './browser.ts';

const CHICKEN = '2.1';
const COFFEE_LIKE = 'Œufs par 12';
const BEEF = 'Caissette de bœuf 5 kg';
const PAUL = '3';
const GROUP_ITSELF = '1';

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

/** Enters as a role, works, and checks that the page committed no fault. */
const as = async (role: string, options: BrowserContextOptions = {}) => {
	const { page, faults } = await enterAs(browser, navette, role, options);
	return {
		page,
		async leave() {
			await page.context().close();
			assert.deepEqual(faults.list, []);
		},
	};
};

/** Opens the first delivery that is open for orders. */
const openFirstOpen = async (page: Page): Promise<void> => {
	const open = page.getByRole('region', { name: /^(Open for orders|Commandes ouvertes)$/ });
	await open.getByRole('link').first().click();
};

const cell = (page: Page, code: string, column: string): Locator =>
	page.locator(`[data-row="${code}"][data-column="${column}"]`);

/** Brings a cell of the grid in sight, wherever it is. */
const showCell = async (page: Page, name: string, code: string, column: string) => {
	await page.getByRole('searchbox').fill(name);
	const grid = page.getByRole('grid');
	await grid.waitFor();
	const wanted = cell(page, code, column);
	for (let left = 0; (await wanted.count()) === 0; left += 300)
		await grid.evaluate((table, x) => table.parentElement?.scrollTo({ left: x }), left);
	await wanted.scrollIntoViewIfNeeded();
	return wanted;
};

const codeOf = async (page: Page, name: string): Promise<string> => {
	await page.getByRole('searchbox').fill(name);
	const head = page.getByRole('rowheader', { name: new RegExp(name) });
	return (await head.first().getAttribute('data-row')) ?? assert.fail(`no row ${name}`);
};

/** Ms until a text is shown. */
const msUntil = async (locator: Locator, text: RegExp): Promise<number> => {
	const start = performance.now();
	await locator.filter({ hasText: text }).waitFor();
	return performance.now() - start;
};

const chickenOf = async (page: Page): Promise<number> => {
	const label = (await cell(page, CHICKEN, PAUL).getAttribute('aria-label')) ?? '';
	return Number(/(\d+) piece/.exec(label)?.[1] ?? '0');
};

test('what a consumer orders moves grid, order list, cartons and the tour, without reload', async (t) => {
	const animator = await as('animator');
	const grouping = await as('grouping');
	const consumer = await as('consumer');
	const { page } = animator;
	await openFirstOpen(page);
	await openFirstOpen(grouping.page);
	const paul = await showCell(page, 'Poulet', CHICKEN, PAUL);
	const before = await chickenOf(page);
	const row = page.getByRole('rowheader', { name: /Poulet fermier/ });
	const total = Number((await row.locator('b').textContent()) ?? '0');
	const tour = cell(grouping.page, CHICKEN, 'total');
	await tour.waitFor();
	const tourTotal = Number((await tour.textContent()) ?? '0');
	for (const one of [page, grouping.page])
		await one.evaluate(() => Object.assign(window, { stayed: true }));

	await consumer.page.locator('a[href$="/order"]').first().click();
	const more = consumer.page.getByRole('button', { name: 'Poulet fermier: more' });
	await more.click();
	const waited = await Promise.all([
		msUntil(paul, new RegExp(`^${before + 1}$`)),
		msUntil(row.locator('b'), new RegExp(`^${total + 1}$`)),
		msUntil(tour, new RegExp(`^${tourTotal + 1}$`)),
	]);

	await page.getByRole('tab', { name: 'Order list' }).click();
	const listed = page.getByRole('row', { name: /Poulet fermier/ });
	await listed.waitFor();
	await more.click();
	const list = await msUntil(listed, new RegExp(`${total + 2} pieces`));

	await page.getByRole('tab', { name: 'Cartons' }).click();
	const carton = page.getByRole('region', { name: 'Ferme de la Lande' });
	const packed = carton.getByRole('row', { name: /Poulet fermier/ });
	await packed.waitFor();
	await more.click();
	const box = await msUntil(packed, new RegExp(`${total + 3}≈|${total + 3}\\s`));
	const times = [...waited, list, box].map((ms) => Math.round(ms));
	t.diagnostic(`grid, row, tour, order list, carton moved after ${times.join(', ')} ms`);

	for (const one of [page, grouping.page])
		assert.equal(await one.evaluate(() => 'stayed' in window), true, 'the page was not reloaded');
	for (const one of [animator, grouping, consumer]) await one.leave();
});

test('S3: the half of the group itself, typed in the grid, completes the crate', async () => {
	const animator = await as('animator');
	const { page } = animator;
	await openFirstOpen(page);
	const code = await codeOf(page, BEEF);
	const row = page.getByRole('rowheader', { name: new RegExp(BEEF) });
	await row.getByText('½ missing').waitFor();
	const group = await showCell(page, BEEF, code, GROUP_ITSELF);
	await group.click();
	await page.keyboard.type(',5');
	await page.keyboard.press('Enter');
	await msUntil(group, /½/);
	await row.getByText('½ missing').waitFor({ state: 'detached' });
	assert.match((await row.locator('b').textContent()) ?? '', /^\d+$/, 'whole crates');
	assert.match((await group.getAttribute('aria-label')) ?? '', /entered by an animator/);

	await page.keyboard.press('Control+z');
	await row.getByText('½ missing').waitFor({ timeout: 20_000 });
	await animator.leave();
});

test('with the keyboard only: search, arrows, digits, a refusal in place, undo', async () => {
	const animator = await as('animator');
	const { page } = animator;
	await page.locator('.ci-card-link').first().waitFor();
	await page.keyboard.press('Tab');
	for (let steps = 0; steps < 30; steps += 1) {
		const isCard = await page.evaluate(() => document.activeElement?.matches('.ci-card-link'));
		if (isCard) break;
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await page.getByRole('grid').waitFor();
	await page.keyboard.press('/');
	await page.keyboard.type(COFFEE_LIKE);
	const row = page.getByRole('rowheader', { name: new RegExp(COFFEE_LIKE) });
	await page.locator('tbody .ci-sheet-row').nth(1).waitFor({ state: 'detached' });
	const code = (await row.getAttribute('data-row')) ?? '';
	const tree = await page.getByRole('grid').ariaSnapshot();
	const [, , read = ''] = tree.split('- rowgroup:');
	assert.match(
		read,
		/- rowheader ".+\n\s+- gridcell ".+\n\s+- gridcell "/,
		'its header, then its cells',
	);
	for (let steps = 0; steps < 20; steps += 1) {
		await page.keyboard.press('Tab');
		if (await row.evaluate((head) => head === document.activeElement)) break;
	}
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	const group = cell(page, code, GROUP_ITSELF);
	assert.equal(await group.evaluate((one) => one === document.activeElement), true);

	await page.keyboard.type(',5');
	await page.keyboard.press('Enter');
	await group.getByText(/cannot be halved/).waitFor();
	assert.equal(await group.evaluate((one) => one === document.activeElement), true);
	await page.keyboard.press('Enter');
	assert.equal(await group.getByRole('textbox').inputValue(), ',5', 'what was typed is kept');
	await page.keyboard.press('Escape');

	await page.keyboard.type('4');
	await page.keyboard.press('Enter');
	await msUntil(group, /^4$/);
	await page.getByRole('button', { name: 'Undo' }).waitFor();
	await page.keyboard.press('Control+z');
	await page.waitForFunction(
		(selector) => document.querySelector(selector)?.textContent === '',
		`[data-row="${code}"][data-column="${GROUP_ITSELF}"]`,
	);
	await animator.leave();
});

test('E-VU: somebody changed the line while it was typed; the animator chooses', async () => {
	const animator = await as('animator');
	const consumer = await as('consumer');
	const { page } = animator;
	await openFirstOpen(page);
	const paul = await showCell(page, 'Poulet', CHICKEN, PAUL);
	await paul.click();
	await page.keyboard.type('9');
	const row = page.getByRole('rowheader', { name: /Poulet fermier/ });
	const total = await row.locator('b').textContent();
	await consumer.page.locator('a[href$="/order"]').first().click();
	await consumer.page.getByRole('button', { name: 'Poulet fermier: more' }).click();
	await row
		.locator('b')
		.filter({ hasNotText: new RegExp(`^${total}$`) })
		.waitFor();
	await page.keyboard.press('Enter');
	await paul.getByText(/Paul put \d+/).waitFor();
	await paul.getByRole('button', { name: 'Put 9' }).click();
	await msUntil(paul, /^9$/);
	await animator.leave();
	await consumer.leave();
});

test('the server is away: the grid stays, its age is said, a quantity is refused and kept', async () => {
	const alone = await startNavette();
	const { page } = await enterAs(browser, alone, 'animator');
	try {
		await openFirstOpen(page);
		const group = await showCell(page, 'Poulet', CHICKEN, GROUP_ITSELF);
		await alone.close();
		await group.click();
		await page.keyboard.type('2');
		await page.keyboard.press('Enter');
		await group.getByText(/Nothing was saved/).waitFor({ timeout: 20_000 });
		await page.keyboard.press('Enter');
		assert.equal(await group.getByRole('textbox').inputValue(), '2');
		await page
			.getByText(/plane mode/)
			.first()
			.waitFor({ timeout: 30_000 });
	} finally {
		await page.context().close();
	}
});

test('a cell of the tour opens the order of its group, without who ordered', async () => {
	const grouping = await as('grouping');
	const { page } = grouping;
	await openFirstOpen(page);
	await cell(page, CHICKEN, 'dupleix').click();
	const dialog = page.getByRole('dialog', { name: /Order of Groupe Dupleix/ });
	await dialog.getByText('Poulet fermier').waitFor();
	assert.doesNotMatch(await dialog.innerText(), /Paul|Ana/);
	/* contrasts are those of the sheet once it has slid in */
	await page.evaluate(() =>
		Promise.allSettled(document.getAnimations().map((one) => one.finished)),
	);
	await assertAccessible(page, 'the order of a group');
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	await grouping.leave();
});

const PAGES = {
	animator: ['', '?view=grid', '?view=bcg', '?view=cartons'],
	grouping: ['', '?view=matrix', '?view=producers', '?view=checks'],
} as const;

for (const { theme: colorScheme, locale, width } of LOOKS)
	test(`accessible: ${colorScheme} ${locale} ${width}`, async () => {
		for (const role of ['animator', 'grouping'] as const) {
			const viewport = { width, height: 760 };
			const person = await as(role, { colorScheme, locale, viewport });
			const { page } = person;
			const home = page.url();
			await page.locator('.ci-card').first().waitFor();
			await assertAccessible(page, `${role} home`);
			await openFirstOpen(page);
			await page.waitForURL((url) => url.href !== home);
			const order = page.url();
			for (const view of PAGES[role].slice(1)) {
				await page.goto(`${order}${view}`);
				await page.getByRole('tabpanel').waitFor();
				await assertAccessible(page, `${role} ${view}`);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				assert.ok(wide <= width, `${role} ${view} is ${wide} wide`);
			}
			await person.leave();
		}
	});
