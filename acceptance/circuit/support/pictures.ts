/**
 * Pictures of the user documentation, made from the demonstration:
 * `node acceptance/circuit/support/pictures.ts [role…]`. One line of the table makes one picture per
 * language: `docs/pictures/circuit/consumer-order.fr.webp`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { enterAs, openBrowser, startNavette } from '../../first-light/browser.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/pictures/circuit');
/** Bytes that a picture may weigh. */
const LIGHT = 60_000;
const PHONE = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 1.5 };

interface Picture {
	readonly name: string;
	/** Address below the role; what is between braces is found on the home page of the role. */
	readonly at: string;
	/** Something to do before the picture is taken. */
	readonly prepare?: (page: Page) => Promise<void>;
}

/** The charts once they are drawn. */
const showCharts = (page: Page): Promise<void> => page.locator('.nv-chart-bar').first().waitFor();

/** The photos once they are drawn. */
const showPhotos = (page: Page): Promise<void> => page.locator('.ph-frame img').first().waitFor();

/** How the orders of a delivery that is closed came in. */
const showWave = async (page: Page): Promise<void> => {
	const chart = page.locator('figure', { has: page.locator('.nv-chart-controls') });
	const which = chart.getByRole('combobox');
	await which.selectOption({ index: (await which.locator('option').count()) - 1 });
	await chart.getByText(/24/).first().waitFor();
	await chart.locator('.nv-chart-bar').first().waitFor();
	await chart.evaluate((node) => node.scrollIntoView({ block: 'start' }));
};

/** Role of the demonstration → its pictures. */
const PICTURES: Readonly<Record<string, readonly Picture[]>> = {
	consumer: [
		{ name: 'deliveries', at: '' },
		{ name: 'order', at: '{open}/order', prepare: showPhotos },
		{ name: 'got', at: '{distribution}?tab=got' },
		{ name: 'chat', at: 'chat' },
		{ name: 'sheet', at: 'sheet' },
	],
	producer: [
		{ name: 'deliveries', at: '' },
		{ name: 'prepare', at: '{notFinal}?view=prepare' },
		{ name: 'carton', at: '{shipped}/cartons/dupleix' },
		{ name: 'products', at: 'products?q=par', prepare: showPhotos },
		{ name: 'figures', at: 'figures', prepare: showCharts },
	],
	animator: [
		{ name: 'deliveries', at: '' },
		{ name: 'order', at: '{open}/group-order' },
		{ name: 'unloading', at: '{unloading}/unloading' },
		{ name: 'figures', at: 'figures', prepare: showWave },
	],
	grouping: [
		{ name: 'tours', at: '' },
		{ name: 'orders', at: '{open}/orders' },
		{ name: 'catalogue', at: 'catalogue' },
	],
};

/** Chip of a card by which a delivery is found, in French. */
const PHASES: Readonly<Record<string, string>> = {
	open: 'Ouverte',
	shipped: 'En route',
	notFinal: 'Provisoire',
	unloading: 'Arrivée au groupe',
	distribution: 'Distribution',
};

/** A small picture of what is on the screen. */
const takePicture = async (page: Page, file: string): Promise<number> => {
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
	await session.detach();
	const bytes = Buffer.from(data, 'base64');
	writeFileSync(file, bytes);
	return bytes.length;
};

/** Addresses of the first delivery of each phase, below the role. */
const deliveriesOf = async (page: Page): Promise<Readonly<Record<string, string>>> => {
	const found: Record<string, string> = {};
	for (const [name, chip] of Object.entries(PHASES)) {
		const card = page.getByRole('listitem').filter({ hasText: chip }).first();
		if ((await card.count()) === 0) continue;
		const href = (await card.getByRole('link').first().getAttribute('href')) ?? '';
		const address = /deliveries\/[^/]+\/[^/?#]+/.exec(href)?.[0];
		if (address !== undefined) found[name] = address;
	}
	return found;
};

const asked = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const navette = await startNavette();
const browser = await openBrowser();
for (const [role, pictures] of Object.entries(PICTURES)) {
	if (asked.length > 0 && !asked.includes(role)) continue;
	const { page } = await enterAs(browser, navette, role, { ...PHONE, locale: 'fr-FR' });
	const home = page.url();
	await page.locator('main a[href*="/deliveries/"]').first().waitFor();
	const deliveries = await deliveriesOf(page);
	for (const language of ['fr', 'en'])
		for (const { name, at, prepare } of pictures) {
			await page.evaluate(
				(kept) => localStorage.setItem('navette.preferences', kept),
				JSON.stringify({ language, theme: 'light' }),
			);
			await page.goto(`${home}/${at.replace(/\{(\w+)\}/, (_, phase) => deliveries[phase] ?? '')}`);
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.locator('.nv-loading').waitFor({ state: 'detached' });
			await page.evaluate(() => document.fonts.ready.then(() => undefined));
			await prepare?.(page);
			const file = path.join(FOLDER, `${role}-${name}.${language}.webp`);
			const size = await takePicture(page, file);
			process.stdout.write(`${path.basename(file)} ${size} bytes\n`);
			if (size > LIGHT) throw new Error(`${file} is too heavy: ${size} bytes`);
		}
	await page.context().close();
}
await browser.close();
await navette.close();
