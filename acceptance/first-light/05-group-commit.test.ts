import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { err, failure, ok, silentLog, systemClock, systemRandom } from '@navette/core';
import { createEngine } from '@navette/engine';
import { createService } from '@navette/server';
import { createMemoryNoticeBus, type DocumentStore } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { BOX_TOKEN, boxesApplication, prepareBoxes } from './support/boxes.ts';

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-commit-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

/** A store that counts transactions, and lets the test say when the disk has one. */
const watched = (store: DocumentStore) => {
	const seen = { transactions: 0, hold: Promise.resolve() };
	const transaction: DocumentStore['transaction'] = async (work) => {
		seen.transactions++;
		const result = await store.transaction(work);
		await seen.hold;
		return result;
	};
	return { seen, store: { ...store, transaction } };
};

const openEngine = async (folder: string) => {
	const inner = await createSqliteDocumentStore({
		path: path.join(folder, 'navette.sqlite'),
		random: systemRandom,
	});
	const { seen, store } = watched(inner);
	const service = createService([boxesApplication]);
	const engine = createEngine({
		store,
		bus: createMemoryNoticeBus(),
		catalogue: service.catalogue,
		policy: service.policy,
		clock: systemClock,
		random: systemRandom,
		log: silentLog,
		soon: setImmediate,
	});
	await prepareBoxes(engine);
	return { engine, seen };
};

const put = (engine: Awaited<ReturnType<typeof openEngine>>['engine'], n: string, fate = 'done') =>
	engine.run({
		org: 'boxes',
		caller: () => ({ id: 'packer', rights: [] }),
		async work(context) {
			await context.write('BOX', { n }, 1);
			if (fate === 'throws') throw new Error('a defect');
			return fate === 'refused' ? err(failure('E-RIGHT')) : ok(n);
		},
	});

test('5. many operations share one durable transaction; a failing one is undone alone', () =>
	withFolder(async (folder) => {
		const { engine, seen } = await openEngine(folder);
		const before = seen.transactions;
		const fates = Array.from({ length: 200 }, (_, n) =>
			n % 50 === 7 ? 'refused' : n % 50 === 13 ? 'throws' : 'done',
		);
		const outcomes = await Promise.all(fates.map((fate, n) => put(engine, String(n), fate)));
		assert.ok(
			seen.transactions - before <= 2,
			`${seen.transactions - before} transactions for 200`,
		);
		assert.deepEqual(
			outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.error.code)),
			fates.map((fate) => ({ done: 'done', refused: 'E-RIGHT', throws: 'E-DEFECT' })[fate]),
		);
		const caller = () => ({ id: 'packer', rights: [] });
		const boxes = await engine.read('boxes', caller, async (source) =>
			ok(await source.list('BOX')),
		);
		assert.equal(boxes.ok && boxes.value.length, fates.filter((fate) => fate === 'done').length);
		await engine.close();
	}));

test('5. nobody is answered before the commit is on the disk', () =>
	withFolder(async (folder) => {
		const { engine, seen } = await openEngine(folder);
		let release = (): void => undefined;
		seen.hold = new Promise((resolve) => {
			release = resolve;
		});
		let answered = 0;
		const all = ['1', '2', '3'].map((n) => put(engine, n).then(() => answered++));
		for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
		assert.equal(answered, 0);
		release();
		await Promise.all(all);
		assert.equal(answered, 3);
		await engine.close();
	}));

test('5. the database is in WAL mode and every commit is synchronous', () =>
	withFolder(async (folder) => {
		const { engine } = await openEngine(folder);
		const database = new DatabaseSync(path.join(folder, 'navette.sqlite'));
		assert.deepEqual({ ...database.prepare('PRAGMA journal_mode').get() }, { journal_mode: 'wal' });
		database.close();
		await engine.close();
	}));

const startBoxes = (folder: string): Promise<{ child: ChildProcess; url: string }> =>
	new Promise((resolve, reject) => {
		const child = fork(path.join(import.meta.dirname, 'support/boxes-process.ts'), [folder], {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
		child.once('message', (url) => resolve({ child, url: String(url) }));
		child.once('exit', () => reject(new Error('the server ended before it was ready')));
	});

const post = (url: string, route: string, body: unknown, id: string): Promise<Response> =>
	fetch(`${url}/api/boxes/${route}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${BOX_TOKEN}`,
			'content-type': 'application/json',
			'operation-id': id,
		},
		body: JSON.stringify(body),
	});

interface Answer {
	readonly n: string;
	readonly id: string;
	readonly acknowledged: boolean;
}

/** Writes as fast as it can until the server is gone; `acknowledged` is told of each success. */
const writeUntilKilled = async (
	url: string,
	name: string,
	acknowledged: () => void,
): Promise<readonly Answer[]> => {
	const answers: Answer[] = [];
	for (let n = 0; n < 10_000; n++) {
		const one = { n: `${name}-${n}`, id: randomBytes(16).toString('base64url') };
		const status = await post(url, 'call/BoxPut', { n: one.n }, one.id).then(
			(response) => response.status,
			() => 0,
		);
		answers.push({ ...one, acknowledged: status === 200 });
		if (status === 200) acknowledged();
		if (status === 0) break;
	}
	return answers;
};

test('5. a server killed at any instant keeps what it acknowledged; a retry does it once', () =>
	withFolder(async (folder) => {
		for (let round = 0; round < 5; round++) {
			const { child, url } = await startBoxes(folder);
			const first = Promise.withResolvers<void>();
			const writers = Array.from({ length: 8 }, (_, w) =>
				writeUntilKilled(url, `${round}-${w}`, first.resolve),
			);
			void first.promise.then(() => setTimeout(() => child.kill('SIGKILL'), 10 + round * 37));
			const answers = (await Promise.all(writers)).flat();
			assert.ok(
				answers.some((one) => one.acknowledged),
				'something was acknowledged before the kill',
			);
			const again = await startBoxes(folder);
			for (const one of answers) {
				const retried = await post(again.url, 'call/BoxPut', { n: one.n }, one.id);
				assert.equal(retried.status, 200);
			}
			const opened = await post(again.url, 'open', { paths: ['BOXES/'] }, '');
			const { threads } = (await opened.json()) as { threads: { reference: string }[] };
			const reference = threads[0]?.reference;
			const counts = new Map<string, number>();
			for (let since = 0, more = true; more; ) {
				const pulled = await post(again.url, 'pull', { threads: [{ reference, since }] }, '');
				const [page] = ((await pulled.json()) as { threads: Page[] }).threads;
				for (const document of page?.documents ?? []) counts.set(document.id, document.data);
				since = page?.upTo ?? 0;
				more = page?.more ?? false;
			}
			for (const one of answers)
				assert.equal(counts.get(one.n), 1, `${one.n} was done exactly once`);
			again.child.kill('SIGKILL');
			await new Promise((resolve) => again.child.once('exit', resolve));
		}
	}));

interface Page {
	readonly upTo: number;
	readonly more: boolean;
	readonly documents: readonly { readonly id: string; readonly data: number }[];
}
