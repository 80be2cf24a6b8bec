import assert from 'node:assert/strict';
import { test } from 'node:test';
import { err, failure, ok } from '@navette/core';
import { LEASE_MS } from './do-task.ts';
import { createTaskWorld, ORG } from './testing.ts';

const MINUTE = 60_000;
const texts = (seen: readonly { readonly text: string }[]) => seen.map(({ text }) => text);

test('what an operation records is done after it, and leaves nothing', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	await world.send('hello');
	await world.timers.settle();
	assert.deepEqual(texts(world.seen), ['hello']);
	assert.deepEqual(
		(await world.tasks()).map(({ name }) => name),
		['post.night'],
	);
	await world.runner.close();
});

test('what a refused operation recorded is not done', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	await world.run(async (context) => {
		await context.defer({ name: 'post.mail', input: { text: 'never' } });
		return err(failure('E-RIGHT'));
	});
	await world.timers.pass(MINUTE);
	assert.deepEqual(world.seen, []);
	await world.runner.close();
});

test('a failure is tried again, later and later, then given up; an administrator tries again', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	world.failing('E-BUSY');
	await world.send('hello');
	await world.timers.settle();
	const [task] = await world.tasks();
	assert.equal(task?.lastError?.code, 'E-BUSY');
	assert.equal(task.attempts, 1);
	assert.ok(task.due >= world.clock.now() + 750 && task.due <= world.clock.now() + 1_250);
	await world.timers.pass(MINUTE);
	assert.deepEqual(
		world.seen.map(({ attempt }) => attempt),
		[1, 2, 3, 4],
	);
	assert.equal(new Set(world.seen.map(({ id }) => id)).size, 1, 'receivers can tell a repetition');
	const dead = (await world.tasks()).find((one) => one.dead !== undefined);
	assert.equal(dead?.lastError?.code, 'E-BUSY');
	assert.deepEqual(await world.engine.tasks.counts(ORG, 100), { pending: 1, dead: 1, oldestMs: 0 });
	world.answering(async () => ok(undefined));
	assert.ok((await world.engine.tasks.retry(ORG, dead?.id ?? '')).ok);
	await world.timers.settle();
	assert.equal(world.seen.length, 5);
	assert.equal((await world.engine.tasks.counts(ORG, 100)).dead, 0);
	await world.runner.close();
});

test('a failure that will not pass is given up at once, as is a task that nobody knows', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	world.failing('E-RIGHT');
	await world.send('hello');
	await world.run(async (context) => ok(await context.defer({ name: 'post.none', input: {} })));
	await world.run(async (context) => ok(await context.defer({ name: 'post.mail', input: 7 })));
	await world.timers.settle();
	const dead = (await world.tasks()).filter((one) => one.dead !== undefined);
	assert.deepEqual(dead.map(({ lastError }) => lastError?.code).sort(), [
		'E-INPUT',
		'E-RIGHT',
		'E-TASK-NAME',
	]);
	assert.equal(world.seen.length, 1);
	await world.runner.close();
});

test('what is recorded for later waits for its time, and may be recorded again or taken back', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	const now = world.clock.now();
	await world.send('early', { at: now + MINUTE, id: 'a' });
	await world.send('late', { at: now + 2 * MINUTE, id: 'a' });
	await world.send('never', { at: now + MINUTE, id: 'b' });
	await world.run(async (context) => {
		await context.withdraw('b');
		return ok(null);
	});
	await world.timers.pass(MINUTE + 30_000);
	assert.deepEqual(world.seen, []);
	await world.timers.pass(MINUTE);
	assert.deepEqual(texts(world.seen), ['late']);
	await world.runner.close();
});

test('what is recorded again while it is being done is done once more, afterwards', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	let finish: () => void = () => undefined;
	world.answering(
		({ text }) =>
			new Promise((resolve) => {
				finish = () => resolve(ok(undefined));
				if (text === 'second') finish();
			}),
	);
	await world.send('first', { id: 'a' });
	await world.timers.settle();
	await world.send('second', { id: 'a' });
	await world.timers.settle();
	assert.deepEqual(texts(world.seen), ['first'], 'never two at the same time');
	finish();
	await world.timers.settle();
	assert.deepEqual(texts(world.seen), ['first', 'second']);
	await world.runner.close();
});

test('what was left by a server that died is done by another once its lease is over', async () => {
	const world = await createTaskWorld(2);
	const [first, second] = world.all;
	assert.ok(first && second);
	await world.send('hello');
	const { tasks } = first.engine;
	const [id = ''] = (await tasks.due(ORG, 1)).ids;
	const held = { org: ORG, id, by: 'dead server' };
	const claim = await tasks.claim(held, { ms: LEASE_MS, most: () => 4 });
	assert.equal(claim.kind, 'mine');
	second.runner.start();
	await world.timers.pass(LEASE_MS);
	assert.deepEqual(world.seen, []);
	await world.timers.pass(2 * LEASE_MS);
	assert.deepEqual(
		world.seen.map(({ server, attempt }) => [server, attempt]),
		[[1, 2]],
	);
	const late = await tasks.finish(held, { kind: 'done' });
	assert.equal(late.ok ? 'ok' : late.error.code, 'E-TASK-LOST');
	await second.runner.close();
});

test('a long task keeps its lease by signs of life, and loses it without', async () => {
	const world = await createTaskWorld(2);
	const [first, second] = world.all;
	assert.ok(first && second);
	let finish: () => void = () => undefined;
	world.answering(
		() =>
			new Promise((resolve) => {
				finish = () => resolve(ok(undefined));
			}),
	);
	first.runner.start();
	second.runner.start();
	await world.send('long');
	await world.timers.pass(10 * LEASE_MS);
	assert.equal(world.seen.length, 1);
	finish();
	await world.timers.settle();
	assert.deepEqual(world.outcomes, ['ok']);
	await Promise.all([first.runner.close(), second.runner.close()]);
});

test('what a handler writes last is written once, with the note that it is done', async () => {
	const world = await createTaskWorld();
	let versions = 0;
	world.answering(async () =>
		ok(async (context) => {
			const before = (await context.read<number>('NOTE', { n: 'count' })) ?? 0;
			await context.write('NOTE', { n: 'count' }, before + 1);
			versions++;
			return ok(null);
		}),
	);
	await world.send('hello');
	assert.deepEqual(await world.runner.runDue(), { done: 1, failed: 0 });
	assert.deepEqual(await world.runner.runDue(), { done: 0, failed: 0 });
	assert.equal(versions, 1);
	await world.run(async (context) => {
		assert.equal(await context.read('NOTE', { n: 'count' }), 1);
		return ok(null);
	});
});

test('a last write that is refused is a failure of the task', async () => {
	const world = await createTaskWorld();
	world.answering(async () => ok(() => err(failure('E-RIGHT'))));
	await world.send('hello');
	assert.deepEqual(await world.runner.runDue(), { done: 0, failed: 1 });
	assert.equal((await world.tasks()).find(({ dead }) => dead)?.lastError?.code, 'E-RIGHT');
});

test('what recurs is done each day, again after a failure, and is never given up', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	await world.timers.settle();
	const day = 24 * 60 * MINUTE;
	const isNight = ({ text }: { readonly text: string }) => text === 'night';
	await world.timers.pass(day);
	assert.equal(world.seen.filter(isNight).length, 1);
	world.failing('E-BUSY');
	await world.timers.pass(day);
	assert.equal(world.seen.filter(isNight).length, 3, 'tried twice');
	const [failed] = await world.tasks();
	assert.equal(failed?.lastError?.code, 'E-BUSY');
	assert.equal(failed.attempts, 0);
	assert.equal(failed.dead, undefined);
	world.answering(async () => ok(undefined));
	await world.timers.pass(day);
	const [task] = await world.tasks();
	assert.equal(task?.lastError, undefined);
	assert.equal(new Date(task?.lastDone ?? 0).getUTCHours(), 3);
	assert.equal(new Date(task?.due ?? 0).getUTCHours(), 3);
	await world.runner.close();
});

test('nothing is done in an organisation that is frozen or closed; it is once it is open', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	const settings = { label: 'North', clockOffset: 0 };
	await world.send('hello', { at: world.clock.now() + 1_000 });
	for (const status of ['frozen', 'closed'] as const) {
		await world.engine.putOrganisation(ORG, status, settings);
		await world.timers.pass(2 * MINUTE);
		assert.deepEqual(world.seen, [], status);
	}
	await world.engine.putOrganisation(ORG, 'open', settings);
	await world.timers.pass(2 * MINUTE);
	assert.deepEqual(texts(world.seen), ['hello']);
	await world.runner.close();
});

test('a server that stops waits for its tasks, and leaves what has not ended to another', async () => {
	const world = await createTaskWorld();
	world.runner.start();
	let stopped = false;
	world.answering(async () => {
		await new Promise<void>((resolve) => setImmediate(resolve));
		stopped = true;
		return err(failure('E-STOPPING'));
	});
	await world.send('hello');
	while (world.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
	await world.runner.close();
	assert.ok(stopped);
	const [task] = await world.tasks();
	assert.equal(task?.lease, undefined);
	assert.equal(task?.attempts, 0);
});

test('many tasks are done side by side, each once', async () => {
	const world = await createTaskWorld(3);
	for (const { runner } of world.all) runner.start();
	await Promise.all(Array.from({ length: 200 }, (_, at) => world.send(`m${at}`)));
	while (world.outcomes.length < 200) await world.timers.pass(1_000);
	assert.equal(new Set(texts(world.seen)).size, 200);
	assert.equal(world.seen.length, 200);
	for (const { runner } of world.all) await runner.close();
});

test('a store that cannot be written to is not asked again and again', async () => {
	const world = await createTaskWorld();
	await world.send('hello');
	let asked = 0;
	const { claim } = world.engine.tasks;
	const broken = world.open(1, {
		claim: (...held) => {
			asked++;
			return asked < 1_000 ? Promise.resolve({ kind: 'none' }) : claim(...held);
		},
	});
	broken.runner.start();
	await world.timers.pass(10_000);
	assert.ok(asked > 2 && asked < 20, `asked ${asked} times in ten seconds`);
	await broken.runner.close();
});

test('a handler that does not heed its signal does not keep a server from stopping', async () => {
	const world = await createTaskWorld();
	world.answering(() => new Promise(() => undefined));
	world.runner.start();
	await world.send('stuck');
	await world.timers.settle();
	let isClosed = false;
	const closing = world.runner.close().then(() => {
		isClosed = true;
	});
	await world.timers.settle();
	assert.equal(isClosed, false);
	await world.timers.pass(10_000);
	await closing;
});
