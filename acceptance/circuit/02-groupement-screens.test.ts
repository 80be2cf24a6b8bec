/**
 * Point 2, the screens of a groupement: the year, one delivery, the general catalogue and the prices
 * that producers propose, trucks being loaded, groups and links, producers and their rights.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Calendar, Delivery, GeneralCatalogue } from '@navette/circuit/model';
import {
	CAMEMBERT,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { assertAccessible } from '../first-light/browser.ts';
import { accepted, bounded, cartonOf, dataOf, go, put, TOUR } from './support/asks.ts';
import { drawnPicture } from './support/drawn-picture.ts';
import { type Entered, lookAt, openPages, type Pages } from './support/pages.ts';

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
const said = (words: string | RegExp) => bocage.page.getByText(words).first().waitFor();
const press = (name: string | RegExp, exact = true) =>
	bocage.page.getByRole('button', { name, exact }).first().click();
const calgp = () => pages.circuit.as('bocage').pull('CALGP/bocage');
const deliveryNow = async (): Promise<Delivery> => dataOf(await calgp(), 'LIVRG', `bocage.${LIVR}`);
const calendarNow = async (): Promise<Calendar> => dataOf(await calgp(), 'CALG', 'bocage');
const generalNow = async (): Promise<GeneralCatalogue> =>
	accepted(await pages.circuit.as('bocage').report('Lire', { type: 'CATG', id: 'bocage' }));
const entryOf = async (livr: string) =>
	(await calendarNow()).livrs.find((one) => one.livr === livr);
/** Until what the server holds is so. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
	while (!(await holds())) await bocage.page.waitForTimeout(25);
};

test(
	'2. P2 calendar: a delivery is announced, its dates follow its day, it is detailed, then deleted',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo('calendar');
		await press('New delivery');
		const dialog = page.getByRole('dialog', { name: 'New delivery' });
		await dialog.getByLabel('Day of the delivery').fill('2025-06-27');
		assert.equal(await dialog.getByLabel('Orders close').inputValue(), '25 Jun 2025, 20:00');
		await dialog.getByLabel('Truck leaves').fill('28/06/2025 6h');
		await dialog.getByLabel('Announce only').check();
		await dialog.getByRole('button', { name: 'Announce' }).click();
		await dialog.getByText('Another delivery leaves at this moment.').waitFor();
		await dialog.getByLabel('Truck leaves').fill('2025-06-27T06:00');
		await dialog.getByRole('button', { name: 'Announce' }).click();
		const june = page.getByRole('region', { name: 'June' });
		await june.getByText('Announced').waitFor();
		assert.equal((await entryOf('20250627'))?.det, false);
		await june.getByRole('button', { name: /^Detail the delivery/ }).click();
		await press('Create the delivery');
		await page.waitForURL(/deliveries\/bocage\/20250627$/);
		assert.equal((await entryOf('20250627'))?.det, true);
		await goTo('calendar?cancel=20250627');
		await said('Orders are not open: the delivery will be deleted, without a message.');
		await press('Delete the delivery');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		assert.equal(await entryOf('20250627'), undefined);
	},
);

test(
	'2. P3 delivery: a date is judged as it is typed, and the sentence of the chat is shown before',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo(`deliveries/bocage/${LIVR}`);
		await said('Orders have opened: this date no longer changes.');
		const closing = page.getByLabel('Orders close');
		await closing.fill('14 June, at seven');
		await closing.press('Tab');
		await said(/^This is not a day and a time/);
		assert.equal(await closing.inputValue(), '14 June, at seven', 'nothing typed is lost');
		await closing.fill('13/06/2025 7:00');
		await closing.press('ArrowUp');
		assert.equal(await closing.inputValue(), '14 Jun 2025, 07:00');
		await said(/Leaving follows closing/);
		assert.ok(await page.getByRole('button', { name: 'Save the dates' }).isDisabled());
		await closing.fill('2025-06-13T20:00');
		await said('The chat of the delivery will say, without alert:');
		await said('Orders close: Thursday 12 June 20:00 → Friday 13 June 20:00');
		await press('Save the dates');
		await said('Changes since the opening');
		const { hist } = await deliveryNow();
		assert.deepEqual(
			hist.map(({ champ }) => champ),
			['tClo'],
		);

		await press('Write to the groups what changes');
		await page.waitForURL(/chats\/CHL\/bocage\//);
		const message = await page.getByRole('textbox', { name: 'Your message' }).inputValue();
		assert.match(message, /^What changes:\n– Orders close: .*13 June/);
		await page.goBack();
		await page.getByLabel('Name of the delivery').fill('Tournée des foins');
		await press('Rename');
		await until(async () => (await entryOf(LIVR))?.lib === 'Tournée des foins');
	},
);

test(
	'2. P3 stops: moved by the keyboard and by dragging, undone, given a truck with its payload',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo(`deliveries/bocage/${LIVR}`);
		const orderNow = async () =>
			Object.entries((await deliveryNow()).pts)
				.toSorted(([, a], [, b]) => a.ordre - b.ordre)
				.map(([gc]) => gc);
		const [first, second] = await orderNow();
		const rows = page.locator('.cg-stop');
		await rows
			.first()
			.getByRole('button', { name: /^Change the stop/ })
			.focus();
		await page.keyboard.press('Alt+ArrowDown');
		await until(async () => (await orderNow())[0] === second);
		await press('Undo');
		await until(async () => (await orderNow())[0] === first);
		await rows.first().dragTo(rows.nth(1));
		await until(async () => (await orderNow())[0] === second);

		await page.getByLabel('Name of the truck').fill('Jaune');
		await page.getByLabel('Payload').fill('beaucoup');
		await press('Add this truck');
		await said('A weight, for instance 900 kg.');
		await page.getByLabel('Payload').fill('900 kg');
		await press('Add this truck');
		await said('0 g of 900 kg');
		await page.getByLabel('Truck, Dupleix').selectOption('Jaune');
		await until(async () => (await deliveryNow()).pts.dupleix?.cam === 'Jaune');
		await page.getByLabel('Truck, Dupleix').selectOption('No truck');
		await until(async () => (await deliveryNow()).pts.dupleix?.cam === undefined);
		await press('Undo');
		await until(async () => (await deliveryNow()).pts.dupleix?.cam === 'Jaune');
	},
);

test(
	'2. P4 catalogue: conditions in time, what is locked and why, a product that a delivery still sells',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo(`catalogue?product=${CAMEMBERT}`);
		const drawer = page.getByRole('dialog', { name: 'Camembert' });
		await drawer.getByText('Orders refer to it.').waitFor();
		await drawer.getByText('In force').waitFor();
		await drawer.getByLabel('From').fill('2025-09-01');
		await drawer.getByLabel('Price of a unit').fill('cher');
		await drawer.getByRole('button', { name: 'Add these conditions' }).click();
		await drawer.getByText('A price, for instance 3.60.').waitFor();
		await drawer.getByLabel('Price of a unit').fill('3.60');
		await drawer.getByRole('button', { name: 'Add these conditions' }).click();
		await drawer.getByText('To come').waitFor();
		await drawer.getByRole('button', { name: 'Delete the conditions of 1 Sept 2025' }).click();
		await drawer.getByText('To come').waitFor({ state: 'detached' });
		await press('Undo');
		await drawer.getByText('To come').waitFor();

		accepted(await pages.circuit.as('bocage').call('CatlValider', TOUR));
		await drawer.getByRole('button', { name: 'Remove the product from the catalogue' }).click();
		await drawer.getByText('Still offered in the delivery of Saturday 14 June').waitFor();
		await drawer.getByRole('link', { name: 'Open that catalogue' }).click();
		await page.waitForURL(/\/catalogue\?product=/);
		assert.equal((await generalNow()).prods[CAMEMBERT]?.sup, undefined);
	},
);

test('2. P4 a new product; prices changed together from a day on', bounded, async () => {
	const { page } = bocage;
	await goTo('catalogue?do=new');
	const dialog = page.getByRole('dialog', { name: 'New product' });
	await dialog.getByRole('button', { name: 'Create the product' }).click();
	await dialog.getByText('Choose a producer.').waitFor();
	await dialog.getByLabel('Producer').selectOption('3');
	await dialog.getByLabel('Name').fill('Faisselle');
	await dialog.getByLabel('Shelf').fill('Crèmerie');
	await dialog.getByLabel('Price of a unit').fill('2,40');
	await dialog.getByLabel('Net weight of a unit').fill('500 g');
	await dialog.getByRole('button', { name: 'Create the product' }).click();
	await dialog.waitFor({ state: 'detached' });
	await page.getByRole('searchbox').fill('faisselle');
	await page.getByRole('rowheader', { name: /Faisselle/ }).waitFor();

	await goTo('catalogue?do=prices&q=faisselle');
	const bulk = page.getByRole('dialog', { name: 'Change prices from a date on' });
	await bulk.getByText('Of the product shown').waitFor();
	await bulk.getByLabel('How much').fill('5');
	await bulk.getByLabel('From').fill('2025-07-01');
	await bulk.getByText('€2.50').waitFor();
	await bulk.getByRole('button', { name: 'Change 1 price' }).click();
	await bulk.waitFor({ state: 'detached' });
	const made = Object.values((await generalNow()).prods).find(({ lib }) => lib === 'Faisselle');
	assert.deepEqual(
		made?.cv.map(({ d, pu }) => [d, pu]),
		[
			[20250605, 240],
			[20250701, 250],
		],
	);
});

test(
	'2. R4 a price that a producer proposes: accepted into the catalogue, refused with a reason',
	bounded,
	async () => {
		const { page } = bocage;
		const propose = (pu: number, d: number) =>
			pages.circuit.as('citrus').call('CondProposer', {
				...{ gp: 'bocage', pr: '2', prod: ORANGES, tx: 'Gel en avril.' },
				cv: { d, dispo: 3, pu, pn: 10_000, pb: 10_000 },
			});
		await goTo('catalogue/proposals');
		await said('No price to decide');
		accepted(await propose(2_250, 20250901));
		await said('€22.50 a crate from Monday 1 September');
		await said('Gel en avril.');
		await press('Accept the price of Oranges');
		await said('Already decided');
		assert.equal((await generalNow()).prods[ORANGES]?.cv.at(-1)?.pu, 2_250);
		accepted(await propose(9_900, 20251001));
		await press('Refuse the price of Oranges');
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Reason, read by the producer').fill('Trop cher pour nous.');
		await dialog.getByRole('button', { name: 'Refuse the price of Oranges' }).click();
		await dialog.waitFor({ state: 'detached' });
		await said('Trop cher pour nous.');
		assert.equal((await generalNow()).prods[ORANGES]?.cv.at(-1)?.pu, 2_250);
	},
);

test('2. P8 groups: proposed, both sides shown, suspended and resumed', bounded, async () => {
	const { page } = bocage;
	await goTo('groups');
	await page.getByLabel('Group', { exact: true }).selectOption('lointain');
	await press('Propose');
	const linked = page.getByRole('region', { name: 'Linked groups' });
	const row = linked.getByRole('listitem').filter({ hasText: 'Lointain' });
	await row.getByText('Groupement: yes').waitFor();
	await row.getByText('Group: yes', { exact: true }).waitFor();
	await row.getByRole('button', { name: 'Suspend the link with Lointain' }).click();
	const stopped = page.getByRole('region', { name: 'Suspended by the groupement' });
	await stopped.getByText('Groupement: suspended').waitFor();
	await stopped.getByRole('button', { name: 'Resume with Lointain' }).click();
	await row.waitFor();
});

test(
	'2. P9 producers: created with a link that lets in at once; the access is withdrawn',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo('producers?do=new');
		const dialog = page.getByRole('dialog', { name: 'New producer' });
		await dialog.getByLabel('Name').fill('Ruchers du Val');
		assert.equal(await dialog.getByLabel('Initials').inputValue(), 'RV');
		await dialog.getByLabel('Shelves, separated by commas').fill('Miel, Épicerie');
		await dialog.getByRole('button', { name: 'Create the producer' }).click();
		const link = await dialog.getByLabel('Link to give').inputValue();
		assert.ok(link.startsWith(`${pages.circuit.url}/#/enter/circuit/`), link);
		await dialog.getByRole('button', { name: 'It is given' }).click();
		const token = link.split('/').at(-1) ?? '';
		const rolesOf = async (): Promise<number> => {
			const answer = await fetch(`${pages.circuit.url}/api/circuit/report/Moi`, {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: '{}',
			});
			return answer.status;
		};
		assert.equal(await rolesOf(), 200);
		await press('Open Ruchers du Val');
		const sheet = page.getByRole('complementary', { name: 'Ruchers du Val' });
		await sheet.getByRole('button', { name: 'Withdraw the access of Ruchers du Val' }).click();
		const sure = page.getByRole('dialog', { name: /Withdraw the access/ });
		await sure.getByRole('button', { name: 'Withdraw the access of Ruchers du Val' }).click();
		await sheet.getByText('No access has been given here yet').waitFor();
		assert.notEqual(await rolesOf(), 200);
	},
);

test('2. P9 a producer at the telephone: created with five words to say', bounded, async () => {
	const { page } = bocage;
	await goTo('producers?do=new');
	const dialog = page.getByRole('dialog', { name: 'New producer' });
	await dialog.getByLabel('Name').fill('Sources Froides');
	await dialog.getByLabel('By what means').selectOption('A phrase to say');
	await dialog.getByRole('button', { name: 'Create the producer' }).click();
	await dialog.getByRole('heading', { name: 'Phrase for Sources Froides' }).waitFor();
	const words = dialog.getByRole('list', { name: 'The five words' }).getByRole('listitem');
	assert.equal(await words.count(), 5);
	await dialog.getByRole('button', { name: 'It is said' }).click();
	await press('Open Sources Froides');
	await page
		.getByRole('complementary', { name: 'Sources Froides' })
		.getByText(/phrase said/)
		.waitFor();
});

test(
	'2. P4 the photo of a product: placed by the groupement, removed, put back',
	bounded,
	async () => {
		const { page } = bocage;
		await goTo(`catalogue?product=${CAMEMBERT}`);
		const drawer = page.getByRole('dialog', { name: 'Camembert' });
		const buffer = await drawnPicture(page, 800, 600);
		const file = { name: 'camembert.png', mimeType: 'image/png', buffer };
		await drawer.locator('input[type="file"]').setInputFiles(file);
		const shown = drawer.getByRole('button', { name: /^Enlarge the photo of/ });
		await shown.waitFor();
		await drawer.getByRole('button', { name: /^Remove the photo of/ }).click();
		await shown.waitFor({ state: 'detached' });
		await page.getByRole('button', { name: 'Undo' }).click();
		await shown.click();
		await page.locator('.ph-whole[data-whole] img').waitFor();
		await assertAccessible(page, 'a photo of the catalogue');
	},
);

test('2. each screen of the groupement: accessible, nothing too wide', {
	timeout: 240_000,
}, async () => {
	await lookAt(bocage, [
		['', /amedi 14 juin|aturday 14 June/],
		['calendar', /Nouvelle livraison|New delivery/],
		[`deliveries/bocage/${LIVR}`, /Arrêts du camion|Stops of the truck/],
		[`deliveries/bocage/${LIVR}/catalogue?show=all`, /Camembert/],
		[`deliveries/bocage/${LIVR}/loading`, /Camion Jaune|Truck Jaune/],
		['catalogue', /Camembert/],
		['catalogue/proposals', /Trop cher pour nous/],
		['groups', /Groupes liés|Linked groups/],
		['producers', /Ruchers du Val/],
	]);
	await bocage.page.setViewportSize({ width: 1280, height: 900 });
});

test(
	'2. P7 loading: last stop first, everything loaded for a group, the truck is said to have left',
	bounded,
	async () => {
		const { page } = bocage;
		accepted(await put(pages.circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		go.shipped(pages.circuit);
		pages.circuit.clock.set(pages.circuit.clock.now() - 2 * 3_600_000);
		await goTo(`deliveries/bocage/${LIVR}/loading`);
		const truck = page.getByRole('region', { name: 'Truck Jaune' });
		await truck.getByText('1 carton to load').waitFor();
		await truck.getByText('3.6 kg of 900 kg').waitFor();
		await truck.getByText('Ready', { exact: true }).click();
		await until(async () => (await cartonOf(pages.circuit, 'poultry', '1')).etat === 2);
		await press('Load everything for Dupleix');
		await truck.getByText('Everything is loaded').waitFor();
		await until(async () => (await cartonOf(pages.circuit, 'poultry', '1')).etat === 3);
		await press('The truck has left');
		await page.getByText('prices are frozen for good').waitFor();
		await press('Say that it left');
		await said(/^Left /);
		assert.ok((await deliveryNow()).tExp <= pages.circuit.clock.now());
	},
);
