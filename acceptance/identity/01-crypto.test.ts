import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { openBrowser, watchedPage } from '../../apps/web/test/watched-page.ts';

/** Point 1: the same bytes in Node (the unit tests) and in a real browser, in 49 kB. */
const support = path.resolve(import.meta.dirname, 'support');
const BUDGET = 49_000;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

type Built = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

const outputOf = async (root: string, input: string): Promise<Built> => {
	const built = await build({
		root,
		...{ configFile: false, logLevel: 'error' },
		build: {
			...{ write: false, target: 'es2023', modulePreload: { polyfill: false } },
			rollupOptions: { input, preserveEntrySignatures: 'strict' },
		},
	});
	const [first] = Array.isArray(built) ? built : [built];
	assert.ok(first && 'output' in first);
	return first.output;
};

const serve = (files: Built): Promise<Server> => {
	const server = createServer((request, response) => {
		const name = (request.url ?? '/').slice(1) || 'index.html';
		const file = files.find(({ fileName }) => fileName === name);
		const type = name.endsWith('.html') ? 'text/html' : 'text/javascript';
		response.writeHead(file ? 200 : 404, {
			...{ 'content-type': type, 'content-security-policy': POLICY },
		});
		response.end(file?.type === 'chunk' ? file.code : file?.source);
	});
	return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
};

let browser: Browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser.close());

test('1. crypto: known answers and frozen vectors in a real browser, under a strict policy', {
	timeout: 120_000,
}, async (t) => {
	const root = path.join(support, 'crypto-page');
	const server = await serve(await outputOf(root, path.join(root, 'index.html')));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	try {
		const [page, faults] = await watchedPage(await browser.newContext(), origin);
		await page.goto(origin);
		const outcome: { wrong: string[]; sealMs: number } = await page.evaluate(
			() => (globalThis as unknown as { outcome: Promise<never> }).outcome,
		);
		t.diagnostic(`one sealTo: ${outcome.sealMs.toFixed(1)} ms`);
		assert.deepEqual(outcome.wrong, []);
		assert.deepEqual(
			faults.list.filter((fault) => !fault.includes('favicon')),
			[],
		);
		await page.context().close();
	} finally {
		server.close();
		server.closeAllConnections();
	}
});

test('1. crypto: what the app loads before anything is typed is below 49 kB compressed', async (t) => {
	const output = await outputOf(support, path.join(support, 'first-load-page.ts'));
	const chunks = output.filter((file) => file.type === 'chunk');
	const sizes = new Map(
		chunks.map(({ fileName, code }) => [fileName, gzipSync(code, { level: 9 }).length]),
	);
	const first = new Set<string>();
	const take = (name: string): void => {
		if (first.has(name)) return;
		first.add(name);
		for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) take(next);
	};
	for (const chunk of chunks) if (chunk.isEntry) take(chunk.fileName);
	const total = [...first].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
	for (const [name, size] of sizes)
		t.diagnostic(`${first.has(name) ? 'first' : 'later'} ${name}: ${size}`);
	t.diagnostic(`first load: ${total} bytes`);
	assert.ok(total > 10_000 && total < BUDGET, `${total} bytes`);
});
