/** Pictures of the shell by hand: `node apps/web/test/shots.ts <folder>`; not a test. */
import path from 'node:path';
import { serveBuild } from './static-server.ts';
import { enterByLink, openBrowser, watchedPage } from './watched-page.ts';

const folder = process.argv[2] ?? '.';
const server = await serveBuild(path.resolve(import.meta.dirname, '../dist'), (_, response) => {
	response.writeHead(503).end();
});
const browser = await openBrowser();
for (const [width, height] of [
	[360, 740],
	[1280, 800],
] as const)
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({
			...{ viewport: { width, height }, colorScheme, locale: 'fr-FR' },
		});
		const [page, faults] = await watchedPage(context, server.origin);
		const shot = (name: string) =>
			page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
		await page.goto(server.origin);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await shot('home');
		await enterByLink(page, `${server.origin}/#/enter/demo/aaaaaaaaaaaaaaaaaaaaaaaa`);
		await page.waitForTimeout(2500);
		await shot('enter');
		process.stdout.write(`${width} ${colorScheme} ${page.url()} ${faults.list.join('\n')}\n`);
		await context.close();
	}
await browser.close();
await server.close();
