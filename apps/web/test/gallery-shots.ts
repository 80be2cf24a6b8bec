/** Pictures of the samples by hand: `node apps/web/test/gallery-shots.ts <folder>`; not a test. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildGallery } from './gallery/build-gallery.ts';
import { serveBuild } from './static-server.ts';
import { openBrowser, watchedPage } from './watched-page.ts';

const folder = process.argv[2] ?? '.';
const built = await mkdtemp(path.join(tmpdir(), 'gallery-'));
await buildGallery(built);
const server = await serveBuild(built, (_, response) => response.writeHead(503).end());
const browser = await openBrowser();
for (const [width, height] of [
	[360, 740],
	[1280, 900],
] as const)
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({
			...{ viewport: { width, height }, colorScheme, locale: 'fr-FR' },
		});
		const [page, faults] = await watchedPage(context, server.origin);
		const shot = (name: string, fullPage = false) =>
			page.screenshot({ fullPage, path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
		await page.goto(server.origin);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await page.getByRole('button', { name: 'Oranges : plus' }).click();
		await shot('parts');
		await shot('parts-full', true);
		await page.getByRole('button', { name: 'Préférences' }).click();
		await page.getByRole('button', { name: 'Synchronisation' }).click();
		await shot('sync');
		await page.mouse.click(5, 300);
		if (width === 360) await page.getByRole('button', { name: 'Menu' }).click();
		else await page.keyboard.press('?');
		await page.getByRole('dialog', { name: /Menu|Aide/ }).waitFor();
		await shot('dialog');
		process.stdout.write(`${width} ${colorScheme} ${faults.list.join('\n')}\n`);
		await context.close();
	}
await browser.close();
await server.close();
