/**
 * Point 4 in a browser, at the desk of a groupement: S7 a price after the opening, S9 orders opened
 * again, S17 a delivery copied over a season, with the numbers of the specification.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Delivery } from '@navette/circuit/model';
import {
	at,
	CAMEMBERT,
	CHICKEN,
	LIVR,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { accepted, bounded, catalogueOf, dataOf, go, OURS, put } from './support/asks.ts';
import { type Entered, openPages, type Pages } from './support/pages.ts';

let pages: Pages;
let bocage: Entered;
before(async () => {
	pages = await openPages();
	bocage = await pages.enter('bocage');
});
after(() => pages?.close());

const goTo = async (path: string): Promise<void> => {
	await bocage.page.goto(`${bocage.home}/${path}`);
	await bocage.page.getByRole('heading', { level: 1 }).waitFor();
};
const deliveryOf = async (livr: string): Promise<Delivery> =>
	dataOf(await pages.circuit.as('bocage').pull('CALGP/bocage'), 'LIVRG', `bocage.${livr}`);

test(
	'4. S17 copied to 12 July: closing stays Thursday of the week before 20:00',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo(`calendar?repeat=${LIVR}`);
		const dialog = page.getByRole('dialog', { name: /Repeat the delivery of Saturday 14 June/ });
		await dialog.getByLabel('How many deliveries').fill('3');
		const first = dialog.getByRole('listitem').filter({ hasText: 'Saturday 12 July' });
		await first.getByText('closes Thursday 10 July 20:00').waitFor();
		await dialog.getByText('Saturday 13 September').waitFor();
		await dialog.getByLabel('Saturday 9 August').uncheck();
		await dialog.getByLabel('From this delivery').check();
		await dialog.getByRole('button', { name: 'Create 2 deliveries' }).click();
		await dialog.waitFor({ state: 'detached' });
		const july = await deliveryOf('20250712');
		assert.equal(july.tClo, Date.UTC(2025, 6, 10, 18), 'Thursday 10 July, 20:00 in Paris');
		assert.deepEqual(Object.keys(july.pts).toSorted(), ['agora', 'dupleix']);
		await assert.rejects(deliveryOf('20250809'), 'the day that was left out');

		await goTo(`calendar?repeat=${LIVR}`);
		await page.getByText('exists already').first().waitFor();
	},
);

test('4. S7 3.40 stays beside 3.60 then 3.55; frozen once the truck left', bounded, async () => {
	const { page } = bocage;
	accepted(await put(pages.circuit.as('adele'), '2', { prod: CAMEMBERT, q2: 4 }));
	const amend = async (price: string) => {
		await goTo(`deliveries/bocage/${LIVR}/catalogue?show=all&product=${CAMEMBERT}`);
		const sheet = page.getByRole('dialog', { name: 'Change Camembert in this delivery' });
		await sheet.getByLabel('Price of a unit').fill(price);
		await sheet.getByText('The chat of the delivery will say, without alert:').waitFor();
		await sheet.getByRole('button', { name: 'Change in this delivery' }).click();
		await sheet.waitFor({ state: 'detached' });
	};
	const row = page.getByRole('row', { name: /^Camembert/ });
	const prices = async () => {
		const line = (await catalogueOf(pages.circuit))[CAMEMBERT];
		return [line?.ouv?.pu, line?.act.pu];
	};
	await amend('3.60');
	await row.getByText('€3.60 each').waitFor();
	await row.getByText('€3.40 each at opening').waitFor();
	assert.deepEqual(await prices(), [340, 360]);
	await amend('3.55');
	await row.getByText('€3.55 each').waitFor();
	await row.getByText('€3.40 each at opening').waitFor();
	assert.deepEqual(await prices(), [340, 355]);
});

test(
	'4. S9 opened again until tomorrow; no longer once a carton is in progress',
	bounded,
	async () => {
		const { page } = bocage;
		accepted(await put(pages.circuit.as('adele'), '2', { prod: CHICKEN, q2: 2 }));
		go.closed(pages.circuit);
		await goTo(`deliveries/bocage/${LIVR}`);
		await page.getByText('Being prepared').first().waitFor();
		const closing = page.getByLabel('Orders close');
		await closing.fill('2025-06-13T20:00');
		await page.getByRole('button', { name: 'Save the dates' }).click();
		await page.getByRole('button', { name: 'Save the dates' }).waitFor({ state: 'detached' });
		assert.equal((await deliveryOf(LIVR)).tClo, at(13, 20));

		pages.circuit.clock.set(at(13, 21));
		const carton = { ...OURS, pr: '1' };
		accepted(await pages.circuit.as('poultry').call('CartEtat', { ...carton, etat: 1 }));
		await goTo(`deliveries/bocage/${LIVR}`);
		await page.getByText('Being prepared').first().waitFor();
		await closing.fill('2025-06-13T23:00');
		await page.getByText('before any carton is begun').waitFor();
		assert.ok(await page.getByRole('button', { name: 'Save the dates' }).isDisabled());
	},
);

test(
	'4. S7 in phase 3: prices are frozen, nothing is offered to change them',
	bounded,
	async () => {
		const { page } = bocage;
		go.shipped(pages.circuit);
		await goTo(`deliveries/bocage/${LIVR}/catalogue?show=all`);
		await page.getByText('The truck has left: prices are frozen.').waitFor();
		assert.equal(await page.getByRole('button', { name: /^Change / }).count(), 0);
		assert.equal(await page.getByRole('checkbox').count(), 0);
	},
);
