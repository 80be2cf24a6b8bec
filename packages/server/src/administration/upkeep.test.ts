import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '@navette/core';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import type { UpkeepReport } from './figures.ts';

type World = Awaited<ReturnType<typeof createWorld>>;

let calls = 0;
const call = ({ post }: World, name: string, input: unknown, token = TOKENS.adm) =>
	post(
		`${ORG}/call/${name}`,
		input,
		{ 'operation-id': `upkeep-${String(calls++).padStart(12, '0')}` },
		token,
	);

const upkeep = async (world: World): Promise<UpkeepReport> =>
	(await world.post(`${ORG}/report/admin.upkeep`, {}, {}, TOKENS.adm)).body.result as UpkeepReport;

const defer = ({ engine }: World, id: string) =>
	engine.run({
		org: ORG,
		caller: () => ({ id: 'mia', rights: [] }),
		work: async (context) =>
			ok(await context.defer({ name: 'mail', input: { secret: 'a letter' }, id })),
	});

test('tasks are seen by administrators alone, without what they are about', async () => {
	const world = await createWorld();
	await defer(world, 'a');
	assert.equal((await world.post(`${ORG}/report/admin.upkeep`, {})).status, 403);
	const report = await upkeep(world);
	assert.deepEqual(
		report.tasks.map(({ id, state }) => [id, state]),
		[['a', 'waiting']],
	);
	assert.equal(JSON.stringify(report).includes('letter'), false);
});

test('a task given up is due again, or forgotten; one that is being done is left alone', async () => {
	const world = await createWorld();
	const { tasks } = world.engine;
	for (const id of ['a', 'b', 'c']) await defer(world, id);
	const terms = { ms: 60_000, most: () => 9 };
	for (const id of ['a', 'b', 'c']) await tasks.claim({ org: ORG, id, by: id }, terms);
	for (const id of ['a', 'b'])
		await tasks.finish({ org: ORG, id, by: id }, { kind: 'given-up', code: 'E-BUSY' });
	assert.equal((await call(world, 'task.retry', { id: 'a' }, TOKENS.mia)).status, 403);
	assert.equal((await call(world, 'task.retry', { id: 'a' })).status, 200);
	assert.equal((await call(world, 'task.drop', { id: 'b' })).status, 200);
	assert.equal((await call(world, 'task.retry', { id: 'c' })).body.error.code, 'E-TASK');
	assert.deepEqual((await upkeep(world)).tasks.map(({ id, state }) => [id, state]).sort(), [
		['a', 'waiting'],
		['c', 'running'],
	]);
	assert.deepEqual((await tasks.due(ORG, 9)).ids, ['a']);
});

test('frozen, only its status can be changed; closed, nobody enters, on open sockets neither', async () => {
	const world = await createWorld();
	assert.equal((await call(world, 'org.status', { status: 'frozen' }, TOKENS.mia)).status, 403);
	assert.equal((await call(world, 'org.status', { status: 'frozen' })).status, 200);
	assert.equal((await upkeep(world)).status, 'frozen');
	assert.equal((await world.write('1', 'hello')).body.error.code, 'E-FROZEN');
	assert.equal((await call(world, 'task.drop', { id: 'a' })).body.error.code, 'E-FROZEN');
	assert.equal((await call(world, 'org.status', { status: 'open' })).status, 200);
	assert.equal((await world.write('1', 'hello')).status, 200);
	const socket = await world.greeted(TOKENS.mia);
	assert.equal((await call(world, 'org.status', { status: 'closed' })).status, 200);
	assert.equal((await world.write('2', 'late')).body.error.code, 'E-CLOSED');
	assert.equal((await call(world, 'org.status', { status: 'open' })).body.error.code, 'E-CLOSED');
	await socket.heard();
});

test('limits and their use are shown', async () => {
	const world = await createWorld();
	assert.deepEqual((await upkeep(world)).limits, {});
	await world.engine.quotas.set(ORG, { documents: 9, operationsPerMinute: 50 });
	await world.write('1', 'hello');
	const { limits, usage } = await upkeep(world);
	assert.deepEqual(limits, { documents: 9, operationsPerMinute: 50 });
	assert.equal(usage?.documents, 4, 'three accesses and a note');
	assert.equal(usage.operations, 1);
});

test('the clock of a demonstration goes forward, and what waits for an instant comes sooner', async () => {
	const world = await createWorld();
	const HOUR = 3_600_000;
	assert.equal((await call(world, 'org.clock', { by: HOUR })).body.error.code, 'E-RIGHT');
	await world.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0, clockMoved: 0 });
	assert.equal((await call(world, 'org.clock', { by: HOUR }, TOKENS.mia)).status, 403);
	assert.equal((await call(world, 'org.clock', { by: 0 })).body.error.code, 'E-INPUT');
	const before = (await upkeep(world)).clock;
	await world.engine.run({
		org: ORG,
		caller: () => ({ id: 'mia', rights: [] }),
		work: async (context) =>
			ok(await context.defer({ name: 'mail', input: {}, id: 'later', at: context.now + HOUR })),
	});
	assert.deepEqual((await world.engine.tasks.due(ORG, 9)).ids, []);
	assert.equal((await call(world, 'org.clock', { by: HOUR })).status, 200);
	const after = (await upkeep(world)).clock;
	assert.equal(after?.moved, HOUR);
	assert.ok((after?.now ?? 0) - (before?.now ?? 0) >= HOUR);
	assert.deepEqual((await world.engine.tasks.due(ORG, 9)).ids, ['later']);
});
