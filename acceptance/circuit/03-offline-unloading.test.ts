/**
 * Point 3: a truck is unloaded where there is no network, by a telephone in one hand. What it typed is
 * kept, survives a reload, is replayed in order; what somebody else changed meanwhile is refused and
 * listed with both values.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConsumerOrder, GroupOrder } from '@navette/circuit/model';
import type { Browser, Page } from 'playwright-core';
import { enterAs, type Navette, openBrowser, startNavette } from '../first-light/browser.ts';
import { type Person, personAt } from '../first-light/support/person.ts';
import { deliveryAddress, lineOf, PHONE, typeReceived } from './support/animator-page.ts';
import { dataOf } from './support/asks.ts';

const ORANGES = '2.1';
const KUMQUATS = '2.6';

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

/** Everything that a group's part of a delivery holds, as the server has it. */
const stored = async (person: Person, gp: string, livr: string) => {
	const thread = await person.pull(`CMDG/dupleix.${gp}.${livr}`);
	const id = `dupleix.${gp}.${livr}`;
	const orders = thread.documents.filter(({ type }) => type === 'BCC');
	return {
		version: thread.version,
		group: dataOf<GroupOrder>(thread, 'BCG', id),
		orders: new Map(orders.map((one) => [one.id.split('.')[1] ?? '', one.data as ConsumerOrder])),
	};
};

/** Waits until the page says that so many entries wait. */
const waits = (page: Page, entries: number) =>
	page.getByText(new RegExp(`\\b${entries} entries to send`)).waitFor();

const RECEIVED: readonly (readonly [string, string, number])[] = [
	[ORANGES, '5', 10],
	['2.2', '6', 12],
	['2.3', '3', 6],
	['2.4', '6½', 13],
	['2.5', '8', 16],
	[KUMQUATS, '3200+2900', 6_100],
	['2.7', '8', 16],
];

test('3. sixty entries typed without network are replayed in order; two crossed ones are listed with both values', async () => {
	const { page } = await enterAs(browser, navette, 'animator', {
		...{ ...PHONE, serviceWorkers: 'allow' },
	});
	const address = await deliveryAddress(page, 'here');
	const [gp = '', livr = ''] = address.split('/').slice(-2);
	const helper = personAt(navette.url, 'demo', navette.token('animator'), 'GC/dupleix');
	const place = { gc: 'dupleix', gp, livr };
	await page.goto(`${address}/unloading`);
	await lineOf(page, ORANGES).waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.getByText('Up to date').first().waitFor();
	const first = await stored(helper, gp, livr);
	await page.context().setOffline(true);
	await page.getByText('Offline').first().waitFor();

	for (const [code, keys] of RECEIVED) await typeReceived(page, code, keys);
	assert.match(await lineOf(page, KUMQUATS).innerText(), /Received\s*6\.1\skg/);
	await waits(page, RECEIVED.length);

	await page.getByRole('link', { name: /^Distribution/ }).click();
	await page.getByRole('button', { name: 'Begin the distribution' }).click();
	await page.getByRole('tab', { name: 'By product' }).click();
	await page.locator('.cd-line').first().waitFor();
	const ticks = await page.locator('.cd-line input').all();
	for (const tick of ticks) await tick.check();
	const begun = RECEIVED.length + 1;
	const given = begun + ticks.length;
	await waits(page, given);

	await page.getByRole('tab', { name: 'By basket' }).click();
	await page.getByRole('button', { name: 'Basket of Ana Pintoreau' }).click();
	await page.getByRole('button', { name: 'Basket picked up' }).click();
	await page.getByText(/Picked up by Ana/).waitFor();
	await page.getByRole('button', { name: 'Basket of Paul Lavoine' }).click();
	await page.getByRole('textbox', { name: 'Picked up by' }).fill('his neighbour');
	await page.getByRole('button', { name: 'Basket picked up' }).click();
	await page.getByText(/Picked up by his neighbour/).waitFor();
	const all = given + 2;
	assert.ok(all >= 60, `${all} entries`);
	await waits(page, all);
	await page.reload();
	await page.getByText(/Picked up by Ana/).waitFor();
	await waits(page, all);
	assert.equal((await stored(helper, gp, livr)).version, first.version, 'nothing was sent');

	/* meanwhile another helper writes two of the same lines */
	const [co = ''] = [...first.orders].find(([, one]) => one.lignes[ORANGES]) ?? [];
	const other = { ...place, prod: ORANGES };
	assert.equal((await helper.call('RecLigne', { ...other, rec: { q2: 6 } })).status, 200);
	assert.equal((await helper.call('DisLigne', { ...other, co, dis: { q2: 3 } })).status, 200);

	await page.context().setOffline(false);
	const refused = page.getByRole('alert').filter({ hasText: '2 entries refused' });
	await refused.waitFor({ timeout: 30_000 });
	await page.getByText(/entr(y|ies) to send/).waitFor({ state: 'detached' });
	const after = await stored(helper, gp, livr);
	for (const [code, , amount] of RECEIVED) {
		const rec = after.group.lignes[code]?.rec;
		assert.equal(code === KUMQUATS ? rec?.g : rec?.q2, code === ORANGES ? 6 : amount, code);
	}
	for (const [who, { lignes }] of after.orders)
		for (const [code, { dis, cmd }] of Object.entries(lignes)) {
			assert.ok(dis, `${code} of ${who} is given`);
			const isCrossed = who === co && code === ORANGES;
			assert.equal(dis.q2 ?? dis.g, isCrossed ? 3 : (cmd.q2 ?? cmd.g), `${code} of ${who}`);
		}
	assert.equal(after.orders.get('2')?.ret?.qui, 'Ana Pintoreau');

	await refused.getByRole('link', { name: 'See both values' }).click();
	const entries = page.locator('.ct-entry');
	const crates = entries.filter({ hasText: /^Oranges, caisse de 10 kg/ });
	await crates.getByText(/Lucie: 3/).waitFor();
	await crates.getByText('You: 5').waitFor();
	assert.equal(await entries.count(), 2);
	await crates.getByRole('button', { name: 'Put 5' }).click();
	await crates.waitFor({ state: 'detached' });
	await entries.getByText(/Lucie: 1½/).waitFor();
	await entries.getByRole('button', { name: 'Keep 1½' }).click();
	await page.getByText('Nothing waits, nothing was refused').waitFor();
	await page.getByText('Up to date').first().waitFor();
	const last = await stored(helper, gp, livr);
	assert.equal(last.group.lignes[ORANGES]?.rec?.q2, 10);
	assert.equal(last.orders.get(co)?.lignes[ORANGES]?.dis?.q2, 3);

	await page.reload();
	await page.getByText('Up to date').first().waitFor();
	assert.equal((await stored(helper, gp, livr)).version, last.version, 'nothing is sent twice');
	await page.context().close();
});
