import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

/**
 * Point 8: many sockets listening while operations come, beside slow and hostile ones. A miniature of
 * the run by hand, whose figures are in docs/figures/load.json. No time is asserted.
 */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const main = path.join(root, 'packages/bench/src/main.ts');

interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly ratio?: number;
	readonly met?: boolean;
}

const measure = async (...args: readonly string[]): Promise<readonly Figure[]> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-load-'));
	try {
		const env = { ...process.env, NAVETTE_BENCH: folder };
		await run(process.execPath, [main, ...args], { env, timeout: 300_000 });
		const file = path.join(folder, 'results.json');
		return JSON.parse(readFileSync(file, 'utf8')).results;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

const figure = (figures: readonly Figure[], words: RegExp): Figure => {
	const found = figures.find((one) => words.test(one.name));
	assert.ok(found, `${words} is measured`);
	assert.ok(Number.isFinite(found.value), found.name);
	return found;
};

test('8. 1,000 sockets listen to 100 operations a second: no error, nothing lost, memory flat', async () => {
	const figures = await measure('--load', '--sockets', '1000', '--rate', '100', '--seconds', '10');
	assert.equal(figure(figures, /errors/).value, 0);
	/* changes of one thread that share a transaction are told as one notice */
	const heard = figure(figures, /notices heard/).ratio ?? 0;
	assert.ok(heard > 0.8 && heard <= 1, `${heard} of the notices were heard`);
	assert.ok((figure(figures, /server memory, end/).ratio ?? 9) < 1.25, 'memory grows');
	assert.ok(figure(figures, /change → listener, p99$/).value > 0);
});

test('8. sockets that never read, flood, babble, come and go, stay half open, send huge frames, dawdle: the good ones lose nothing', async () => {
	const figures = await measure('--hostile', '--sockets', '200', '--rate', '50', '--seconds', '5');
	assert.equal(figure(figures, /errors of the good ones/).value, 0);
	/* 250 times slower at the median before sockets were read at the pace of their answers */
	const median = figure(figures, /change → listener, median/);
	assert.ok((median.ratio ?? 99) < 20, `${median.ratio} times slower`);
	assert.ok((figure(figures, /server memory/).ratio ?? 9) < 2.5, 'memory grows');
});

test('8. the committed run: 10,000 sockets, 500 operations a second, 5 minutes', () => {
	const file = path.join(root, 'docs/figures/load.json');
	const results = JSON.parse(readFileSync(file, 'utf8'));
	const figures: readonly Figure[] = results.results;
	assert.match(figure(figures, /errors/).name, /^10,000 sockets, 500 operations\/s, 300 s/);
	assert.equal(figure(figures, /errors/).met, true);
	/* said either way: on a machine that others keep busy, collections come late */
	assert.equal(typeof figure(figures, /server memory, end/).met, 'boolean');
	assert.ok(figure(figures, /change → listener, p99$/).value > 0);
	assert.equal(results.load.before.length, 3);
});
