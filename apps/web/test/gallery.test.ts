import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildGallery } from './gallery/build-gallery.ts';
import { LOOKS } from './looks.ts';
import { type StaticServer, serveBuild } from './static-server.ts';
import { assertAccessible, openBrowser, watchedPage } from './watched-page.ts';

let folder: string;
let server: StaticServer;
let browser: Browser;

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
	await buildGallery(folder);
	server = await serveBuild(folder, (_, response) => response.writeHead(503).end());
	browser = await openBrowser();
});
after(async () => {
	await browser?.close();
	await server?.close();
	await rm(folder, { recursive: true });
});

const visit = async (options: BrowserContextOptions, work: (page: Page) => Promise<void>) => {
	const context = await browser.newContext({ locale: 'fr-FR', ...options });
	try {
		const [page, faults] = await watchedPage(context, server.origin);
		await page.goto(server.origin);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await work(page);
		assert.deepEqual(faults.list, []);
	} finally {
		await context.close();
	}
};

const setSync = (page: Page, sync: object, outbox: readonly object[] = []) =>
	page.evaluate(
		([nextSync, nextOutbox]) => {
			const { stub } = window as unknown as {
				stub: Record<'sync' | 'outbox', { set(value: unknown): void }>;
			};
			stub.sync.set(nextSync);
			stub.outbox.set(nextOutbox);
		},
		[sync, outbox] as const,
	);

const NOW = Date.UTC(2025, 5, 10, 16);

for (const { theme: colorScheme, locale, width } of LOOKS)
	test(`every part is accessible: ${colorScheme} ${locale} ${width}`, async () => {
		await visit({ colorScheme, locale, viewport: { width, height: 740 } }, async (page) => {
			await assertAccessible(page, 'parts');
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(wide <= width, `the page is ${wide} wide`);
		});
	});

test('with strong contrasts, every part is accessible', async () => {
	for (const colorScheme of ['light', 'dark'] as const)
		await visit({ colorScheme, contrast: 'more' }, (page) => assertAccessible(page, 'contrast'));
});

test('the indicator says each of its five states in words', async () => {
	await visit({}, async (page) => {
		const shown = page.locator('.nv-sync [role="status"]');
		const states = [
			[{ kind: 'up-to-date', sending: 0, refused: 0 }, 'À jour'],
			[{ kind: 'sending', sending: 3, refused: 0 }, 'Envoi 3'],
			[{ kind: 'offline', sending: 1, refused: 0, syncedAt: NOW - 7_200_000 }, 'Hors ligne 2 h'],
			[{ kind: 'refused', sending: 0, refused: 2 }, 'Refusé 2'],
			[{ kind: 'refused', sending: 0, refused: 0 }, 'Accès refusé'],
			[{ kind: 'connecting', sending: 0, refused: 0 }, 'Connexion…'],
		] as const;
		for (const [sync, words] of states) {
			await setSync(page, sync);
			assert.equal(await shown.textContent(), words);
		}
	});
});

test('what was refused is told with its reason, and can be forgotten', async () => {
	await visit({}, async (page) => {
		const error = {
			...{ code: 'E-PHASE', saved: false, retry: 'never' },
			sentence: { fr: 'Rien n’a été enregistré. Les commandes sont closes.', en: 'Closed.' },
		};
		const entry = { id: 'a', name: 'CmdLigne', input: {}, state: 'refused', error };
		const label = { fr: 'Oranges : 2', en: 'Oranges: 2' };
		await setSync(page, { kind: 'refused', sending: 0, refused: 1 }, [{ ...entry, label }]);
		await page.getByRole('button', { name: /Synchronisation/ }).click();
		const panel = page.getByRole('dialog', { name: /Synchronisation/ });
		await panel.getByText('Oranges : 2').waitFor();
		await panel.getByText(error.sentence.fr).waitFor();
		await assertAccessible(page, 'sync panel');
		await panel.getByRole('button', { name: 'Oublier' }).click();
		await panel.getByText('Oranges : 2').waitFor({ state: 'detached' });
	});
});

test('a quantity is stepped, halved, typed, announced and taken back', async () => {
	await visit({}, async (page) => {
		const field = page.getByRole('textbox', { name: 'Oranges' });
		const value = () => field.inputValue();
		await page.getByRole('button', { name: 'Oranges : plus' }).click();
		assert.equal(await value(), '2');
		await page.getByRole('button', { name: 'Oranges : demi' }).click();
		assert.equal(await value(), '2½');
		const said = page.locator('div.nv-hidden[role="status"]');
		assert.equal(
			((await said.textContent()) ?? '').replaceAll(/\s/g, ' '),
			'Oranges : 2½, 52,50 €',
		);
		await page.keyboard.press('Control+z');
		assert.equal(await value(), '2');
		await field.fill(',5');
		await field.press('Enter');
		assert.equal(await value(), '½');
		await field.press('ArrowUp');
		assert.equal(await value(), '1½');
		await field.fill('12');
		await page.getByText('C’est plus que ce qui est possible.').waitFor();
		await field.press('Escape');
		assert.equal(await value(), '1½');
		const carrots = page.getByRole('textbox', { name: 'Carottes' });
		await carrots.fill('2,5 kg');
		await carrots.press('Enter');
		assert.equal((await carrots.inputValue()).replaceAll(/\s/g, ' '), '2,5 kg');
		await carrots.fill('700');
		await page.getByText(/se commande par 500/).waitFor();
	});
});

test('on a phone, keys and tabs are large enough for a thumb', async () => {
	await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
		const small = await page.evaluate(() =>
			[...document.querySelectorAll('.nv-stepper button, .nv-tab, .nv-bar a, .nv-bar button')]
				.map((one) => ({ box: one.getBoundingClientRect(), name: one.outerHTML.slice(0, 80) }))
				.filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
				.map(({ name, box }) => `${name} ${box.width}x${box.height}`),
		);
		assert.deepEqual(small, []);
	});
});

test('the grid draws what is seen, and is worked by keyboard alone', async () => {
	await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
		const drawn = await page.locator('[role="gridcell"]').count();
		assert.ok(drawn > 50 && drawn < 700, `${drawn} cells of 5400`);
		const focused = () =>
			page.evaluate(() => {
				const cell = document.activeElement?.closest('[aria-colindex]');
				const row = cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
				return `${row} ${cell?.getAttribute('aria-colindex')} ${cell?.textContent}`;
			});
		await page.locator('[role="rowheader"]').first().click();
		assert.equal(await focused(), '2 1 Caissette de veau 0');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		assert.equal(await focused(), '3 3 ½');
		await page.keyboard.type(',5');
		await page.keyboard.press('Escape');
		assert.equal(await focused(), '3 3 ½');
		await page.keyboard.type('12,5');
		await page.keyboard.press('Enter');
		assert.equal(await focused(), '4 3 1');
		await page.keyboard.press('ArrowUp');
		assert.equal(await focused(), '3 3 12½');
		await page.keyboard.type('1,3');
		await page.keyboard.press('Enter');
		await page.getByText('Écrivez une quantité').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+End');
		assert.match(await focused(), /^121 46 /);
		await page.keyboard.press('PageUp');
		assert.match(await focused(), /^1[01]\d 46 /);
		await page.keyboard.press('Home');
		assert.match(await focused(), /^1[01]\d 1 (Produit|Caissette)/);
		const stops = await page.locator('[role="grid"] [tabindex="0"]').count();
		assert.equal(stops, 1, 'one stop of Tab');
		await page.locator('[role="grid"]').evaluate((grid) => grid.scrollTo(900, 900));
		const heads = page.locator('.nv-grid-head [aria-colindex="1"]');
		const [grid, head] = await Promise.all([
			page.locator('[role="grid"]').boundingBox(),
			heads.boundingBox(),
		]);
		assert.ok(grid && head && Math.abs(head.x - grid.x) < 3 && Math.abs(head.y - grid.y) < 3);
	});
});

test('printed pages are light, without the frame', async () => {
	await visit({ colorScheme: 'dark' }, async (page) => {
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await page.emulateMedia({ media: 'print' });
		const [color, bar] = await page.evaluate(() => [
			getComputedStyle(document.body).backgroundColor,
			getComputedStyle(document.querySelector('.nv-bar') ?? document.body).display,
		]);
		assert.deepEqual([color, bar], ['rgb(255, 255, 255)', 'none']);
	});
});
