import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalStore } from '@navette/local-store';
import type { BrowserContext, Page } from 'playwright-core';
import { serveBuild } from '../../../apps/web/test/static-server.ts';
import { buildStorePage } from '../../../apps/web/test/store-page/build-store-page.ts';

/** What the page of the device store offers. */
export interface StoreDevice {
	readonly told: readonly (string | undefined)[];
	openBase(): Promise<unknown>;
	closeBase(): Promise<void>;
	store(account: string): Promise<LocalStore>;
	fillThread(account: string, thread: number, count: number, text?: string): Promise<void>;
	firstScreen(
		account: string,
		threads: readonly number[],
	): Promise<{ ms: number; documents: number }>;
}

declare global {
	/** The page of the device store, in the browser. */
	var device: StoreDevice;
}

/** The device store of the app, built, served and alone on its page. */
export const serveStorePage = async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-store-page-'));
	await buildStorePage(folder);
	const server = await serveBuild(folder, (_, response) => response.writeHead(503).end());
	return {
		origin: server.origin,
		async openIn(context: BrowserContext): Promise<Page> {
			const page = await context.newPage();
			await page.goto(server.origin);
			await page.waitForFunction(() => 'device' in globalThis);
			return page;
		},
		async close() {
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};

export type StorePage = Awaited<ReturnType<typeof serveStorePage>>;
