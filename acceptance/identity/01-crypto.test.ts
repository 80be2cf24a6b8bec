import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { openBrowser, watchedPage } from '../../apps/web/test/watched-page.ts';
import { openFirefox } from './support/firefox.ts';

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

/** What the page found wrong, and how long one sealing took there. */
interface Outcome {
	readonly wrong: readonly string[];
	readonly sealMs: number;
}

const readOutcome = (): Promise<Outcome> =>
	(globalThis as unknown as { outcome: Promise<Outcome> }).outcome;

let server: Server;
let origin: string;
before(async () => {
	const root = path.join(support, 'crypto-page');
	server = await serve(await outputOf(root, path.join(root, 'index.html')));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
	server.close();
	server.closeAllConnections();
});

test('1. crypto: known answers and frozen vectors in Chromium, under a strict policy', {
	timeout: 300_000,
}, async (t) => {
	const browser = await openBrowser();
	try {
		const [page, faults] = await watchedPage(await browser.newContext(), origin);
		await page.goto(origin);
		const { wrong, sealMs } = await page.evaluate(readOutcome);
		t.diagnostic(`one sealTo: ${sealMs.toFixed(1)} ms`);
		assert.deepEqual(wrong, []);
		assert.deepEqual(faults.list, []);
	} finally {
		await browser.close();
	}
});

test('1. crypto: the same in Firefox', { timeout: 300_000 }, async (t) => {
	const firefox = await openFirefox('127.0.0.1:9');
	try {
		const page = await firefox.newPage();
		await page.goto(origin);
		const { wrong, sealMs } = await page.evaluate(readOutcome);
		t.diagnostic(`${await firefox.version()}: one sealTo: ${sealMs.toFixed(1)} ms`);
		assert.deepEqual(wrong, []);
	} finally {
		await firefox.close();
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
