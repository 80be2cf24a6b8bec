/**
 * Point 7: operations typed offline replay in order, once, with refused ones shown with both values;
 * drafts and photos kept; through kills of the browser at any moment.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { enterByLink, watchedPage } from '../../apps/web/test/watched-page.ts';
import { CARROTS, LIVR, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { withProfileFolder } from './support/profile-folder.ts';
import { type StorePage, serveStorePage } from './support/store-page.ts';

const bounded = { timeout: 300_000 };
const KILLS = 4;

let site: StorePage;
before(async () => {
	site = await serveStorePage();
});
after(() => site.close());

/** What the page told before it was killed. */
interface Told {
	readonly outbox: number[];
	readonly drafts: number[];
	readonly photos: number[];
}

/** Types without end: an operation, a draft, a photo, telling each that is acknowledged. */
const typeWithoutEnd = async (page: Page, from: number): Promise<Told> => {
	const told: Told = { outbox: [], drafts: [], photos: [] };
	await page.exposeFunction('tell', (kind: keyof Told, n: number) => told[kind].push(n));
	await page.evaluate((first) => {
		const { tell } = globalThis as unknown as { tell(kind: string, n: number): Promise<void> };
		const type = async () => {
			const store = await device.store('shop');
			for (let n = first; ; n++) {
				if ((await store.addToOutbox({ n })).ok) void tell('outbox', n);
				if ((await store.drafts.write('chat', { n }, n)).ok) void tell('drafts', n);
				const bytes = new Uint8Array(30_000).fill(n % 256);
				if ((await store.drafts.addPhoto('chat', { about: n, bytes }, n)).ok)
					void tell('photos', n);
			}
		};
		void type();
	}, from);
	return told;
};

const readBack = (page: Page) =>
	page.evaluate(async () => {
		const store = await device.store('shop');
		const outbox = (await store.readOutbox()).map(({ value }) => (value as { n: number }).n);
		const draft = await store.drafts.read('chat');
		const photos = await Promise.all(
			(draft?.photos ?? []).map(async ({ position, about }) => {
				const bytes = await store.drafts.readPhoto('chat', position);
				const isWhole =
					bytes?.length === 30_000 && bytes.every((byte) => byte === Number(about) % 256);
				return isWhole ? Number(about) : -1;
			}),
		);
		return { outbox, draft: (draft?.value as { n: number } | undefined)?.n ?? -1, photos };
	});

test(
	'7. killed at any moment, a browser has kept all it acknowledged, in order, once',
	bounded,
	() =>
		withProfileFolder(async (profile) => {
			let next = 0;
			for (let kill = 0; kill < KILLS; kill++) {
				const page = await site.openIn(await profile.open());
				const told = await typeWithoutEnd(page, next);
				/* the moment of the kill: after as many acknowledgements as the turn says */
				while (told.photos.length < 2 + kill * 3)
					await page.waitForTimeout(5).catch(() => undefined);
				await profile.kill();
				const after = await profile.open();
				const kept = await readBack(await site.openIn(after));
				await after.close();
				const last = told.outbox.at(-1) ?? -1;
				assert.deepEqual(
					kept.outbox,
					kept.outbox.map((_, index) => index),
					'in order, none missing, none twice',
				);
				assert.ok(kept.outbox.length > last, `${last} was acknowledged`);
				assert.ok(kept.draft >= (told.drafts.at(-1) ?? -1), 'the draft is the last acknowledged');
				for (const photo of told.photos) assert.ok(kept.photos.includes(photo), `photo ${photo}`);
				assert.ok(!kept.photos.includes(-1), 'no photo is half there');
				next = kept.outbox.length;
			}
		}),
);

const openOrder = async (page: Page): Promise<void> => {
	await page
		.getByRole('link', { name: /^(Order|Change my order)/ })
		.first()
		.click();
	await page.getByRole('heading', { name: 'Oranges' }).waitFor();
};

const product = (page: Page, code: string) => page.locator(`[data-code="${code}"]`);
const more = (page: Page, code: string) =>
	product(page, code).getByRole('button', { name: /more$/ }).click();

const total = (page: Page) => page.getByRole('region', { name: 'Your order' });

const enter = async (page: Page, circuit: Circuit): Promise<void> => {
	await enterByLink(page, circuit.linkOf('adele'));
	await page.waitForURL(/\/circuit\/co\./);
	await page.getByText('Up to date').first().waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
};

test(
	'7. typed offline, killed, started again: replayed in order, once; a refused one shows both values',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page] = await watchedPage(context, circuit.url);
			await enter(page, circuit);
			await openOrder(page);
			const address = page.url();
			await more(page, ORANGES);
			await page.getByText('Up to date').first().waitFor();
			await context.setOffline(true);
			await circuit.restart();
			await page.getByText('Offline: your changes are kept here').waitFor();
			await more(page, ORANGES);
			await more(page, CARROTS);
			await page.getByText('Offline: 2 changes to send').waitFor();
			await profile.kill();

			const meanwhile = { gc: 'dupleix', co: '2', gp: 'bocage', livr: LIVR, prod: ORANGES, q2: 6 };
			await circuit.as('paul').call('CmdLigne', { ...meanwhile, seen: { q2: 2 } });
			const again = await profile.open();
			await again.setOffline(true);
			const [second, faults] = await watchedPage(again, circuit.url);
			await second.goto(address);
			await second.getByText('Offline: 2 changes to send').waitFor();
			/* by the socket, or by HTTP while it is not open yet */
			const runs = new Set<string>();
			const note = (sent: string) => {
				const id = sent.includes('CmdLigne') ? /idv([\w-]{22})/.exec(sent)?.[1] : undefined;
				if (id !== undefined) runs.add(id);
			};
			second.on('websocket', (socket) =>
				socket.on('framesent', ({ payload }) => note(payload.toString('latin1'))),
			);
			second.on('request', (request) => note(request.postDataBuffer()?.toString('latin1') ?? ''));
			await again.setOffline(false);
			const refused = second.getByRole('alert').filter({ hasText: 'One change was not taken' });
			await refused.getByText(/Paul put 3/).waitFor();
			await refused.getByRole('button', { name: 'Keep 3' }).waitFor();
			await total(second).getByText('≈ €64.10').waitFor();
			assert.equal(runs.size, 2, 'both changes were sent, and nothing else');
			await refused.getByRole('button', { name: 'Put 2' }).click();
			await refused.waitFor({ state: 'detached' });
			await total(second).getByText('≈ €43.10').waitFor();
			await second.getByText('Up to date').first().waitFor();
			assert.deepEqual(faults.list, []);
		}),
	),
);
