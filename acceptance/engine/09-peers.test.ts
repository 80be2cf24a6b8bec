import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

/**
 * Point 9: Navette beside other engines. A small real run here, beside what needs no installation; the
 * run on all of them is committed with the machine, the versions and the load. No time is asserted.
 */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const main = path.join(root, 'packages/bench/src/main.ts');

interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly versus?: string;
	readonly ratio?: number;
	readonly bar?: string;
	readonly met?: boolean;
}

interface Results {
	readonly machine: Readonly<Record<string, unknown>>;
	readonly versions: Readonly<Record<string, string>>;
	readonly load: { readonly before: readonly number[]; readonly after: readonly number[] };
	readonly results: readonly Figure[];
}

const KINDS = [
	...['push', 'cold sync', 'change → other device, median', 'change → other device, p99'],
	...['change → all clients, median', 'change → all clients, last', 'wire, push'],
	...['wire, cold sync', 'stored by the server', 'server memory after the push'],
	'server memory of a listening client',
];

const figureOf = ({ results }: Results, kind: string, who: RegExp): Figure => {
	const found = results.find(
		(one) => one.name.startsWith(`${kind}: `) && who.test(one.name.slice(kind.length + 2)),
	);
	assert.ok(found, `${kind} of ${who} is measured`);
	assert.ok(Number.isFinite(found.value), found.name);
	return found;
};

const checkShape = ({ machine, load, results }: Results): void => {
	assert.deepEqual(Object.keys(machine).sort(), ['cores', 'cpu', 'memoryGiB', 'system']);
	for (const one of [...load.before, ...load.after]) assert.equal(typeof one, 'number');
	for (const { name, bar, met, ratio, versus } of results) {
		assert.equal(bar === undefined, met === undefined, `${name}: a bar is met or missed`);
		assert.equal(ratio === undefined, versus === undefined, `${name}: a ratio is to something`);
	}
};

test('9. the comparison runs: sealed writer, new device, propagation, listeners, beside a bare floor', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-peers-'));
	try {
		const env = { ...process.env, NAVETTE_BENCH: folder };
		const args = [main, '--peers', 'floor', '--quick'];
		const { stdout } = await run(process.execPath, args, { env, timeout: 300_000 });
		const file = path.join(folder, 'results.json');
		const results: Results = JSON.parse(readFileSync(file, 'utf8'));
		checkShape(results);
		for (const kind of KINDS)
			for (const who of [/^Navette, sealed$/, /^bare floor/]) {
				assert.ok(figureOf(results, kind, who).value >= 0);
				assert.ok(stdout.includes(kind), `${kind} is in the table`);
			}
		assert.equal(figureOf(results, 'push', /^bare floor/).bar, undefined, 'no bar for a baseline');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('9. an engine that does not exist is refused with the list of those that do', async () => {
	const failed = await run(process.execPath, [main, '--peers', 'nothing']).then(
		() => undefined,
		(error: { readonly stderr: string; readonly code: number }) => error,
	);
	assert.equal(failed?.code, 2);
	assert.match(failed?.stderr ?? '', /jazz, evolu, pouchdb/);
});
test('9. the committed run: five engines or more, two of them end to end encrypted, every bar said', () => {
	const text = readFileSync(path.join(root, 'docs/figures/peers.json'), 'utf8');
	const results: Results = JSON.parse(text);
	checkShape(results);
	const pinned = readFileSync(path.join(root, 'packages/bench/peers/versions.json'), 'utf8');
	const all: Readonly<Record<string, { readonly dependencies: Readonly<Record<string, string>> }>> =
		JSON.parse(pinned);
	const engines = ['jazz', 'evolu', 'pouchdb', 'hocuspocus', 'y-websocket', 'rxdb'];
	for (const engine of engines)
		for (const [name, version] of Object.entries(all[engine]?.dependencies ?? {})) {
			assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name} is pinned`);
			assert.equal(results.versions[name], version, `${name} is the one that was measured`);
		}
	assert.match(results.versions.node ?? '', /^v24\./);
	for (const sealed of [/^Jazz/, /^Evolu/]) {
		for (const kind of ['push', 'cold sync'])
			assert.equal(figureOf(results, kind, sealed).bar, '≥ 8 ×');
		for (const kind of ['change → other device, median', 'change → all clients, last'])
			assert.equal(figureOf(results, kind, sealed).bar, '> 1 ×');
	}
	assert.ok(results.results.some(({ name }) => name.startsWith('client package')));
	const page = readFileSync(path.join(root, 'docs/figures/peers.md'), 'utf8');
	for (const one of results.results.filter(({ met }) => met === false))
		assert.ok(page.includes(one.name), `the page says that ${one.name} is missed`);
});
