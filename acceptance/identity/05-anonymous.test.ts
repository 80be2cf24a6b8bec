/**
 * Point 5: an anonymous device, where nothing is written; one execution of the application per
 * device; background and foreground, in a real browser.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import type { Page } from 'playwright-core';
import { enterByLink } from '../../apps/web/test/watched-page.ts';
import { ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { withCircuit } from '../first-light/support/circuit-server.ts';
import { until } from './support/member.ts';
import { pageIn } from './support/phone.ts';
import { withProfileFolder } from './support/profile-folder.ts';

const bounded = { timeout: 300_000 };

/** What the origin keeps in the browser, by name. */
const keptBy = (page: Page) =>
	page.evaluate(async () => ({
		bases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		local: Object.keys(localStorage),
		session: Object.keys(sessionStorage),
		cookies: document.cookie,
	}));

const NOTHING = { bases: [], caches: [], workers: 0, local: [], session: [], cookies: '' };

test(
	'5. an anonymous session leaves nothing in the folder of the browser',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page, faults] = await pageIn(context, circuit.url);
			await page.goto(circuit.linkOf('adele'));
			await page.getByRole('button', { name: /^No: leave nothing here/ }).click();
			await page.waitForURL(/\/circuit\/co\./);
			await page.getByText('Up to date').first().waitFor();
			await page
				.getByRole('link', { name: /^(Order|Change my order)/ })
				.first()
				.click();
			await page.locator(`[data-code="${ORANGES}"]`).getByRole('button', { name: /more$/ }).click();
			await page.getByText('Up to date').first().waitFor();
			await page.getByRole('button', { name: 'Preferences' }).click();
			await page.getByText('Dark', { exact: true }).click();
			const kept = await keptBy(page);
			/* the router marks its places in the history of the tab, with random names */
			assert.deepEqual({ ...kept, session: [] }, NOTHING);
			await context.close();
			for (const canary of ['Poulet fermier', 'place de la Halle', 'dupleix.bocage'])
				assert.deepEqual(profile.filesWith(canary), [], canary);
			const stores = ['IndexedDB', 'Local Storage', 'Service Worker', 'CacheStorage'];
			assert.deepEqual(
				profile.filesWith('circuit/co').filter((name) => stores.some((one) => name.includes(one))),
				[],
			);
			assert.deepEqual(faults.list, []);

			const again = await profile.open();
			const [control] = await pageIn(again, circuit.url);
			await enterByLink(control, circuit.linkOf('adele'));
			await control.getByText('Up to date').first().waitFor();
			await control.evaluate(() => localStorage.setItem('control', 'Poulet fermier'));
			const found = await keptBy(control);
			assert.ok(found.bases.length > 0, 'control: a device that is kept has bases');
			await control.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
			await again.close();
			assert.ok(profile.filesWith('Poulet fermier').length > 0, 'control: a leak is found');
		}),
	),
);

test(
	'5. two tabs, one socket: the second says where the application is open, and may take over',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [first] = await pageIn(context, circuit.url);
			const sockets = new Map<string, number>();
			const count = (name: string, page: Page) =>
				page.on('websocket', (socket) => {
					sockets.set(name, (sockets.get(name) ?? 0) + 1);
					socket.on('close', () => sockets.set(name, (sockets.get(name) ?? 1) - 1));
				});
			count('first', first);
			await enterByLink(first, circuit.linkOf('adele'));
			await first.getByText('Up to date').first().waitFor();
			await first.getByRole('heading', { level: 1, name: /deliveries/ }).waitFor();
			const title = await first.title();
			const [second] = await pageIn(context, circuit.url);
			count('second', second);
			await second.goto(first.url());
			await second.getByRole('heading', { name: 'Navette is open in another tab' }).waitFor();
			await second.getByText(`“${title.replace(/ · Navette$/, '')}”`).waitFor();
			assert.deepEqual([sockets.get('first'), sockets.get('second') ?? 0], [1, 0]);
			await second.getByRole('button', { name: 'Continue here' }).click();
			await second.getByText('Up to date').first().waitFor();
			await first.getByRole('heading', { name: 'Navette is open in another tab' }).waitFor();
			await until('one socket, of the second tab', () => {
				const [one, other] = [sockets.get('first'), sockets.get('second')];
				return one === 0 && other === 1;
			});
		}),
	),
);

/** What a frame to the server is. */
const kindOf = (payload: string | Buffer): string => {
	const frame = decodeCbor(new Uint8Array(Buffer.from(payload)));
	return frame.ok ? String((frame.value as { kind?: unknown }).kind) : 'unreadable';
};

/** The page believes it is in background, or in front again. */
const setVisible = (page: Page, isVisible: boolean) =>
	page.evaluate(
		(state) => {
			Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
			document.dispatchEvent(new Event('visibilitychange'));
		},
		isVisible ? 'visible' : 'hidden',
	);

test(
	'5. in background the socket ends; back in front, one round trip catches up',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page] = await pageIn(context, circuit.url);
			await page.clock.install();
			const sent: string[] = [];
			let open = 0;
			page.on('websocket', (socket) => {
				open++;
				socket.on('close', () => open--);
				socket.on('framesent', ({ payload }) => sent.push(kindOf(payload)));
			});
			await enterByLink(page, circuit.linkOf('adele'));
			await page.getByText('Up to date').first().waitFor();
			await page
				.getByRole('link', { name: /^(Order|Change my order)/ })
				.first()
				.waitFor();
			await page.getByText('Up to date').first().waitFor();
			await setVisible(page, false);
			await page.clock.runFor(61_000);
			await page.getByText('Offline').first().waitFor();
			await until('the socket has ended', () => open === 0);
			sent.length = 0;
			await setVisible(page, true);
			await page.getByText('Up to date').first().waitFor();
			assert.equal(open, 1);
			assert.deepEqual(sent, ['hello', 'subscribe'], 'a greeting, and one question for all');
		}),
	),
);
