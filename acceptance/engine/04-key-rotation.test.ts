import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { type Log, systemTimers, type Timers } from '@navette/core';
import { keyOfSealed } from '@navette/site-keys';
import { createKeeper, type Keeper } from './support/keeper.ts';
import { prepareShelves, SHELVES_ORG, shelvesApplication } from './support/shelves.ts';

/** Point 4: keys of a real server, rotated and retired by the command line while it serves. */
const repository = path.join(import.meta.dirname, '../..');

/** Time goes faster for what looks every few seconds. */
const hasty: Timers = {
	...systemTimers,
	every: (ms, work) => systemTimers.every(Math.min(ms, 50), work),
};

interface World {
	readonly data: string;
	readonly lines: string[];
	open(): Promise<{ readonly keeper: Keeper; close(): Promise<void> }>;
	/** Runs `navette …`; answers its exit code and what it said. */
	navette(...words: string[]): Promise<{ readonly code: number; readonly said: string }>;
}

const withWorld = async (work: (world: World) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-rotation-'));
	const data = path.join(folder, 'data');
	const lines: string[] = [];
	const note = (event: string, fields?: object) =>
		void lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
	const log: Log = { info: note, warn: note, error: note };
	try {
		await work({
			data,
			lines,
			async open() {
				const started = await serve({
					...{ data, port: 0, log, timers: hasty, applications: [shelvesApplication] },
					prepare: prepareShelves,
					rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
				});
				if (!started.ok) throw new Error(started.error);
				return { keeper: createKeeper(started.value.url), close: started.value.close };
			},
			navette: (...words) =>
				new Promise((resolve) => {
					const env = { ...process.env, NAVETTE_DATA: data, NAVETTE_DEMO: 'off' };
					const given = [path.join(repository, 'apps/cli/src/main.ts'), ...words];
					execFile(process.execPath, given, { env }, (error, out, err) =>
						resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}` }),
					);
				}),
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

const CANARY = 'canary-91c2-in-every-file ';
const bytesOf = (n: string): Uint8Array => Buffer.from(CANARY.repeat(3_000) + n);

const contentsIn = (data: string): readonly string[] =>
	readdirSync(path.join(data, 'files', SHELVES_ORG), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));

/** Waits for something, looking often; the test's own limit ends a wait for nothing. */
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
	while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('4. contents of files show nothing on the disk; one altered or exchanged is refused and reported, alone', () =>
	withWorld(async ({ data, open, lines }) => {
		const { keeper, close } = await open();
		for (const n of ['1', '2', '3'])
			await keeper.put(n, [await keeper.upload(n, 'a.txt', bytesOf(n))]);
		const named = await keeper.named();
		const fidOf = (n: string) => named.get(n)?.[0]?.fid ?? assert.fail();
		const fileOf = (n: string) =>
			contentsIn(data).find((file) => file.endsWith(fidOf(n))) ?? assert.fail();
		for (const file of contentsIn(data)) assert.ok(!readFileSync(file).includes('canary'));
		const altered = readFileSync(fileOf('1'));
		altered[70] = (altered[70] ?? 0) ^ 1;
		writeFileSync(fileOf('1'), altered);
		writeFileSync(fileOf('2'), readFileSync(fileOf('3')));
		const codeOf = async (n: string) => {
			const answer = await keeper.read(n, fidOf(n));
			return answer.ok ? Buffer.from(await answer.arrayBuffer()) : (await answer.json()).error.code;
		};
		assert.equal(await codeOf('1'), 'E-DAMAGED');
		assert.equal(await codeOf('2'), 'E-DAMAGED');
		assert.deepEqual(await codeOf('3'), Buffer.from(bytesOf('3')));
		const part = await keeper.read('3', fidOf('3'), { range: 'bytes=70000-70024' });
		assert.equal(await part.text(), Buffer.from(bytesOf('3').subarray(70_000, 70_025)).toString());
		assert.equal(lines.filter((line) => line.startsWith('row-damaged')).length, 2);
		assert.ok(!lines.join().includes('canary'));
		await close();
	}));

test('4. keys are added, rotated and retired by commands while it serves, and everything is still read', () =>
	withWorld(async ({ data, open, navette, lines }) => {
		const server = await open();
		const { keeper } = server;
		for (let n = 0; n < 20; n++)
			await keeper.put(`a${n}`, [await keeper.upload(`a${n}`, 'a.txt', bytesOf(`a${n}`))]);
		assert.equal((await navette('key', 'add')).code, 0);
		assert.match((await navette('key', 'list')).said, /data +2 +opens; seals once rotated/);
		assert.match((await navette('key', 'retire', 'data', '1')).said, /still needed|seals: rotate/);
		for (const purpose of ['data', 'files'])
			assert.equal((await navette('key', 'rotate', purpose)).code, 0);
		const isResealed = () => lines.some((line) => line.startsWith('reseal-done'));
		const writing = (async () => {
			for (let n = 0; n < 20; n++)
				await keeper.put(`b${n}`, [await keeper.upload(`b${n}`, 'b.txt', bytesOf(`b${n}`))]);
		})();
		await until(isResealed);
		await writing;
		const keysOfFiles = () =>
			new Set(contentsIn(data).map((file) => keyOfSealed(readFileSync(file))));
		await until(async () => {
			const checked = JSON.parse((await navette('key', 'check', '--json')).said) as {
				data: Record<string, number>;
			};
			return !('1' in checked.data) && !keysOfFiles().has(1);
		});
		assert.deepEqual([...keysOfFiles()], [2]);
		const gone = await navette('key', 'retire', 'data', '1');
		assert.equal(gone.code, 0, gone.said);
		assert.match((await navette('key', 'retire', 'files', '1')).said, /SHELF cannot be looked at/);
		assert.match((await navette('key', 'retire', 'pin', '1')).said, /--force/);
		await until(() => lines.filter((line) => line.startsWith('site-keys-read')).length >= 4);
		await server.close();
		const again = await open();
		const named = await again.keeper.named();
		assert.equal(named.size, 40);
		for (const [n, [file]] of named) {
			const answer = await again.keeper.read(n, file?.fid ?? '');
			assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytesOf(n)));
		}
		await again.close();
		const rows = new DatabaseSync(path.join(data, 'navette.sqlite'), { readOnly: true });
		const sealed = rows.prepare('SELECT data FROM document WHERE data NOT NULL').all();
		for (const { data: value } of sealed) assert.equal(keyOfSealed(value as Uint8Array), 2);
		rows.close();
	}));

test('4. a rotation made while no server ran is carried out by a command, or by the next start', () =>
	withWorld(async ({ data, open, navette, lines }) => {
		const server = await open();
		for (let n = 0; n < 5; n++)
			await server.keeper.put(`a${n}`, [await server.keeper.upload(`a${n}`, 'a', bytesOf('a'))]);
		await server.close();
		assert.equal((await navette('key', 'rotate')).code, 0);
		const resealed = await navette('key', 'reseal');
		assert.match(resealed.said, /rows and 0 files were sealed again[\s\S]*cannot be/);
		assert.equal((await navette('key', 'rotate', 'files')).code, 0);
		const again = await open();
		await until(() => lines.some((line) => line.startsWith('reseal-done')));
		await again.close();
		assert.deepEqual(
			new Set(contentsIn(data).map((file) => keyOfSealed(readFileSync(file)))),
			new Set([2]),
		);
		const checked = await navette('key', 'check');
		assert.match(checked.said, /data key 1: 0 values, may retire/);
		assert.match(checked.said, /data key 2: \d+ values, seals/);
	}));

test('4. the command finds rows that were altered, and says which', () =>
	withWorld(async ({ data, open, navette }) => {
		const server = await open();
		for (const n of ['1', '2']) await server.keeper.put(n, []);
		await server.close();
		const database = new DatabaseSync(path.join(data, 'navette.sqlite'));
		database.exec("UPDATE document SET data = zeroblob(60) WHERE id = '2'");
		database.close();
		const checked = await navette('key', 'check');
		assert.equal(checked.code, 1);
		assert.match(checked.said, /✖ shelves: SHELF 2 cannot be opened/);
		assert.match(checked.said, /1 altered, moved/);
	}));
