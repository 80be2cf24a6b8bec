import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createStaticFiles } from './static-files.ts';

test('pages are served with the policy, hashed files for ever, absent files not at all', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-static-'));
	try {
		mkdirSync(path.join(folder, 'assets'));
		writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Navette</title>');
		writeFileSync(path.join(folder, 'assets', 'a-1.js'), '1');
		const files = createStaticFiles(folder);
		const get = (name: string) => files.request(name);
		for (const name of ['/', '/demo/co.dupleix.3', '/index.html']) {
			const page = await get(name);
			assert.equal(page.status, 200, name);
			assert.match(await page.text(), /Navette/);
			const policy = page.headers.get('content-security-policy') ?? '';
			assert.match(policy, /default-src 'none'/);
			assert.doesNotMatch(policy, /unsafe|data:|\*/);
			assert.equal(page.headers.get('cache-control'), 'no-cache');
		}
		assert.match((await get('/assets/a-1.js')).headers.get('cache-control') ?? '', /immutable/);
		writeFileSync(path.join(folder, 'assets', 'a-1.js.br'), 'brotli');
		const asking = (encodings: string) =>
			files.request('/assets/a-1.js', { headers: { 'accept-encoding': encodings } });
		const compressed = await asking('gzip, deflate, br');
		assert.deepEqual(
			['content-encoding', 'vary', 'content-type'].map((name) => compressed.headers.get(name)),
			['br', 'Accept-Encoding', 'text/javascript; charset=utf-8'],
		);
		assert.equal(await compressed.text(), 'brotli');
		const plain = await asking('identity');
		assert.deepEqual([plain.headers.get('content-encoding'), await plain.text()], [null, '1']);
		const gone = await get('/assets/a-0.js');
		assert.equal(gone.status, 404);
		assert.equal(gone.headers.get('cache-control'), 'no-cache');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
