import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Observer, ok } from '@navette/core';
import { createMemoryDocumentStore } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import type { EngineEvent } from './engine-event.ts';
import { createWorld, ROOT, type World } from './testing/world.ts';

/** A stopwatch that advances by one each time it is read. */
const listening = () => {
	const events: EngineEvent[] = [];
	let ticks = 0;
	const observer: Observer<EngineEvent> = {
		time: () => ++ticks,
		note: (event) => void events.push(event),
	};
	return { events, observer };
};

const post = ({ engine }: World, n: string) =>
	engine.run({
		org: 'north',
		caller: ROOT,
		async work(context) {
			await context.write('RIGHTS', { account: n }, []);
			return ok(null);
		},
	});

const storeThatFails = () => {
	const store = createMemoryDocumentStore({ random: createSeededRandom(1) });
	let isBroken = false;
	return {
		break: () => {
			isBroken = true;
		},
		store: {
			...store,
			transaction: ((work) =>
				isBroken
					? Promise.reject(new Error('no disk'))
					: store.transaction(work)) as typeof store.transaction,
		},
	};
};

test('an observer is told of each shared transaction, once, with how many were in it', async () => {
	const { events, observer } = listening();
	const world = await createWorld(undefined, {}, observer);
	await Promise.all(['a', 'b', 'c'].map((n) => post(world, n)));
	const commits = events.filter((event) => event.kind === 'commit');
	assert.equal(commits.length, 1);
	assert.deepEqual(commits[0], { kind: 'commit', operations: 3, work: 1, durable: 1, saved: true });
});

test('a transaction that does not reach the disk is told as such', async () => {
	const { events, observer } = listening();
	const failing = storeThatFails();
	const world = await createWorld(failing.store, {}, observer);
	failing.break();
	const outcome = await post(world, 'a');
	assert.equal(outcome.ok, false);
	assert.deepEqual(
		events.map((event) => event.kind === 'commit' && event.saved),
		[false],
	);
});

test('a pull is told with its documents, a refused one with its code', async () => {
	const { events, observer } = listening();
	const { engine } = await createWorld(undefined, {}, observer);
	await engine.pull('north', ROOT, [], 10);
	await engine.pull('nowhere', ROOT, [], 10);
	const pulls = events.filter((event) => event.kind === 'pull');
	assert.deepEqual(
		pulls.map(({ outcome, documents }) => [outcome, documents]),
		[
			['ok', 0],
			['E-ORG', 0],
		],
	);
});

test('an organisation is described to its operator even when it is closed', async () => {
	const { engine, store } = await createWorld();
	await engine.putOrganisation('north', 'closed', { label: 'North', clockOffset: 5 });
	const about = await engine.describe('north');
	assert.deepEqual(about, {
		ok: true,
		value: { org: 'north', status: 'closed', label: 'North', clockOffset: 5, epoch: store.epoch },
	});
	const none = await engine.describe('nowhere');
	assert.equal(none.ok ? '' : none.error.code, 'E-ORG');
});

test('what an organisation keeps is counted by type, its neighbour left out, up to a limit', async () => {
	const world = await createWorld();
	await Promise.all(Array.from({ length: 700 }, (_, n) => post(world, `account${n}`)));
	const all = await world.engine.sizes('north', 10_000);
	assert.equal(all.isPartial, false);
	assert.deepEqual(
		all.types.map(({ type, documents }) => [type, documents]),
		[['RIGHTS', 700]],
	);
	assert.ok((all.types[0]?.bytes ?? 0) > 700 * 8);
	assert.deepEqual(await world.engine.sizes('south', 10_000), { types: [], isPartial: false });
	assert.equal((await world.engine.sizes('north', 500)).isPartial, true);
});
