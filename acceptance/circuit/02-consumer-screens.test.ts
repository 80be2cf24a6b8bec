/**
 * Point 2, the screens of consumers beside ordering: a price that changes after the opening (S7), what
 * one got, calendars and catalogues.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import {
	CAMEMBERT,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { accepted, bounded, go, OURS, put, refusedAs, TOUR, weighed } from './support/asks.ts';
import { type Entered, lookAt, openPages, type Pages } from './support/pages.ts';

const DELIVERY = `deliveries/bocage/${LIVR}`;

let pages: Pages;
let adele: Entered;
before(async () => {
	pages = await openPages();
	adele = await pages.enter('adele');
});
after(() => pages?.close());

const as = (
	name: 'animator' | 'bocage',
	operation: string,
	input: Readonly<Record<string, unknown>>,
) => pages.circuit.as(name).call(operation, input);
const price = (pu: number) => as('bocage', 'CatlAmender', { ...TOUR, prod: CAMEMBERT, pu });

test(
	'2. S7 on the screen of a consumer: the price at the opening stays beside the new one, live',
	bounded,
	async () => {
		const { page, home } = adele;
		accepted(await put(pages.circuit.as('adele'), '2', { prod: CAMEMBERT, q2: 4 }));
		await page.goto(`${home}/${DELIVERY}`);
		await page.getByRole('cell', { name: '€6.80' }).waitFor();
		pages.circuit.clock.set(pages.circuit.clock.now() + 60_000);
		accepted(await price(360));
		await page.getByText('€3.60, €3.40 at opening').waitFor();
		await page.getByRole('cell', { name: '€7.20' }).waitFor();
		await page.getByText('Price changed').waitFor();
		pages.circuit.clock.set(pages.circuit.clock.now() + 60_000);
		accepted(await price(355));
		await page.getByText('€3.55, €3.40 at opening').waitFor();
		await page.getByRole('tab', { name: 'Catalogue' }).click();
		await page.locator('s', { hasText: '€3.40 at opening' }).waitFor();
		await page.getByRole('tab', { name: 'Chat' }).click();
		await page.getByText('Price changed, Camembert: €3.60 → €3.55').waitFor();
	},
);

test(
	'2. calendars: coming and past deliveries, each groupement on its own page, one file for an agenda',
	bounded,
	async () => {
		const { page, home } = adele;
		await page.goto(home);
		await page.getByRole('link', { name: 'Calendars' }).click();
		await page
			.getByRole('row', { name: /Saturday 14 June.*Thu 12 Jun 08:00.*Sat 14 Jun 10:00.*Open/ })
			.waitFor();
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Add all to my calendar (.ics)' }).click();
		const file = await readFile(await (await download).path(), 'utf8');
		assert.equal(file.match(/BEGIN:VEVENT/g)?.length, 4);
		assert.match(file, /SUMMARY:Orders close\S* Bocage|SUMMARY:.*Bocage/);
		assert.match(file, /DTSTART:20250614T080000Z/);
		await page.getByRole('link', { name: 'All dates: Bocage' }).click();
		const past = page.getByRole('region', { name: 'Past' });
		await past.getByRole('link', { name: 'Saturday 31 May' }).waitFor();
		await page.getByRole('link', { name: 'Saturday 14 June' }).click();
		await page.getByRole('heading', { level: 1, name: 'Bocage, Saturday 14 June' }).waitFor();
	},
);

test(
	'2. catalogues: what may be ordered now, and everything a groupement offers, searched by shelf',
	bounded,
	async () => {
		const { page } = adele;
		await page.getByRole('link', { name: 'Catalogues' }).click();
		const open = page.getByRole('region', { name: 'Where to order now' });
		await open.getByText('closes Thursday 12 June, 08:00').waitFor();
		await open.getByRole('link', { name: 'Bocage' }).click();
		await page.getByRole('tab', { name: 'Catalogue', selected: true }).waitFor();
		await page.getByRole('link', { name: 'Catalogues' }).click();
		await page
			.getByRole('region', { name: /^Everything/ })
			.getByRole('link', { name: 'Bocage' })
			.click();
		await page.getByRole('searchbox').fill('cafe');
		await page.getByRole('heading', { name: 'Café' }).waitFor();
		assert.equal(await page.getByRole('heading', { name: 'Oranges' }).count(), 0);
		await page.getByRole('searchbox').fill('caviar');
		await page.getByRole('button', { name: 'Show all' }).click();
		await page.getByRole('heading', { name: 'Oranges' }).waitFor();
	},
);

test(
	'2. what I got: ordered, got, packages with their weights, due; an estimate until it is weighed',
	bounded,
	async () => {
		const { page, home } = adele;
		const { circuit } = pages;
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 2 }));
		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		await page.goto(`${home}/${DELIVERY}`);
		await page.getByRole('tab', { name: 'My order' }).waitFor();
		assert.equal(
			await page.getByRole('tab', { name: 'What I got' }).count(),
			0,
			'not before it is there',
		);
		go.delivered(circuit);
		refusedAs(await price(380), 'E-GEL');
		await page.goto(`${home}/${DELIVERY}?tab=got`);
		await page.getByText('The group unloads soon').waitFor();
		await page.getByRole('row', { name: /Poulet fermier 2 pieces not yet ≈ €42.84/ }).waitFor();

		const add = (paq: readonly object[]) =>
			as('animator', 'PaqAjouter', { ...OURS, prod: CHICKEN, paq, co: '2' });
		const [first, second] = weighed(1_720, 1_850);
		accepted(await add([first ?? {}]));
		await page.getByText('1.72 kg: €20.47').waitFor();
		await page.getByText('1 more to weigh').waitFor();
		accepted(await add([second ?? {}]));
		await page.getByRole('row', { name: /Poulet fermier .*2 pieces 2 pieces €42.49/ }).waitFor();
		accepted(
			await as('animator', 'RecLigne', { ...OURS, prod: ORANGES, rec: { q2: 2 }, seen: null }),
		);
		accepted(await as('animator', 'DisRepartir', { ...OURS, prod: ORANGES, strategie: 'rata' }));
		const oranges = page.getByRole('row', { name: /Oranges/ });
		await oranges.getByText('The producer delivered less than was ordered.').waitFor();
		await oranges.getByText('½ crate').waitFor();
		await page.getByText('This is not a payment document').waitFor();
		// 2 chickens, half a crate of oranges, 2 camemberts at 3.55 €.
		await page.getByRole('row', { name: 'Total due €60.09' }).waitFor();
	},
);

test('2. every one of these screens is accessible and fits', { timeout: 180_000 }, async () => {
	await lookAt(adele, [
		[`${DELIVERY}?tab=got`, /^(Total dû|Total due)$/],
		['calendars', /^(Toutes les dates|All dates)/],
		['calendars/bocage', /^(À venir|Coming)$/],
		['catalogues', /^(Prix du jour|Prices of the day)/],
		['catalogues/bocage', /^Oranges$/],
	]);
});
