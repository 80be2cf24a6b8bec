import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

/** Point 7: what is measured, and how it is said. No time is asserted: figures are in docs/figures. */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly ratio?: number;
	readonly bar?: string;
	readonly met?: boolean;
}

test('7. the bench measures every figure of the issue on real servers, and writes them with the machine', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-figures-'));
	try {
		const main = path.join(root, 'packages/bench/src/main.ts');
		const env = { ...process.env, NAVETTE_BENCH: folder };
		const { stdout } = await run(process.execPath, [main, '--quick'], { env, timeout: 180_000 });
		const results = JSON.parse(readFileSync(path.join(folder, 'results.json'), 'utf8'));
		assert.deepEqual(Object.keys(results).sort(), [
			'date',
			'load',
			'machine',
			'results',
			'versions',
		]);
		const figures = results.results as readonly Figure[];
		for (const words of [
			/one hot thread/,
			/1,000 threads/,
			/pull of 10 changed of 5,000/,
			/pull of 10 changed of 1,000/,
			/cold pull of 500/,
			/change → other device, median/,
			/change → other device, p99/,
			/bare chain/,
			/one change to 50 sockets/,
			/bare ws broadcast/,
		]) {
			const figure = figures.find((one) => words.test(one.name));
			assert.ok(figure, `${words} is measured`);
			assert.ok(Number.isFinite(figure.value) && figure.value > 0, figure.name);
			assert.ok(stdout.includes(figure.name), `${figure.name} is in the table`);
		}
		const barred = figures.filter((one) => one.bar !== undefined);
		assert.equal(barred.length, 6);
		for (const one of barred) {
			assert.equal(typeof one.met, 'boolean');
			assert.ok(one.ratio !== undefined && one.ratio > 0);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('7. a measure that does not exist is refused with the list of those that do', async () => {
	const main = path.join(root, 'packages/bench/src/main.ts');
	const failed = await run(process.execPath, [main, 'nothing']).then(
		() => undefined,
		(error: { readonly stderr: string; readonly code: number }) => error,
	);
	assert.equal(failed?.code, 2);
	assert.match(failed?.stderr ?? '', /operations, signed, pulls/);
});
