/**
 * Point 5: every print, made as a PDF by a real browser: number of pages, A4, what stands on each page,
 * rows that are never split, figures, and what a weight is; and its export as CSV, XLSX and JSON.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type PrintCode, printsOf, printWords } from '@navette/circuit/client';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	enterAs,
	type Navette,
	openBrowser,
	startNavette,
} from '../first-light/browser.ts';
import { type PdfPage, pdfPages } from './support/pdf-text.ts';

const WORDS = printWords.fr;

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

/** Deliveries of the groupement Bocage: the one distributed now, then the one open for orders. */
const deliveriesOf = async (page: Page): Promise<readonly [past: string, open: string]> => {
	await page.locator('main .nv-card').first().waitFor();
	const values = await page
		.getByRole('combobox')
		.locator('option')
		.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
	const [past = '', open = ''] = values
		.filter((value) => value.startsWith('bocage.'))
		.toSorted()
		.map((value) => value.replace('.', '/'));
	return [past, open];
};

interface Printed {
	readonly pages: readonly PdfPage[];
	readonly sheets: number;
	/** Texts of the first cell of each row of the preview. */
	readonly rows: readonly string[];
}

/** Opens a print, checks that no row of the preview leaves its sheet, and makes the PDF. */
const printAt = async (page: Page, address: string): Promise<Printed> => {
	await page.goto(address);
	await page.locator('.pr-pages > .pr-sheet').first().waitFor();
	const found = await page.evaluate(() => {
		const sheets = [...document.querySelectorAll('.pr-pages > .pr-sheet')];
		const split = sheets.flatMap((sheet) => {
			const { bottom } = sheet.getBoundingClientRect();
			return [...sheet.querySelectorAll('tr, .pr-label, .pr-note')].filter(
				(row) => row.getBoundingClientRect().bottom > bottom - 8,
			);
		});
		const sizes = [...document.querySelectorAll('.pr-pages > .pr-sheet *')].map((one) =>
			Number.parseFloat(getComputedStyle(one).fontSize),
		);
		const rows = [...document.querySelectorAll('.pr-pages tbody tr')].map(
			(row) => row.firstElementChild?.textContent ?? '',
		);
		return { sheets: sheets.length, split: split.length, smallest: Math.min(...sizes), rows };
	});
	assert.equal(found.split, 0, `${address}: a row leaves its page`);
	assert.ok(found.smallest >= 11.99, `${address}: ${found.smallest} px is less than 9 pt`);
	const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
	return { pages, sheets: found.sheets, rows: found.rows };
};

/** What every page of every print has. */
const assertPages = (code: PrintCode, { pages, sheets }: Printed, about: RegExp): void => {
	assert.equal(pages.length, sheets, `${code}: as many pages as the preview`);
	const wide = code === 'PR5';
	pages.forEach(({ width, height, text }, at) => {
		assert.deepEqual([Math.round(width), Math.round(height)], wide ? [842, 595] : [595, 842]);
		assert.ok(text.includes(WORDS.titles[code]), `${code}: its title`);
		assert.ok(text.includes(`page ${at + 1}/${pages.length}`), `${code}: page ${at + 1}`);
		assert.match(text, /Établi le \d\d\/\d\d\/\d{4} \d\d:\d\d/);
		assert.match(text, /Livraison du \p{L}+ \d+ \p{L}+/u);
		assert.match(text, about);
	});
};

const wholeText = ({ pages }: Printed): string =>
	pages
		.map(({ text }) => text)
		.join('\n')
		.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Words or figures that a print must show, beside what every page has. */
const SHOWN: Readonly<Partial<Record<PrintCode, readonly RegExp[]>>> = {
	PR1: [/Nom : _+/, /11,90 € le kg/, /Quantité/],
	PR2: [/Ana Pintoreau/, /pesé/, /pas un document de paiement/],
	PR3: [/Signature/, /Poulet fermier : \d/, /pesé\)/],
	PR4: [/Remis/, /Poulet fermier/],
	PR5: [/Poulet fermier/, /poids commandé, estimé/],
	PR6: [/Ferme de la Lande/, /Compté/, /Pesé/, /kg commandé/],
	PR7: [/Ferme de la Lande – Par produit/, /Pour Les Tilleuls/, /kg commandé/],
	PR8: [/colis 1\/1/, /Les Tilleuls/, /Ferme de la Lande/],
	PR9: [/Camion A/, /kg commandé/, /chargé/],
	PR10: [/Poulet fermier/, /paquets attendus/],
	PR11: [/Ferme de la Lande/, /\.example/],
	PR12: [/Poulet fermier/, /Manque à/],
};

const ROLES = [
	['animator', 'GC', /Groupe : Groupe Dupleix/],
	['grouping', 'GP', /Tous les groupes/],
	['producer', 'PR', /Tous les groupes|Ferme de la Lande/],
] as const;

for (const [role, usage, about] of ROLES)
	test(`5. ${printsOf[usage].join(' ')} of ${role}: pages, heads, whole rows, words and figures`, async () => {
		const { page, faults } = await enterAs(browser, navette, role, { locale: 'fr-FR' });
		const home = page.url();
		await page.goto(`${home}/prints`);
		const [past, open] = await deliveriesOf(page);
		await assertAccessible(page, `${role} prints`);
		for (const code of printsOf[usage]) {
			const address = `${home}/deliveries/${code === 'PR1' ? open : past}/prints/${code}`;
			const printed = await printAt(page, address);
			assertPages(code, printed, about);
			for (const words of SHOWN[code] ?? []) assert.match(wholeText(printed), words, code);
			/* every row of the preview is on paper; texts are drawn word by word, without spaces that count */
			const drawn = wholeText(printed).replaceAll(/\s/g, '');
			for (const row of printed.rows)
				assert.ok(drawn.includes(row.replaceAll(/\s/g, '')), `${code}: ${row}`);
		}
		await assertAccessible(page, `${role} print`);
		await page.context().close();
		assert.deepEqual(faults.list, []);
	});

test('5. labels come 8, 16 or 24 to a page, and of one producer when asked', async () => {
	const { page, faults } = await enterAs(browser, navette, 'grouping', { locale: 'fr-FR' });
	const home = page.url();
	await page.goto(`${home}/prints`);
	const [past] = await deliveriesOf(page);
	for (const perPage of [8, 16, 24]) {
		const address = `${home}/deliveries/${past}/prints/PR8?labels=${perPage}`;
		const { pages } = await printAt(page, address);
		const labels = await page.locator('.pr-label').count();
		assert.equal(pages.length, Math.ceil(labels / perPage));
	}
	await page.getByLabel('Producteur').selectOption({ label: 'Ferme de la Lande' });
	await page.locator('.pr-label').nth(3).waitFor({ state: 'detached' });
	assert.equal(await page.locator('.pr-label').count(), 3, 'one for each group');
	await page.context().close();
	assert.deepEqual(faults.list, []);
});

test('5. exports of a print: CSV with its language, XLSX, JSON with integers', async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator', {
		...{ locale: 'fr-FR', acceptDownloads: true },
	});
	const home = page.url();
	await page.goto(`${home}/prints`);
	const [past] = await deliveriesOf(page);
	await page.goto(`${home}/deliveries/${past}/prints/PR2`);
	const bytesOf = async (format: string): Promise<Buffer> => {
		const arriving = page.waitForEvent('download');
		await page.getByRole('button', { name: `Exporter en ${format}` }).click();
		const download = await arriving;
		assert.match(download.suggestedFilename(), /^PR2-bocage-\d{8}-dupleix\.(csv|xlsx|json)$/);
		return readFileSync((await download.path()) ?? '');
	};
	const csv = (await bytesOf('CSV')).toString('utf8');
	assert.ok(csv.startsWith('\ufeffConsommateur;'), csv.slice(0, 60));
	assert.match(csv, /;Poulet fermier;/);
	assert.equal((await bytesOf('XLSX')).subarray(0, 2).toString(), 'PK');
	const { rows } = JSON.parse((await bytesOf('JSON')).toString('utf8')) as {
		rows: readonly Record<string, unknown>[];
	};
	assert.ok(rows.length > 0 && rows.every((row) => Number.isInteger(row.px)));
	await page.context().close();
	assert.deepEqual(faults.list, []);
});
