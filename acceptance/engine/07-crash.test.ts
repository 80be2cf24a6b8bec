/** Point 7: a server killed at the n-th write of a scripted day, on SQLite and on PostgreSQL. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { startCluster } from '@navette/storage-postgres/testing';
import { DAY_ORG, runDay } from './support/crash-day.ts';
import { dayEngine, openDayStore } from './support/crash-engine.ts';

/** `NAVETTE_CRASH=all` kills at every moment; else at so many, evenly. */
const isWhole = process.env.NAVETTE_CRASH === 'all';
const SAMPLES = 16;

const folder = mkdtempSync(path.join(tmpdir(), 'navette-crash-'));
const cluster = await startCluster();
after(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Runs the day in a process of its own, killed at a moment (0 = never). */
const runProcess = async (place: string, moment: number) => {
	const script = path.join(import.meta.dirname, 'support/crash-process.ts');
	const child = spawn(process.execPath, [script, place, String(moment)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const said = await text(child.stdout);
	const done = [...said.matchAll(/^done (\d+)$/gm)].map(([, step]) => Number(step));
	return { done, moments: Number(/^moments (\d+)$/m.exec(said)?.[1] ?? 0) };
};

/** Everything that is kept, as text: documents with their versions and tombstones, threads. */
const stateOf = async (place: string) => {
	const store = await openDayStore(place);
	const state = await store.snapshot(DAY_ORG, async (reader) => {
		const rows: unknown[] = [];
		for (const type of ['ACCESS', 'BOX', 'ROOT'])
			for (const { id, version, data, del } of await reader.documentsOfType(type))
				rows.push([type, id, version, del === 0, data && Buffer.from(data).toString('hex')]);
		const threads: unknown[] = [];
		for (const name of ['ALL/', 'SHELF/s0', 'SHELF/s1', 'SHELF/s2', 'ACCESS/']) {
			const thread = await reader.thread(name);
			const changes = thread ? await reader.changes(thread.handle, { after: 0, limit: 1_000 }) : [];
			threads.push([
				name,
				thread?.version,
				thread?.versions,
				changes.map(({ version }) => version),
			]);
		}
		return { rows, threads };
	});
	await store.close();
	return JSON.stringify(state);
};

/** Steps whose answer is remembered: they are done, acknowledged or not. */
const stepsIn = async (place: string): Promise<ReadonlySet<number>> => {
	const store = await openDayStore(place);
	const found = await store.snapshot(DAY_ORG, async (reader) => {
		const steps = new Set<number>();
		for (let step = 0; step < 48; step++)
			if (await reader.answer(`operation-of-step-${step}`)) steps.add(step);
		return steps;
	});
	await store.close();
	return found;
};

/** The rest of the day, all its operations asked again. */
const finish = async (place: string): Promise<void> => {
	const engine = dayEngine(await openDayStore(place));
	await runDay(engine, () => undefined);
	await engine.close();
};

const momentsOf = (last: number): readonly number[] => {
	if (isWhole) return Array.from({ length: last }, (_, at) => at + 1);
	const even = Array.from(
		{ length: SAMPLES },
		(_, at) => 1 + Math.floor((at * (last - 1)) / (SAMPLES - 1)),
	);
	return [...new Set(even)];
};

const PLACES: Readonly<Record<string, () => Promise<string>>> = {
	SQLite: async () => path.join(mkdtempSync(path.join(folder, 'day-')), 'day.sqlite'),
	PostgreSQL: () => cluster.createDatabase(),
};

for (const [name, openPlace] of Object.entries(PLACES))
	test(`7. killed at the n-th write of a day, on ${name}`, { timeout: 900_000 }, async (t) => {
		const calm = await openPlace();
		const { done, moments } = await runProcess(calm, 0);
		assert.equal(done.length, 48);
		const wanted = await stateOf(calm);
		const killed = momentsOf(moments);
		for (const moment of killed) {
			const place = await openPlace();
			const before = await runProcess(place, moment);
			const kept = await stepsIn(place);
			for (const step of before.done)
				assert.ok(kept.has(step), `${moment}: ${step} was acknowledged`);
			assert.ok(kept.size <= before.done.length + 1, `${moment}: one at most was on its way`);
			await finish(place);
			assert.equal(await stateOf(place), wanted, `killed at moment ${moment} of ${moments}`);
		}
		t.diagnostic(`${killed.length} kills over ${moments} moments`);
	});

test('7. the log of SQLite cut anywhere: the database is whole, up to a commit', async () => {
	const calm = await (PLACES.SQLite ?? assert.fail)();
	const engine = dayEngine(await openDayStore(calm));
	await runDay(engine, () => undefined);
	// the log is copied while the store is open: closing it would bring everything into the database
	const log = readFileSync(`${calm}-wal`).length;
	const frames = Math.floor((log - 32) / 4_120);
	const sizes = Array.from(
		{ length: 12 },
		(_, at) => 32 + Math.floor((at * frames) / 11) * 4_120 + 700,
	);
	const counts: number[] = [];
	for (const [at, size] of sizes.entries()) {
		const place = path.join(mkdtempSync(path.join(folder, 'cut-')), 'day.sqlite');
		copyFileSync(calm, place);
		copyFileSync(`${calm}-wal`, `${place}-wal`);
		if (size < log) truncateSync(`${place}-wal`, size);
		const kept = existsSync(place) ? await stepsIn(place) : new Set<number>();
		const steps = [...kept].sort((a, b) => a - b);
		assert.deepEqual(
			steps,
			steps.map((_, n) => n),
			`cut ${at}: what is there is the beginning of the day`,
		);
		await finish(place);
		counts.push(steps.length);
	}
	await engine.close();
	assert.deepEqual(
		counts,
		counts.toSorted((a, b) => a - b),
		'a longer log holds no less',
	);
	assert.equal(counts.at(-1), 48);
});
