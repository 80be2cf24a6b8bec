/** Draws the PNG icons from `public/icon.svg` with Chromium. Run by hand when the drawing changes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../public');
const drawing = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
/** A mask may cut all but the middle: square ground, drawing at four fifths. */
const maskable = drawing.replace('rx="112"', 'rx="0"').replace('scale(12.6)', 'scale(9.8)');

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu'],
});
const draw = async (name: string, svg: string, size: number) => {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`);
	await page.screenshot({ path: path.join(folder, name), omitBackground: true });
	await page.close();
};
await draw('icon-192.png', drawing, 192);
await draw('icon-512.png', drawing, 512);
await draw('icon-maskable-512.png', maskable, 512);
await browser.close();
