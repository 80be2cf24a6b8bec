import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

const { HEADLESS_SHELL_PATH, CHROMIUM_PATH } = process.env;
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The installed Chromium, without a window. */
export const openChromium = (): Promise<Browser> =>
	chromium.launch({
		executablePath: HEADLESS_SHELL_PATH ?? CHROMIUM_PATH ?? DEBIAN.find(existsSync) ?? 'chromium',
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
	});

/** What the page notes while it is used. */
interface Noted {
	frames: number[];
	keys: number[];
}

/** In the page: the instant of each frame, and from each key to the frame that follows it. */
const note = (): void => {
	const noted: Noted = { frames: [], keys: [] };
	(globalThis as unknown as { noted: Noted }).noted = noted;
	const tick = (instant: number): void => {
		noted.frames.push(instant);
		requestAnimationFrame(tick);
	};
	requestAnimationFrame(tick);
	addEventListener(
		'keydown',
		({ timeStamp }) =>
			requestAnimationFrame(() => {
				// After the frame is drawn, not before.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => noted.keys.push(performance.now() - timeStamp);
				port2.postMessage(null);
			}),
		true,
	);
};

const take = (page: Page): Promise<Noted> =>
	page.evaluate(() => {
		const { noted } = globalThis as unknown as { noted: Noted };
		return { frames: noted.frames.splice(0), keys: noted.keys.splice(0) };
	});

/** What one gesture was for the page. */
export interface Gesture {
	/** Instant of each frame, ms. */
	readonly frames: readonly number[];
	/** Processor time of the thread of the page, ms: what others do meanwhile is not in it. */
	readonly busy: number;
	/** Frames of 1/60 s that the gesture lasts by its speed. */
	readonly asked: number;
}

/** Turns a wheel over what is in the middle of a box, px. */
export type Wheel = (by: { readonly x?: number; readonly y?: number }) => Promise<Gesture>;

/** The grid of a group's order in a browser, and what is done with it. */
export interface GridPage {
	/** Cells in the page, of all that the grid holds. */
	drawn(): Promise<number>;
	readonly scroll: Wheel;
	/**
	 * Types quantities down a column, one a row, with so many ms between two keys; from each key to the
	 * frame after it, ms.
	 */
	type(quantities: readonly number[], pause: number): Promise<readonly number[]>;
	/** Makes the processor of the page so many times slower. */
	slowDown(times: number): Promise<void>;
}

const VIEWPORT = { width: 1280, height: 900 };

/** Speed of a hand on a wheel, px a second. */
const SPEED = 2_400;

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const wheelOver = async (page: Page, session: CDPSession, box: Box | null): Promise<Wheel> => {
	if (!box) throw new Error('what is scrolled is not in sight');
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const busyNow = async (): Promise<number> => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
	};
	return async ({ x = 0, y = 0 }) => {
		await take(page);
		const before = await busyNow();
		await session.send('Input.synthesizeScrollGesture', {
			x: box.x + box.width / 2,
			y: box.y + Math.min(box.height, 700) / 2,
			...{ xDistance: -x, yDistance: -y, speed: SPEED },
			...{ gestureSourceType: 'mouse', preventFling: true },
		});
		const busy = (await busyNow()) - before;
		const { frames } = await take(page);
		return { frames, busy, asked: (60 * (Math.abs(x) + Math.abs(y))) / SPEED };
	};
};

const openGrid = async (page: Page, session: CDPSession): Promise<GridPage> => {
	const grid = page.getByRole('grid');
	const sheet = grid.locator('xpath=..');
	const cells = sheet.locator('[data-column]');
	return {
		drawn: () => cells.count(),
		scroll: await wheelOver(page, session, await sheet.boundingBox()),
		async type(quantities, pause) {
			const press = async (key: string) => {
				await page.keyboard.press(key);
				if (pause > 0) await page.waitForTimeout(pause);
			};
			await cells.nth(3).click();
			await take(page);
			for (const quantity of quantities) {
				for (const digit of String(quantity)) await press(digit);
				await press('Enter');
			}
			await page.getByText('Up to date').first().waitFor();
			return (await take(page)).keys;
		},
		slowDown: (rate) => session.send('Emulation.setCPUThrottlingRate', { rate }).then(() => {}),
	};
};

/** Enters by a link and opens the order of the group. */
export const openGridPage = async (
	browser: Browser,
	link: string,
	{ gp, livr }: { readonly gp: string; readonly livr: string },
): Promise<GridPage> => {
	const context = await browser.newContext({ locale: 'en-GB', viewport: VIEWPORT });
	const page = await context.newPage();
	await page.addInitScript(note);
	await page.goto(link);
	await page.getByRole('button', { name: /^Yes, without a phrase/ }).click();
	await page.waitForURL(/\/grid\/gc\./);
	await page.goto(`${page.url().replace(/\/$/, '')}/deliveries/${gp}/${livr}/group-order`);
	await page.getByRole('grid').waitFor();
	await page.getByText('Up to date').first().waitFor();
	/* what is brought once for the next visits is brought before */
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	return openGrid(page, await context.newCDPSession(page));
};

/** As many cells written in plain HTML: what the browser itself takes to scroll as much. */
export const openBarePage = async (
	browser: Browser,
	{ consumers, products }: { readonly consumers: number; readonly products: number },
): Promise<Wheel> => {
	const context = await browser.newContext({ viewport: VIEWPORT });
	const page = await context.newPage();
	await page.addInitScript(note);
	await page.goto('about:blank');
	const row = `<tr>${'<td><p>2</p></td>'.repeat(consumers)}</tr>`;
	await page.setContent(
		`<style>div{height:700px;overflow:auto}p{width:64px;height:50px;margin:0}</style><div><table>${row.repeat(products)}</table></div>`,
	);
	const session = await context.newCDPSession(page);
	return wheelOver(page, session, await page.locator('div').boundingBox());
};
