/**
 * Point 2: the screens of the animator of a group in a real browser: each is reached from the dashboard
 * and by its address, works with the keyboard, is accessible, and fits a telephone and a desk.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	enterAs,
	enterByLink,
	type Navette,
	openBrowser,
	startNavette,
} from '../first-light/browser.ts';
import { deliveryAddress, PHONE } from './support/animator-page.ts';

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

const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 1, name }).waitFor();

test('2. the dashboard leads to the tool of the moment, and from there to all of a delivery', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	const home = page.url();
	for (const [part, tool, title] of [
		['open', 'Before closing', 'Before closing'],
		['here', 'Unloading', 'Unloading'],
		['coming', 'Unloading', 'Unloading'],
	] as const) {
		await page.goto(home);
		const card = page.locator(`[data-part="${part}"] .ci-card`).first();
		await card.getByRole('link', { name: tool }).click();
		await heading(page, title);
	}
	await page.getByRole('button', { name: 'The truck has arrived' }).waitFor();
	const address = await page.goto(home).then(() => deliveryAddress(page, 'here'));
	await page.goto(`${address}/unloading`);
	for (const [link, title] of [
		['Packages', 'Packages'],
		['To settle', 'To settle'],
		['Distribution', 'Distribution'],
		['Dates and place', 'Dates and place'],
		['Order', 'Group order'],
	] as const) {
		await page
			.getByRole('navigation', { name: 'Tools of the delivery' })
			.getByRole('link', { name: link, exact: link === 'Order' })
			.click();
		await heading(page, title);
	}
	await page.goBack();
	await heading(page, 'Dates and place');
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('2. keys of the unloading are all in sight on a telephone on its side; a weight a thousand times too large is asked again; "as shipped" for a producer is taken back at once', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator', PHONE);
	const address = await deliveryAddress(page, 'here');
	await page.goto(`${address}/unloading?product=2.6`);
	const field = page.getByRole('textbox', { name: 'Kumquats, received in g' });
	await page.setViewportSize({ width: 640, height: 360 });
	for (const name of ['7', '0', /^OK/])
		await page.waitForFunction(
			(key) => (key?.getBoundingClientRect().bottom ?? 1_000) <= innerHeight,
			await page.getByRole('dialog').getByRole('button', { name, exact: true }).elementHandle(),
		);
	await page.setViewportSize(PHONE.viewport);
	await field.fill('6181000');
	await field.press('Enter');
	await page.getByText(/6,181\skg, while 6\.181\skg are expected: is that right\?/).waitFor();
	await page.getByRole('button', { name: 'Correct it' }).click();
	assert.equal(await field.inputValue(), '');
	await field.fill('12a');
	await field.press('Enter');
	await page.getByText(/Nothing was saved/).waitFor();
	assert.equal(await field.inputValue(), '12a', 'what was typed is kept');
	await page.getByRole('button', { name: 'Close' }).click();
	await page.getByText('2 products to declare').first().waitFor();
	await page.getByRole('button', { name: 'Domaine des Orangers: All as shipped' }).click();
	await page.getByText('Everything is declared').first().waitFor();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByText('2 products to declare').first().waitFor();

	await page.getByRole('button', { name: 'Domaine des Orangers: All as shipped' }).click();
	await page.getByText('Everything is declared').first().waitFor();
	await page.getByRole('button', { name: /Take back \d declared as expected/ }).click();
	await page
		.getByText(/^[3-9] products to declare/)
		.first()
		.waitFor();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByText('Everything is declared').first().waitFor();
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('2. an order on behalf bears its mark, and is seen as its consumer sees it', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	const address = await deliveryAddress(page, 'open');
	await page.goto(`${address}/orders/3`);
	await heading(page, 'Order of Paul Lavoine');
	await page.getByText(/You write on behalf of Paul Lavoine/).waitFor();
	await page.getByRole('searchbox').fill('camembert');
	const more = page.getByRole('button', { name: 'Camembert: more' });
	await more.click();
	await page.getByText('Up to date').first().waitFor();
	await page.getByRole('tab', { name: 'What the person sees' }).click();
	const seen = page.getByRole('region', { name: 'Seen by Paul Lavoine' });
	await seen.getByRole('row', { name: /Camembert/ }).waitFor();
	await page.getByRole('combobox', { name: 'Order of' }).selectOption({ label: 'Ana Pintoreau' });
	await heading(page, 'Order of Ana Pintoreau');
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('2. a member invited by a link to scan enters; blocked with a reason, he orders no more; taken back at once', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	await page.getByRole('link', { name: 'Members' }).first().click();
	await page.getByRole('button', { name: 'Invite a member' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Zélie Marchand');
	assert.equal(await page.getByRole('textbox', { name: /^Initials/ }).inputValue(), 'ZM');
	await page.getByRole('textbox', { name: 'E-mail address' }).fill('zelie@dupleix.example');
	await page.getByRole('button', { name: 'Create and let in' }).click();
	await page.getByRole('img', { name: 'Code to scan to enter as Zélie Marchand' }).waitFor();
	const link = await page.getByRole('textbox', { name: 'Link to give' }).inputValue();
	await page.getByRole('button', { name: 'It is given' }).click();
	const card = page.locator('.cm-member', { hasText: 'Zélie Marchand' });
	await card.getByText('Active').waitFor();

	const newcomer = await browser.newContext({ locale: 'en-GB' });
	const entered = await newcomer.newPage();
	await enterByLink(entered, link);
	await entered.waitForURL(/\/demo\/co\.dupleix\./);
	await newcomer.close();

	await card.getByRole('checkbox', { name: 'Choose Zélie Marchand' }).check();
	await page
		.getByRole('region', { name: '1 member chosen' })
		.getByRole('button', { name: 'Status' })
		.click();
	await page.getByRole('radio', { name: 'Orders blocked' }).check();
	await page.getByRole('textbox', { name: 'Reason' }).fill('Subscription awaited');
	await page.getByRole('button', { name: 'Apply' }).click();
	await card.getByText('Orders blocked').waitFor();
	await card.getByRole('button', { name: 'Status of Zélie Marchand' }).click();
	await page.getByText('Reason given for “Orders blocked”: Subscription awaited').waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).click();
	await card.getByText('Active').waitFor();
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('2. the card of a member is changed for her, her access withdrawn; what she hides is not written', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	await page.getByRole('link', { name: 'Members' }).first().click();
	await page.getByRole('button', { name: 'Sheet and accesses of Paul Lavoine' }).click();
	const sheet = page.getByRole('complementary', { name: 'Paul Lavoine' });
	await sheet.getByText(/neither shown nor changed here/).waitFor();
	assert.ok(await sheet.getByLabel(/^Who sees: telephones/i).isDisabled());
	await sheet.getByLabel('Place', { exact: true }).fill('Les Halles');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Sheet saved.').first().waitFor();
	await sheet.getByLabel('For whom').fill('Paul, tablet');
	await sheet.getByLabel('By what means').selectOption('A phrase to say');
	await sheet.getByRole('button', { name: 'Give an access' }).click();
	await sheet.getByText(/phrase said, valid until/).waitFor();
	await sheet.getByRole('button', { name: 'It is said' }).click();
	await sheet.getByRole('button', { name: 'Withdraw the access of Paul, tablet' }).click();
	const sure = page.getByRole('dialog', { name: 'Withdraw the access of Paul, tablet?' });
	await sure.getByRole('button', { name: 'Withdraw the access of Paul, tablet' }).click();
	await sheet.getByText('Paul, tablet').waitFor({ state: 'detached' });
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

test('2. a member is told a phrase; a word heard wrongly is corrected where it was typed; taken, then withdrawn, and he is out', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	await page.getByRole('link', { name: 'Members' }).first().click();
	await page.getByRole('button', { name: 'Let in Ana Pintoreau' }).click();
	const told = page.getByRole('dialog', { name: 'Let in Ana Pintoreau' });
	await told.getByLabel('By what means').selectOption('A phrase to say');
	await told.getByRole('button', { name: 'Let in', exact: true }).click();
	const given = page.getByRole('dialog', { name: 'Phrase to say' });
	const list = given.getByRole('list', { name: 'The five words' });
	await list.waitFor();
	const words = await list.getByRole('listitem').allInnerTexts();
	assert.equal(words.length, 5);
	await assertAccessible(page, 'a phrase to say');

	const context = await browser.newContext({ locale: 'en-GB', ...PHONE });
	const newcomer = await context.newPage();
	await newcomer.goto(navette.url);
	await newcomer.getByText('I was told a phrase').click();
	await newcomer.getByLabel('Code of the organisation').fill('demo');
	const typed = newcomer.getByLabel('The five words');
	await typed.fill(`${words.slice(0, 4).join(' ')} otherwise`);
	await newcomer.getByRole('button', { name: 'Enter by the phrase' }).click();
	await newcomer.getByText(/Nothing is offered by these words here/).waitFor();
	await assertAccessible(newcomer, 'the phrase, on a phone');
	await typed.fill(words.join(', ').toUpperCase());
	await newcomer.getByRole('button', { name: 'Enter by the phrase' }).click();
	await newcomer.getByRole('button', { name: /^Yes, without a phrase/ }).click();
	await newcomer.waitForURL(/\/demo\/co\.dupleix\./);

	await given.getByRole('button', { name: 'It is said' }).click();
	await page.getByRole('button', { name: 'Sheet and accesses of Ana Pintoreau' }).click();
	const sheet = page.getByRole('complementary', { name: 'Ana Pintoreau' });
	await sheet.getByText('phrase taken').waitFor();
	await sheet.getByRole('button', { name: 'Withdraw the access of Ana Pintoreau' }).click();
	const sure = page.getByRole('dialog', { name: 'Withdraw the access of Ana Pintoreau?' });
	await sure.getByRole('button', { name: 'Withdraw the access of Ana Pintoreau' }).click();
	await newcomer.getByText('Access refused').first().waitFor();
	assert.deepEqual(faults.list, []);
	await context.close();
	await page.context().close();
});

test('2. the place of the distribution is changed, and a date that cannot be is said before it is sent', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	const address = await deliveryAddress(page, 'open');
	await page.goto(`${address}/place`);
	const place = page.getByRole('textbox', { name: 'Place of the distribution' });
	await place.fill('Gymnase des Tilleuls');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Distribution changed').waitFor();
	await page.getByText('Gymnase des Tilleuls').first().waitFor();
	const from = page.getByLabel('Beginning of the distribution');
	const before = await from.inputValue();
	await from.fill(before.replace(/20\d\d/, '2020'));
	await page.getByText(/This date is not possible/).waitFor();
	assert.ok(await page.getByRole('button', { name: 'Save' }).isDisabled());
	assert.deepEqual(faults.list, []);
	await page.context().close();
});

const SCREENS: readonly (readonly [string, string, number?])[] = [
	['open', 'check'],
	['open', 'orders/3'],
	['open', 'place'],
	['here', 'unloading'],
	['here', 'unloading?product=2.6'],
	['here', 'settle'],
	['here', 'share/2.1'],
	['here', 'distribution?basket=2'],
	['here', 'distribution?view=products'],
	['here', 'packages', 1],
	['here', 'packages?weigh=1', 1],
	['here', 'log'],
];

for (const [colorScheme, locale, width] of [
	['light', 'fr-FR', 360],
	['dark', 'en-GB', 1280],
] as const)
	test(`2. each screen is accessible and fits: ${colorScheme} ${locale} ${width}`, async () => {
		const viewport = { width, height: width < 500 ? 740 : 900 };
		const { page, faults } = await enterAs(browser, navette, 'animator', {
			...{ colorScheme, locale, viewport },
		});
		const home = page.url();
		const addresses = new Map<string, string>();
		for (const [part, , nth = 0] of SCREENS)
			addresses.set(`${part} ${nth}`, await deliveryAddress(page, part, nth));
		const fits = async (name: string) => {
			/* contrasts are those of a sheet once it has slid in */
			await page.evaluate(() =>
				Promise.allSettled(document.getAnimations().map((one) => one.finished)),
			);
			await assertAccessible(page, name);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(wide <= width, `${name} is ${wide} wide`);
		};
		for (const [part, path, nth = 0] of SCREENS) {
			await page.goto(`${addresses.get(`${part} ${nth}`)}/${path}`);
			await page.locator('main :is(.nv-card, .nv-state, .co-product)').first().waitFor();
			await fits(path);
		}
		await page.goto(`${home.replace(/\/$/, '')}/members`);
		await page.locator('.cm-member').first().waitFor();
		await fits('members');
		await page.goto(`${home.replace(/\/$/, '')}/members?member=3`);
		await page.locator('.di-fields').first().waitFor();
		await fits('members?member=3');
		assert.deepEqual(faults.list, []);
		await page.context().close();
	});
