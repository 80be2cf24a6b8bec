/**
 * Point 5 in a browser: a catalogue leaves as CSV and XLSX, is changed, tried line by line, and taken
 * in whole or not at all. The reader of XLSX comes only when such a file is used.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { GeneralCatalogue } from '@navette/circuit/model';
import {
	CAMEMBERT,
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { assertAccessible } from '../first-light/browser.ts';
import { accepted, bounded, orderOf, put } from './support/asks.ts';
import { type Entered, openPages, type Pages, PHONE } from './support/pages.ts';

let pages: Pages;
let bocage: Entered;
before(async () => {
	pages = await openPages();
	bocage = await pages.enter('bocage');
});
after(() => pages?.close());

const open = async (path: string): Promise<void> => {
	await bocage.page.goto(`${bocage.home}/${path}`);
	await bocage.page.getByRole('heading', { level: 1 }).waitFor();
};

const exported = async (label: string): Promise<{ name: string; bytes: Buffer }> => {
	const { page } = bocage;
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: label }).click();
	const file = await coming;
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

const take = async (name: string, buffer: Buffer) => {
	await open('catalogue?do=import');
	const dialog = bocage.page.getByRole('dialog', { name: 'Take in a file of products' });
	await dialog.waitFor();
	await bocage.page
		.locator('input[type="file"]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer });
	return dialog;
};

const generalNow = async (): Promise<GeneralCatalogue> =>
	accepted(await pages.circuit.as('bocage').report('Lire', { type: 'CATG', id: 'bocage' }));

test(
	'5. CSV: exported, a price changed and a product added, tried, then taken in',
	bounded,
	async () => {
		await open('catalogue');
		const { name, bytes } = await exported('Export as CSV');
		assert.equal(name, 'catalogue-bocage.csv');
		const [titles = '', ...lines] = bytes.toString('utf8').trimEnd().split('\r\n');
		assert.equal(lines.length, 5);
		const changed = lines.map((line) =>
			line.includes('Camembert') ? line.replace('3.40', '3.60') : line,
		);
		assert.notDeepEqual(changed, lines);
		const columns = titles.split(',').length;
		const added = ['3', '', 'Faisselle', '', 'Crèmerie', 'F', '', '5.50', 'U'];
		const line = [...added, ...Array.from({ length: columns - added.length }, () => '')];
		line[titles.split(',').indexOf('Price')] = '2.40';
		line[titles.split(',').indexOf('Net weight (g)')] = '500';
		const file = Buffer.from([titles, ...changed, line.join(',')].join('\r\n'));

		const dialog = await take('retouched.csv', file);
		const lineOf = (text: string) => dialog.getByRole('listitem').filter({ hasText: text });
		await lineOf('Camembert').getByText('Price: €3.40 → €3.60').waitFor();
		await lineOf('Faisselle').getByText('New', { exact: true }).waitFor();
		await dialog.getByText('4 lines change nothing.').waitFor();
		const before = await generalNow();
		assert.equal(before.prods[CAMEMBERT]?.cv.at(-1)?.pu, 340, 'a trial writes nothing');
		await dialog.getByRole('button', { name: 'Apply 2 lines' }).click();
		await dialog.waitFor({ state: 'detached' });
		const { prods } = await generalNow();
		assert.equal(prods[CAMEMBERT]?.cv.at(-1)?.pu, 360);
		assert.ok(Object.values(prods).some(({ lib }) => lib === 'Faisselle'));
	},
);

test('5. a wrong line is named with its column, and stops the whole file', bounded, async () => {
	const text = [
		'Producteur;Numéro;Produit;Mode;Prix',
		'1;1;Poulet fermier;U;12,50',
		'3;2;Camembert;;3,80',
		'99;1;Nulle part;;1,00',
	].join('\n');
	const dialog = await take('wrong.csv', Buffer.from(text, 'latin1'));
	await dialog.getByText('Mode – This does not change once the product exists').waitFor();
	await dialog.getByText('Producer – This producer does not exist').waitFor();
	await dialog.getByText('2 lines must be corrected').waitFor();
	assert.ok(await dialog.getByRole('button', { name: 'Apply 1 line' }).isDisabled());
	assert.equal((await generalNow()).prods[CHICKEN]?.cv.at(-1)?.pu, 1_190);

	const empty = await take('empty.csv', Buffer.from('Producteur;Prix'));
	await empty.getByText('This file has no line below its titles.').waitFor();
});

test(
	'5. XLSX: its reader is brought when asked for, and the file is read back as it left',
	bounded,
	async () => {
		const { page } = bocage;
		await open('catalogue');
		const brought: string[] = [];
		page.on('request', (request) => {
			if (/\/assets\/xlsx-/.test(request.url())) brought.push(request.url());
		});
		const cached = await page.evaluate(async () => {
			const names = await caches.keys();
			const kept = await Promise.all(names.map(async (one) => (await caches.open(one)).keys()));
			return kept.flat().map(({ url }) => url);
		});
		assert.ok(
			!cached.some((url) => url.includes('/assets/xlsx-')),
			'not kept before it is asked for',
		);
		assert.equal(brought.length, 0);
		const { name, bytes } = await exported('Export as XLSX');
		assert.equal(name, 'catalogue-bocage.xlsx');
		assert.equal(brought.length, 1);
		const dialog = await take(name, bytes);
		await dialog.getByText('This file changes nothing.').waitFor();
	},
);

test(
	'5. orders of people without internet: what is ordered as a file, completed, tried, taken in',
	bounded,
	async () => {
		const { page, home } = await pages.enter('animator', PHONE);
		accepted(await put(pages.circuit.as('adele'), '2', { prod: ORANGES, q2: 2 }));
		await page.goto(`${home}/deliveries/bocage/${LIVR}/group-order`);
		await page.getByText('Summary, order for a member, file').click();
		await page.getByRole('button', { name: 'Take in a file…' }).click();
		const dialog = page.getByRole('dialog', { name: 'Take in a file of orders' });
		const coming = page.waitForEvent('download');
		await dialog.getByRole('button', { name: 'CSV file' }).click();
		const model = readFileSync(await (await coming).path(), 'utf8').trimEnd();
		const give = (lines: readonly string[]) =>
			page.locator('input[type="file"]').setInputFiles({
				...{ name: 'orders.csv', mimeType: 'text/csv' },
				buffer: Buffer.from([model, ...lines].join('\r\n')),
			});
		const lineOf = (text: string) => dialog.getByRole('listitem').filter({ hasText: text });
		await give(['Bruno,Carottes,1000']);
		await lineOf('Bruno · Carottes · 1000').getByText('A weight is given with its unit').waitFor();
		assert.ok(await dialog.getByRole('button', { name: 'Apply 0 lines' }).isDisabled());
		await give(['Bruno,Carottes,1.5 kg']);
		await lineOf('Bruno, Carottes').getByText('nothing → 1.5 kg').waitFor();
		await dialog.getByText('1 line changes nothing.').waitFor();
		await assertAccessible(page, 'a file of orders on a phone');
		await dialog.getByRole('button', { name: 'Apply 1 line' }).click();
		await dialog.waitFor({ state: 'detached' });
		const line = (await orderOf(pages.circuit, '3')).lignes[CARROTS];
		assert.deepEqual([line?.cmd.g, line?.cmd.par], [1_500, 'GC/dupleix Zoe']);
	},
);
