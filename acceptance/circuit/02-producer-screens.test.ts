/**
 * Point 2: the screens of a producer in a real browser. What is ordered, what he prepares, the carton
 * he packs on a phone with and without network, his products, and what the groups found.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PriceProposals } from '@navette/circuit/model';
import type {
	Browser,
	BrowserContext,
	BrowserContextOptions,
	Locator,
	Page,
} from 'playwright-core';
import { WITHOUT_WORKER, watchedPage } from '../../apps/web/test/watched-page.ts';
import { at, CHICKEN, LIVR, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { assertAccessible, enterByLink, openBrowser } from '../first-light/browser.ts';
import { type Circuit, startCircuit } from '../first-light/support/circuit-server.ts';
import { accepted, cartonOf, go, groupOrder, OURS, put } from './support/asks.ts';
import { drawnPicture } from './support/drawn-picture.ts';

let circuit: Circuit;
let browser: Browser;
let poultry: Producer;

const TOUR_PATH = `deliveries/bocage/${LIVR}`;
const CARTON = `${TOUR_PATH}/cartons/dupleix`;
const PHONE = { width: 360, height: 740 };

/** A producer's own browser. */
interface Producer {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Opens a path of his role. */
	open(path: string): Promise<void>;
	/** Closes it; it must not have committed any fault. */
	leave(): Promise<void>;
}

const enter = async (
	name: 'poultry' | 'citrus',
	options: BrowserContextOptions = {},
): Promise<Producer> => {
	const context = await browser.newContext({ locale: 'en-GB', viewport: PHONE, ...options });
	const [page, faults] = await watchedPage(context, circuit.url);
	await enterByLink(page, circuit.linkOf(name));
	await page.waitForURL(/\/circuit\/pr\./);
	const home = page.url();
	await page.locator('main .nv-card').first().waitFor();
	return {
		...{ page, context },
		async open(path) {
			await page.goto(path === '' ? home : `${home}/${path}`);
			await page.getByRole('heading', { level: 1 }).waitFor();
		},
		async leave() {
			await context.close();
			assert.deepEqual(faults.list, []);
		},
	};
};

before(async () => {
	circuit = await startCircuit();
	browser = await openBrowser();
	for (const [co, name] of [
		['2', 'adele'],
		['3', 'bruno'],
	] as const) {
		accepted(await put(circuit.as(name), co, { prod: CHICKEN, q2: 4 }));
		accepted(await put(circuit.as(name), co, { prod: ORANGES, q2: 2 }));
	}
	poultry = await enter('poultry');
});
after(async () => {
	await poultry?.leave();
	await browser?.close();
	await circuit?.close();
});

/** Waits until the server holds what a check wants. */
const until = async <T>(read: () => Promise<T>, check: (value: T) => boolean): Promise<T> => {
	for (let turn = 0; turn < 100; turn += 1) {
		const value = await read();
		if (check(value)) return value;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return assert.fail('the server never had it');
};

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

test('2. R1: the next deliveries of a producer, not final until the orders close', async () => {
	const { page, open } = poultry;
	await open('');
	const card = page.getByRole('listitem').filter({ hasText: 'Saturday 14 June' });
	await card.getByText('Not final').waitFor();
	assert.match(await card.innerText(), /≈ €85\.68/);
	await card.getByRole('link').click();
	await page.getByText(/Not final: orders close/).waitFor();
	await page.getByRole('tab', { name: 'Cartons' }).click();
	await page.getByRole('link', { name: 'Dupleix' }).click();
	await page.getByText(/packing is written from then on/).waitFor();
	assert.equal(await page.getByRole('textbox').count(), 0, 'nothing may be packed yet');
});

test('2. R2: totals with each group’s part; ticks are kept on the device only', async () => {
	go.closed(circuit);
	const before = await cartonOf(circuit, 'poultry', '1');
	const { page, open } = poultry;
	await open(TOUR_PATH);
	await page.getByText('Final list: orders are closed.').waitFor();
	const row = page.getByRole('listitem').filter({ hasText: 'Poulet fermier' }).first();
	assert.match(await row.innerText(), /4 pieces/);
	assert.match(await row.innerText(), /Dupleix\s+4/);
	await page.getByRole('checkbox', { name: 'Poulet fermier: prepared' }).check();
	await page.getByText('1 of 1 products prepared').waitFor();
	await open(`${TOUR_PATH}?view=cartons`);
	await page.getByRole('link', { name: 'Dupleix' }).waitFor();
	await open(TOUR_PATH);
	await page.getByText('1 of 1 products prepared').waitFor();
	await page.getByRole('button', { name: 'Untick all' }).click();
	await page.getByText('0 of 1 products prepared').waitFor();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByText('1 of 1 products prepared').waitFor();
	assert.deepEqual(await cartonOf(circuit, 'poultry', '1'), before);
});

test('2. R3: packages weighed on a phone; an odd weight is asked again; undo; the group sees them', async () => {
	const { page, open } = poultry;
	await open(CARTON);
	const field = page.getByRole('textbox', { name: 'Poulet fermier, weight of a package' });
	await field.fill('17200');
	await field.press('Enter');
	await page.getByText('17.2 kg for about 1.8 kg: is that right?').waitFor();
	await page.getByRole('button', { name: 'Correct it' }).click();
	assert.equal(await field.inputValue(), '17200', 'what was typed is kept');
	await field.fill('1720 1850');
	await field.press('Enter');
	await page.getByText('2 packages of 4').waitFor();
	await field.fill('1,91');
	await field.press('Enter');
	await page.getByText('3 packages of 4').waitFor();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByText('2 packages of 4').waitFor();
	const carton = await until(
		() => cartonOf(circuit, 'poultry', '1'),
		({ lignes, etat }) => lignes['1']?.exp?.q2 === 4 && lignes['1'].paq?.length === 2 && etat === 1,
	);
	assert.equal(carton.lignes['1']?.exp?.g, 3_570);
	const line = (await groupOrder(circuit)).lignes[CHICKEN];
	assert.deepEqual(line?.exp, { q2: 4, g: 3_570, np: 2 });
	await page.getByRole('button', { name: 'Number of boxes, fresh: more' }).click();
	await page.getByRole('textbox', { name: 'Gross weight of a box, fresh' }).waitFor();
	await page.getByText('Ready', { exact: true }).click();
	const ready = await until(
		() => cartonOf(circuit, 'poultry', '1'),
		({ etat, cols }) => etat === 2 && cols !== undefined,
	);
	assert.deepEqual(ready.cols, [{ n: 1, pb: 7_200, cons: 'F' }]);
});

test('2. R3 offline: packed without network, sent on return; what a colleague wrote is told with both values', async () => {
	const citrus = await enter('citrus');
	const { page, context } = citrus;
	await citrus.open(CARTON);
	await page.getByRole('button', { name: 'As ordered' }).waitFor();
	await context.setOffline(true);
	await page
		.getByText(/plane mode/)
		.first()
		.waitFor({ timeout: 30_000 });
	await page.getByRole('button', { name: 'As ordered' }).click();
	await page.getByText('Complete').waitFor();
	await page.getByText(/wait for the network/).waitFor();
	const boxes = page.getByRole('button', { name: /^Number of boxes.*more$/ });
	await boxes.click();
	/* meanwhile the groupement, that has network, writes the same line */
	const theirs = { ...OURS, pr: '2', lignes: [{ rp: '1', exp: { q2: 2 }, seen: null }] };
	accepted(await circuit.as('bocage').call('CartExp', theirs));
	await context.setOffline(false);
	await page.getByText('Refused by the server').waitFor({ timeout: 30_000 });
	const told = await page.getByRole('alert').filter({ hasText: 'Refused' }).innerText();
	assert.match(told, /: 2 \(/, 'what this device asked');
	assert.match(told, /There is 1 now/, 'what is there');
	const carton = await until(
		() => cartonOf(circuit, 'citrus', '2'),
		({ cols }) => cols !== undefined,
	);
	assert.equal(carton.lignes['1']?.exp?.q2, 2, 'nobody is overwritten');
	assert.equal(carton.cols?.[0]?.n, 1, 'the other writes went through');
	await page.getByRole('button', { name: 'Understood' }).click();
	await page.getByText('1 less than ordered').waitFor();
	await citrus.leave();
});

test('2. R4: conditions in force of the own products, and no other', async () => {
	const { page, open } = poultry;
	await open('products');
	await page.getByRole('heading', { name: /Poulet fermier/ }).waitFor();
	const text = await textOf(page);
	assert.match(text, /€11\.90 a kg/);
	assert.doesNotMatch(text, /Orange/);
});

/** What the producer proposes, as his groupement reads it. */
const proposals = async (): Promise<PriceProposals['props']> => {
	const { documents } = await circuit.as('bocage').pull('CHPR/bocage');
	const found = documents.find(({ type }) => type === 'PROP');
	return (found?.data as PriceProposals | undefined)?.props ?? [];
};

test('2. R4: a price proposed, refused by the server or by the groupement, taken back, sent after a cut', async () => {
	const { page, context, open } = poultry;
	await open('products?propose=1.1');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
	await dialog.getByText('change at least one value').waitFor();
	await dialog.getByLabel('Price of a kg').fill('12.5O');
	await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
	await dialog.getByText('A price, for instance 3.60.').waitFor();
	assert.equal(await dialog.getByLabel('Price of a kg').inputValue(), '12.5O', 'it stays typed');
	await dialog.getByLabel('Price of a kg').fill('12.50');
	await dialog.getByLabel('Why (optional)').fill('Grain is dearer.');
	await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
	const mine = page.getByRole('list', { name: 'Proposals for Poulet fermier' });
	await mine.getByText('Waits for an answer').waitFor();
	const [first] = await until(proposals, (list) => list.length === 1);
	assert.equal(first?.cv.pu, 1_250);
	assert.equal(first?.tx, 'Grain is dearer.');
	const answer = { right: 'GP/bocage', gp: 'bocage', pr: '1', k: first?.k, sort: 'ref' };
	accepted(await circuit.as('bocage').call('CondRepondre', { ...answer, motif: 'After summer.' }));
	await mine.getByText('Answer: After summer.').waitFor();

	await context.setOffline(true);
	await page.getByRole('button', { name: 'Propose other conditions for Poulet fermier' }).click();
	await dialog.getByLabel('Price of a kg').fill('12.20');
	await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
	await mine.getByText('On this device, not sent yet').waitFor();
	await context.setOffline(false);
	await until(proposals, (list) => list.some(({ st, cv }) => st === 'att' && cv.pu === 1_220));
	await page.getByRole('button', { name: /^Take back the proposal for Poulet fermier/ }).click();
	await until(proposals, (list) => list.every(({ st }) => st !== 'att'));
	await mine.getByText('Taken back').waitFor();
});

test('2. R7: what was shipped beside what the group found, with its remark', async () => {
	const { page, open } = poultry;
	await open(`${TOUR_PATH}?view=found`);
	await page.getByText('The groups have not unloaded anything yet').waitFor();
	circuit.clock.set(at(14, 9));
	const found = { ...OURS, prod: CHICKEN, rec: { q2: 2, g: 1_720 }, rem: 'One is missing.' };
	accepted(await circuit.as('animator').call('RecLigne', found));
	await open(`${TOUR_PATH}?view=found`);
	const row = page.getByRole('row', { name: /Poulet fermier/ });
	await row.waitFor();
	const text = await row.innerText();
	assert.match(text, /Missing on arrival/);
	assert.match(text, /One is missing\./);
	assert.match(text, /2 \(3\.57\s?kg\)/);
	assert.match(text, /1 \(1\.72\s?kg\)/);
	assert.match(text, /−\s?1/);
});

/** Every screen, in the look that a browser has. */
const lookAround = async ({ page, open }: Producer, width: number): Promise<void> => {
	for (const path of [
		...[
			'',
			'products',
			'products?propose=1.1',
			TOUR_PATH,
			`${TOUR_PATH}?view=cartons`,
			`${TOUR_PATH}?view=found`,
		],
		CARTON,
	]) {
		await open(path);
		await page.locator('main .nv-card').first().waitFor();
		await assertAccessible(page, `${path} ${width}`);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		assert.ok(wide <= width, `${path} is ${wide} wide`);
	}
};

test('2. every screen of the producer is accessible and as wide as its window: English, dark, desk', async () => {
	await poultry.page.setViewportSize({ width: 1280, height: 850 });
	await poultry.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	await lookAround(poultry, 1280);
});

test('2. every screen of the producer is accessible and as wide as its window: French, light, phone', async () => {
	const french = await enter('poultry', { locale: 'fr-FR', colorScheme: 'light' });
	await lookAround(french, 360);
	await french.leave();
});

test('2. a photo: what is no picture is said, a large one is made smaller, the consumer sees it, it is removed', async () => {
	const { page, open } = poultry;
	await open('products');
	const card = page.locator('.cp-product', { hasText: 'Poulet' }).first();
	const field = card.locator('input[type="file"]');
	const file = (buffer: Buffer) => ({ name: 'IMG_1.heic', mimeType: 'image/heic', buffer });
	await field.setInputFiles(file(Buffer.from('no picture at all')));
	await card.getByText(/no picture that this browser can read/).waitFor();
	await field.setInputFiles(file(await drawnPicture(page, 2_000, 1_500)));
	await card.getByRole('img', { name: 'Photo: Poulet fermier' }).waitFor();
	await assertAccessible(page, 'products with a photo');

	const context = await browser.newContext({
		...{ locale: 'en-GB', viewport: PHONE },
		...WITHOUT_WORKER,
	});
	const [adele, faults] = await watchedPage(context, circuit.url);
	await enterByLink(adele, circuit.linkOf('adele'));
	await adele.waitForURL(/\/circuit\/co\./);
	const home = adele.url();
	await adele.goto(`${home}/${TOUR_PATH}/order`);
	const shown = adele.getByRole('img', { name: 'Photo: Poulet fermier' });
	const width = (image: Locator) => image.evaluate((one: HTMLImageElement) => one.naturalWidth);
	assert.equal(await width(shown), 160);
	await adele.getByRole('button', { name: 'Enlarge the photo of Poulet fermier' }).click();
	const whole = adele.locator('.ph-whole[data-whole] img');
	assert.equal(await width(whole), 1_280);
	await adele.keyboard.press('Escape');
	await whole.waitFor({ state: 'detached' });
	await assertAccessible(adele, 'order with a photo');
	await adele.goto(`${home}/catalogues/bocage`);
	await shown.waitFor();
	await card.getByRole('button', { name: 'Remove the photo of Poulet fermier' }).click();
	await shown.waitFor({ state: 'detached' });
	await context.close();
	assert.deepEqual(faults.list, []);
});
