import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, systemRandom } from '@navette/core';
import { SITE } from '@navette/engine';
import { taskInvariants } from '@navette/engine/conformance';
import { startCluster } from '@navette/storage-postgres/testing';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createTestClock } from '@navette/testkit';
import { startNavette } from '../first-light/support/navette.ts';
import { openPost, openStoreAt, POST_ORG, writeLetters } from './support/post.ts';

/** Point 5: effects and tasks, on real stores, with servers that are killed. */
const cluster = await startCluster();
const folder = mkdtempSync(path.join(tmpdir(), 'navette-tasks-'));
after(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});

let stores = 0;
taskInvariants(
	'5. SQLite',
	() =>
		createSqliteDocumentStore({
			path: path.join(folder, `store-${stores++}.sqlite`),
			random: systemRandom,
		}),
	20,
);
taskInvariants('5. PostgreSQL', async () => openStoreAt(await cluster.createSchema()), 12);

interface Line {
	readonly at: number;
	readonly by: string;
	readonly what: string;
	readonly id: string;
}

const readLog = (log: string): readonly Line[] =>
	readFileSync(log, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [at = '', by = '', what = '', id = ''] = line.split(' ');
			return { at: Number(at), by, what, id };
		});

const startPost = async (address: string, log: string): Promise<ChildProcess> => {
	const child = fork(path.join(import.meta.dirname, 'support/post-process.ts'), [address, log], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	await once(child, 'message');
	return child;
};

const kill = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGKILL');
	await once(child, 'exit');
};

/** Times at which one server was sending one letter; a killed one until it was killed. */
const spansOf = (lines: readonly Line[], killed: ReadonlyMap<string, number>) =>
	lines
		.filter(({ what }) => what === 'begin')
		.map((begin) => {
			const end = lines.find(
				({ what, id, by, at }) =>
					what === 'end' && id === begin.id && by === begin.by && at >= begin.at,
			);
			return { ...begin, until: end?.at ?? killed.get(begin.by) ?? Number.POSITIVE_INFINITY };
		});

const checkLog = (
	lines: readonly Line[],
	killed: ReadonlyMap<string, number>,
	ids: readonly string[],
): number => {
	const spans = spansOf(lines, killed);
	for (const id of ids) {
		const own = spans.filter((span) => span.id === id).sort((a, b) => a.at - b.at);
		assert.ok(
			own.some(({ until }) => Number.isFinite(until)),
			`${id} was never sent`,
		);
		for (const [at, span] of own.entries()) {
			const next = own[at + 1];
			assert.ok(!next || next.at >= span.until, `${id} was sent by two at a time`);
		}
	}
	return spans.length - ids.length;
};

/** Resolves once nothing waits any more. */
const drained = async (address: string): Promise<void> => {
	const store = await openStoreAt(address);
	const { engine } = await openPost(store, async () => undefined);
	for (let left = 1; left > 0; ) {
		left = (await engine.tasks.list(POST_ORG, 1_000)).length;
		if (left > 0) await wait(100);
	}
	await engine.close();
};

const LETTERS = Array.from({ length: 120 }, (_, at) => `letter-${at}`);

/** Records letters, then lets servers send them, several at once, and kills all but the last. */
const sendUnderFire = async (address: string, name: string, abreast: number): Promise<number> => {
	const log = path.join(folder, `${name}.log`);
	writeFileSync(log, '');
	const store = await openStoreAt(address);
	const { engine } = await openPost(store, async () => undefined);
	await engine.putOrganisation(POST_ORG, 'open', { label: 'Post', clockOffset: 0 });
	await writeLetters(engine, LETTERS);
	await engine.close();
	const killed = new Map<string, number>();
	for (let round = 0; round < 3; round++) {
		const children = await Promise.all(
			Array.from({ length: abreast }, () => startPost(address, log)),
		);
		await wait(30 + round * 35);
		for (const child of children) {
			await kill(child);
			killed.set(String(child.pid), Date.now());
		}
	}
	const last = await startPost(address, log);
	await drained(address);
	await kill(last);
	return checkLog(readLog(log), killed, LETTERS);
};

/** How often each letter was noted as sent, in the organisation. */
const notedIn = async (address: string): Promise<readonly number[]> => {
	const store = await openStoreAt(address);
	const { engine } = await openPost(store, async () => undefined);
	const noted = await engine.read(
		POST_ORG,
		() => ({ id: 'mia', rights: [] }),
		async (source) => ok((await source.list<number>('SENT')).map(({ data }) => data)),
	);
	await engine.close();
	assert.ok(noted.ok);
	return noted.value;
};

test('5. servers killed while they send on SQLite: each letter sent, never by two at a time', async (t) => {
	const address = path.join(folder, 'post.sqlite');
	const repeated = await sendUnderFire(address, 'sqlite', 1);
	t.diagnostic(`${repeated} letters were begun once more after a kill`);
	assert.deepEqual(
		await notedIn(address),
		LETTERS.map(() => 1),
		'what a task writes last is written once',
	);
});

test('5. three servers at once on PostgreSQL, killed while they send: the same', async (t) => {
	const address = await cluster.createDatabase();
	const repeated = await sendUnderFire(address, 'postgres', 3);
	t.diagnostic(`${repeated} letters were begun once more after a kill`);
	assert.deepEqual(
		await notedIn(address),
		LETTERS.map(() => 1),
	);
});

test('5. a call from elsewhere does what is due; without the token nobody may', async () => {
	const clock = createTestClock(Date.now());
	const token = 'a-token-of-the-clock-elsewhere-0123456789';
	const navette = await startNavette({ clock, tasks: { hour: 2, token } });
	try {
		const ask = (shown: string) =>
			fetch(`${navette.url}/tasks/run`, {
				method: 'POST',
				headers: { authorization: `Bearer ${shown}` },
			});
		assert.equal((await ask('x'.repeat(40))).status, 401);
		assert.equal((await fetch(`${navette.url}/tasks/run`)).status, 405);
		const early = (await (await ask(token)).json()) as { done: number };
		assert.equal(early.done, 0, 'what recurs is recorded, and its time has not come');
		clock.advance(26 * 3_600_000);
		const answer = await ask(token);
		assert.equal(answer.status, 200);
		const report = (await answer.json()) as { done: number; failed: number; isComplete: boolean };
		assert.deepEqual({ ...report, done: 0 }, { done: 0, failed: 0, isComplete: true });
		await navette.tasks.idle();
		for (const org of ['demo', SITE])
			for (const { name, lastDone, due } of await navette.engine.tasks.list(org, 99))
				assert.ok(lastDone !== undefined || due > clock.now(), `${name} of ${org} was done`);
	} finally {
		await navette.close();
	}
	const closed = await startNavette();
	const refused = await fetch(`${closed.url}/tasks/run`, { method: 'POST' });
	await closed.close();
	/* an address of pages, which take no such method */
	assert.equal(refused.status, 405);
});
