import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { enterByLink, watchedPage } from '../../apps/web/test/watched-page.ts';
import { linkOf, startNavette } from './browser.ts';

/** Point 3: offline reading. The server really stops; the browser's profile is a real folder. */
const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const withFolders = async (work: (data: string, profile: string) => Promise<void>) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-offline-'));
	try {
		await work(path.join(folder, 'data'), path.join(folder, 'profile'));
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
};

/** Every file below a folder. */
const filesOf = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => path.join(folder, name))
		.filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());

/** Whether some bytes hold a text, in any of the encodings a browser writes. */
const holds = (bytes: Buffer, text: string): boolean =>
	['utf8', 'utf16le', 'latin1'].some((encoding) =>
		bytes.includes(Buffer.from(text, encoding as BufferEncoding)),
	);

/** Keeps what is to be closed, whatever happens in between. */
const withClosing = async (work: (keep: <T extends Closable>(one: T) => T) => Promise<void>) => {
	const kept: Closable[] = [];
	const keep = <T extends Closable>(one: T): T => {
		kept.push(one);
		return one;
	};
	try {
		await work(keep);
	} finally {
		for (const one of kept.reverse()) await one.close().catch(() => undefined);
	}
};

interface Closable {
	close(): Promise<void>;
}

const openProfile = (profile: string): Promise<BrowserContext> =>
	chromium.launchPersistentContext(profile, {
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ARGS,
		locale: 'en-GB',
		viewport: { width: 1280, height: 900 },
	});

/** The first price a screen shows: the consumer's own open order. */
const firstPrice = async (page: Page): Promise<string | undefined> =>
	/€[\d,.]+/.exec((await page.getByRole('main').textContent()) ?? '')?.[0];

const shown = (page: Page) => page.getByText('Les Fermes du Bocage').first().waitFor();

test('3. without the server the page reloads and shows what it had, with its age; then what changed comes in one question', () =>
	withFolders((data, profile) =>
		withClosing(async (keep) => {
			const first = keep(await startNavette({ data }));
			const { port } = new URL(first.url);
			const token = first.token('consumer');
			const before = keep(await openProfile(profile));
			const [entered] = await watchedPage(before, first.url);
			await enterByLink(entered, linkOf(first, 'consumer'));
			await shown(entered);
			await entered.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
			await entered.getByText('Up to date').first().waitFor();
			const price = await firstPrice(entered);
			const address = entered.url();
			await before.close();
			await first.close();

			const after = keep(await openProfile(profile));
			const [page, faults] = await watchedPage(after, first.url);
			await page.goto(address);
			await shown(page);
			await page.getByText('Offline').first().waitFor();
			await page
				.getByText(/plane mode/i)
				.first()
				.waitFor();
			await page.reload();
			await shown(page);
			assert.ok(price);
			/* what the device kept comes one thread after the other */
			await page.getByRole('main').getByText(price).first().waitFor();
			assert.equal(await firstPrice(page), price, 'the same figures without the server');

			const frames: string[] = [];
			page.on('websocket', (socket) => socket.on('framesent', () => frames.push('sent')));
			const second = keep(await startNavette({ data, port: Number(port) }));
			await page.getByText('Up to date').first().waitFor({ timeout: 90_000 });
			assert.ok(
				frames.length <= 3,
				`a greeting and one question for all, not ${frames.length} frames`,
			);
			assert.deepEqual(faults.list, []);
			await after.close();
			await second.close();

			const store = filesOf(profile).filter((name) => name.includes('IndexedDB'));
			assert.ok(store.length > 0, 'the device did keep something');
			for (const name of store) {
				const bytes = readFileSync(name);
				for (const secret of ['Camembert', 'Lavoine', 'CMDC/', 'dupleix', token])
					assert.ok(!holds(bytes, secret), `${secret} is not in ${path.basename(name)}`);
			}
		}),
	));

test('3. the search for plaintext finds one that is there', () => {
	assert.ok(holds(Buffer.from('..Camembert..', 'utf16le'), 'Camembert'));
	assert.ok(!holds(Buffer.from('..Brie..'), 'Camembert'));
});
