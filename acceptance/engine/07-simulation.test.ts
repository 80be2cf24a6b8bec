import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
	type OpenStore,
	openMemory,
	openSqliteIn,
	type Plan,
	replayCommand,
	simulate,
} from '@navette/simulation';

/** Point 7: whole systems, everything between them failing, invariants after every event. */
const holds = async (plan: Plan, openStore: OpenStore): Promise<void> => {
	const { failed } = await simulate(plan, openStore);
	const said = failed && `${String(failed.failure)}\n${replayCommand(plan, failed)}`;
	assert.equal(failed, undefined, said);
};

const plan = { steps: 40_000, devices: 4, servers: 2, busLoss: 0, sqlite: false };

test('7. two servers over one store, a fixed seed', () => holds({ ...plan, seed: 1 }, openMemory));

test('7. three servers, eight devices, a seed that nobody chose', async (t) => {
	const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
	t.diagnostic(`seed ${seed}`);
	await holds({ ...plan, seed, devices: 8, servers: 3 }, openMemory);
});

test('7. a bus that loses one message in five', () =>
	holds({ ...plan, seed: 30_000, steps: 20_000, busLoss: 0.2 }, openMemory));

test('7. two servers over SQLite', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-simulation-'));
	try {
		await holds({ ...plan, seed: 5_000, steps: 5_000, sqlite: true }, openSqliteIn(folder));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('7. the command runs a seed and says how far it came', () => {
	const root = path.resolve(import.meta.dirname, '../..');
	const script = path.join(root, 'packages/simulation/src/main.ts');
	const given = [script, '--seed', '7', '--steps', '2000'];
	const done = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
	assert.equal(done.status, 0, done.stdout + done.stderr);
	assert.match(done.stdout, /^seed 7\n1 worlds, \d+ steps, \d+ commits/);
});
