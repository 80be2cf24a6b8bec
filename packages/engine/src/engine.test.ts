import assert from 'node:assert/strict';
import { test } from 'node:test';
import { err, type Failure, failure, ok } from '@navette/core';
import type { Key } from '@navette/model';
import type { OperationContext } from './operation-context.ts';
import { callerWith, createWorld, ROOT, type World } from './testing/world.ts';

const member = callerWith({ id: 'mia', rights: [{ usage: 'MEM', subject: 'b1', power: 1 }] });
const guest = callerWith({ id: 'gus', rights: [{ usage: 'GUEST', subject: 'b1', power: 1 }] });

const run = async (
	world: World,
	work: (context: OperationContext) => Promise<void>,
	id?: string,
	org = 'north',
) =>
	world.engine.run({
		org,
		caller: ROOT,
		...(id ? { identity: { operation: id, fingerprintFor: () => new Uint8Array(16) } } : {}),
		work: async (context) => {
			await work(context);
			return ok('done');
		},
	});

const note = (owner: string, n: string): Key => ({ board: 'b1', owner, n });

const open = async (world: World, path: string, caller = member) => {
	const opened = await world.engine.open('north', caller, [path]);
	assert.ok(opened.ok);
	const outcome = opened.value.threads[0]?.outcome;
	return outcome?.ok ? outcome.value : outcome?.error.code;
};

const pull = async (
	world: World,
	reference: string,
	since: number,
	caller = member,
	limit = 100,
) => {
	const pulled = await world.engine.pull('north', caller, [{ reference, since }], limit);
	assert.ok(pulled.ok);
	const outcome = pulled.value.threads[0]?.outcome;
	assert.ok(outcome);
	return outcome;
};

test('a transaction gives one version to its documents and to each of their threads', async () => {
	const world = await createWorld();
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '1' }, {}));
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '2' }, {}));
	const done = await run(world, async (c) => {
		await c.write('NOTE', note('ana', '1'), { text: 'x' });
		await c.write('ITEM', { board: 'b2', n: '1' }, {});
	});
	assert.ok(done.ok);
	const versions = done.value.commit.threads.map((t) => [t.path, t.from, t.version]);
	assert.deepEqual(versions, [
		['ALL/', 0, 3],
		['BOARD/b1', 2, 3],
		['BOARD/b2', 0, 3],
		['OWNER/ana', 0, 3],
	]);
});

test('a refused operation leaves nothing, and its neighbours in the transaction stay', async () => {
	const world = await createWorld();
	const outcomes = await Promise.all([
		run(world, (c) => c.write('ITEM', { board: 'b1', n: '1' }, {})),
		world.engine.run({
			org: 'north',
			caller: ROOT,
			work: async (c) => {
				await c.write('ITEM', { board: 'b1', n: '2' }, {});
				return err(failure('E-RIGHT'));
			},
		}),
		world.engine.run({
			org: 'north',
			caller: ROOT,
			work: async (c) => {
				await c.write('ITEM', { board: 'b1', n: '3' }, {});
				throw new Error('defect');
			},
		}),
		run(world, (c) => c.write('ITEM', { board: 'b1', n: '4' }, {})),
	]);
	assert.deepEqual(
		outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.error.code)),
		['done', 'E-RIGHT', 'E-DEFECT', 'done'],
	);
	const read = await world.engine.read('north', ROOT, async (source) =>
		ok((await source.list('ITEM')).map((item) => item.key.n)),
	);
	assert.deepEqual(read.ok && read.value, ['1', '4']);
});

test('a repeated operation id gets the same answer and does it once', async () => {
	const world = await createWorld();
	const add = async (c: OperationContext) => {
		const counter = (await c.read<number>('GATE', { board: 'b9' })) ?? 0;
		await c.write('GATE', { board: 'b9' }, counter + 1);
	};
	await Promise.all([run(world, add, 'same'), run(world, add, 'same')]);
	const again = await run(world, add, 'same');
	assert.ok(again.ok && again.value.repeated && again.value.result === 'done');
	const read = await world.engine.read('north', ROOT, async (s) =>
		ok(await s.read('GATE', { board: 'b9' })),
	);
	assert.deepEqual(read, ok(1));
	const other = await world.engine.run({
		org: 'north',
		caller: ROOT,
		identity: { operation: 'same', fingerprintFor: () => new Uint8Array(16).fill(1) },
		work: () => ok('other'),
	});
	assert.equal(!other.ok && other.error.code, 'E-REUSED');
	const elsewhere = await run(world, add, 'same', 'south');
	assert.ok(elsewhere.ok && !elsewhere.value.repeated);
});

test('a refusal that is the last word is remembered: a copy that arrives later is answered the same', async () => {
	const world = await createWorld();
	const identity = (operation: string) => ({
		operation,
		fingerprintFor: () => new Uint8Array(16),
		isLast: ({ code }: Failure) => code !== 'E-BUSY',
	});
	const attempt = (operation: string, refusal?: Failure) =>
		world.engine.run({
			org: 'north',
			caller: ROOT,
			identity: identity(operation),
			async work(context) {
				await context.write('GATE', { board: operation }, 1);
				return refusal ? err(refusal) : ok(1);
			},
		});
	const refusal = failure('E-RIGHT', { of: 'gate' });
	assert.deepEqual(await attempt('over', refusal), err(refusal));
	assert.deepEqual(await attempt('over'), err(refusal));
	assert.deepEqual(await attempt('late', failure('E-BUSY')), err(failure('E-BUSY')));
	assert.equal((await attempt('late')).ok, true);
	const gates = await world.engine.read('north', ROOT, async (s) =>
		ok([await s.read('GATE', { board: 'over' }), await s.read('GATE', { board: 'late' })]),
	);
	assert.deepEqual(gates, ok([undefined, 1]));
	const maintained = await world.engine.maintain('north');
	assert.equal(maintained.ok && maintained.value.answers, 0);
	world.clock.advance(32 * 86_400_000);
	const later = await world.engine.maintain('north');
	assert.equal(later.ok && later.value.answers, 2);
});

test('a refusal is not remembered where nobody said that it is the last word', async () => {
	const world = await createWorld();
	const identity = { operation: 'later', fingerprintFor: () => new Uint8Array(16) };
	const attempt = (allowed: boolean) =>
		world.engine.run({
			org: 'north',
			caller: ROOT,
			identity,
			work: () => (allowed ? ok(1) : err(failure('E-RIGHT'))),
		});
	assert.equal((await attempt(false)).ok, false);
	assert.equal((await attempt(true)).ok, true);
});

test('an operation reads its own writes, by key and by grouping', async () => {
	const world = await createWorld();
	await run(world, (c) => c.write('NOTE', note('ana', '1'), { text: 'old' }));
	await run(world, async (c) => {
		await c.write('NOTE', note('ana', '2'), { text: 'new' });
		await c.remove('NOTE', note('ana', '1'));
		assert.equal(await c.read('NOTE', note('ana', '1')), undefined);
		assert.deepEqual(await c.read('NOTE', note('ana', '2')), { text: 'new' });
		const mine = await c.byGrouping('NOTE', 'byOwner', { owner: 'ana' });
		assert.deepEqual(
			mine.map((one) => one.key.n),
			['2'],
		);
	});
});

test('deletion leaves a tombstone, rebirth a higher version', async () => {
	const world = await createWorld();
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '1' }, {}));
	const reference = (await open(world, 'BOARD/b1')) ?? '';
	await run(world, (c) => c.remove('ITEM', { board: 'b1', n: '1' }));
	const deleted = await pull(world, reference, 1);
	assert.ok(deleted.ok);
	assert.deepEqual(deleted.value.page.documents, [['ITEM', 'b1.1', 2, 20260105, null]]);
	await run(world, (c) => c.remove('ITEM', { board: 'b1', n: '1' }));
	const fresh = await pull(world, reference, 0);
	assert.ok(fresh.ok && fresh.value.page.documents.length === 0 && fresh.value.page.upTo === 2);
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '1' }, { again: true }));
	const reborn = await pull(world, reference, 2);
	assert.ok(reborn.ok);
	assert.deepEqual(
		reborn.value.page.documents.map(([, id, version, del]) => [id, version, del]),
		[['b1.1', 3, 0]],
	);
});

test('after a purge, a device from below the horizon is told everything again', async () => {
	const world = await createWorld();
	for (const n of ['1', '2', '3']) await run(world, (c) => c.write('ITEM', { board: 'b1', n }, {}));
	const reference = (await open(world, 'BOARD/b1')) ?? '';
	await run(world, (c) => c.remove('ITEM', { board: 'b1', n: '1' }));
	world.clock.advance(600 * 86_400_000);
	await run(world, (c) => c.remove('ITEM', { board: 'b1', n: '2' }));
	const old = await pull(world, reference, 3);
	assert.ok(old.ok && old.value.page.full && old.value.page.horizon === 4);
	assert.deepEqual(
		old.value.page.documents.map(([, id]) => id),
		['b1.3'],
	);
	const recent = await pull(world, reference, 4);
	assert.ok(recent.ok && !recent.value.page.full);
	assert.deepEqual(
		recent.value.page.documents.map(([, id, , del]) => [id, del > 0]),
		[['b1.2', true]],
	);
});

test('pages end at version boundaries, and a transaction longer than a page stays whole', async () => {
	const world = await createWorld();
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '0' }, {}));
	await run(world, async (c) => {
		for (let n = 1; n <= 7; n++) await c.write('ITEM', { board: 'b1', n: String(n) }, {});
	});
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '8' }, {}));
	const reference = (await open(world, 'BOARD/b1')) ?? '';
	const sizes: [number, number, boolean][] = [];
	for (let since = 0, more = true; more; ) {
		const page = await pull(world, reference, since, member, 3);
		assert.ok(page.ok);
		sizes.push([page.value.page.documents.length, page.value.page.upTo, page.value.page.more]);
		since = page.value.page.upTo;
		more = page.value.page.more;
	}
	assert.deepEqual(sizes, [
		[1, 1, true],
		[7, 2, true],
		[1, 3, false],
	]);
});

test('rights cut what is read: filter, projection, refusal, and a change of rights is told', async () => {
	const world = await createWorld();
	await run(world, async (c) => {
		await c.write('NOTE', note('gus', '1'), { text: 'mine' });
		await c.write('NOTE', note('ana', '1'), { text: 'hers' });
		await c.write('ITEM', { board: 'b1', n: '1' }, {});
	});
	const board = (await open(world, 'BOARD/b1')) ?? '';
	const seen = await pull(world, board, 0, guest);
	assert.ok(seen.ok);
	assert.deepEqual(
		seen.value.page.documents.map(([type, id]) => [type, id]),
		[['NOTE', 'b1.gus.1']],
	);
	const promoted = await world.engine.pull(
		'north',
		member,
		[{ reference: board, since: 1, scope: seen.value.page.scope }],
		10,
	);
	const page = promoted.ok ? promoted.value.threads[0]?.outcome : undefined;
	assert.ok(page?.ok && page.value.page.full && page.value.page.documents.length === 3);
	assert.equal(await open(world, 'BOARD/b2'), 'E-THREAD');
	assert.equal(await open(world, 'NOWHERE/x'), 'E-THREAD');
	await run(world, (c) => c.write('GATE', { board: 'b1' }, true));
	const shut = await pull(world, board, 0);
	assert.equal(!shut.ok && shut.error.code, 'E-THREAD');
});

test('a unique property is refused twice, in one operation and in two', async () => {
	const world = await createWorld();
	const slug = (n: string) => (c: OperationContext) =>
		c.write('NOTE', note('ana', n), { text: '', slug: 'same' });
	assert.ok((await run(world, slug('1'))).ok);
	assert.ok((await run(world, slug('1'))).ok);
	const second = await run(world, slug('2'));
	assert.deepEqual(!second.ok && second.error, failure('E-UNIQUE', { property: 'slug' }));
	await run(world, (c) => c.remove('NOTE', note('ana', '1')));
	const both = await run(world, async (c) => {
		await slug('2')(c);
		await slug('3')(c);
	});
	assert.equal(!both.ok && both.error.code, 'E-UNIQUE');
	assert.ok((await run(world, slug('3'))).ok);
});

test('a stored shape is upgraded on the way out', async () => {
	const world = await createWorld();
	await run(world, (c) => c.write('ITEM', { board: 'b1', n: '1' }, { a: 1 }));
	await world.store.transaction(async (transaction) => {
		const writer = transaction.in('north');
		const row = await writer.document('ITEM', 'b1.1' as never);
		const [thread] = await writer.lockThreads(['BOARD/b1'], {
			reference: () => assert.fail('the thread exists'),
			day: 20260105 as never,
		});
		assert.ok(row?.data && thread);
		const { handle: _, ...rest } = row;
		const older = Uint8Array.from(row.data);
		older[0] = 1;
		await writer.putDocument({ ...rest, data: older, version: 2 }, row, [thread.handle]);
	});
	const read = await world.engine.read('north', ROOT, async (s) =>
		ok(await s.read('ITEM', { board: 'b1', n: '1' })),
	);
	assert.deepEqual(read, ok({ a: 1, upgraded: true }));
});

test('organisations: unknown, frozen and closed say so; nobody is nobody', async () => {
	const world = await createWorld();
	const write = (c: OperationContext) => c.write('ITEM', { board: 'b1', n: '1' }, {});
	const code = async (org: string) => {
		const outcome = await run(world, write, undefined, org);
		return outcome.ok ? 'done' : outcome.error.code;
	};
	assert.equal(await code('nowhere'), 'E-ORG');
	await world.engine.putOrganisation('south', 'frozen', { label: '', clockOffset: 0 });
	assert.equal(await code('south'), 'E-FROZEN');
	const readable = await world.engine.read('south', ROOT, () => ok(1));
	assert.ok(readable.ok);
	await world.engine.putOrganisation('south', 'closed', { label: '', clockOffset: 0 });
	assert.equal(await code('south'), 'E-CLOSED');
	const nobody = await world.engine.run({
		org: 'north',
		caller: () => undefined,
		work: () => ok(1),
	});
	assert.equal(!nobody.ok && nobody.error.code, 'E-TOKEN');
});

test('answers are forgotten after their promised time, not before', async () => {
	const world = await createWorld();
	await run(world, async () => undefined, 'kept');
	world.clock.advance(29 * 86_400_000);
	assert.deepEqual(
		await world.engine.maintain('north'),
		ok({ tombstones: 0, answers: 0, contents: 0 }),
	);
	world.clock.advance(3 * 86_400_000);
	assert.deepEqual(
		await world.engine.maintain('north'),
		ok({ tombstones: 0, answers: 1, contents: 0 }),
	);
});
