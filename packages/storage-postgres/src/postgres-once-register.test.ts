import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestClock } from '@navette/testkit';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { createPostgresOnceRegister } from './postgres-once-register.ts';
import { startCluster } from './testing/cluster.ts';
import { countingOptions } from './testing/sample.ts';

const cluster = await startCluster();
after(() => cluster.stop());

const openTwo = async () => {
	const url = await cluster.createDatabase();
	await (await createPostgresDocumentStore({ ...countingOptions().options, url })).close();
	const clock = createTestClock();
	const registers = [1, 2].map(() => createPostgresOnceRegister({ url, clock }));
	const [one, two] = registers;
	if (!one || !two) throw new Error('two registers');
	const close = () => Promise.all(registers.map((register) => register.close()));
	return { url, clock, one, two, close };
};

test('of many who ask for a name at once, in one process or several, one is first', async () => {
	const { clock, one, two, close } = await openTwo();
	const names = Array.from({ length: 300 }, (_, n) => `name-${n}`);
	const orders = [names, names.toReversed(), names, names.toReversed()];
	const asked = await Promise.all(
		orders.map((order, at) =>
			Promise.all(
				order.map(async (name) =>
					(await (at % 2 ? two : one).isFirst(name, clock.now())) ? [name] : [],
				),
			),
		),
	);
	assert.deepEqual(asked.flat(2).toSorted(), names.toSorted());
	assert.equal(await two.isFirst('name-7', clock.now()), false);
	await close();
});

test('a name is remembered for ten minutes after its instant, then forgotten', async () => {
	const { url, clock, one, two, close } = await openTwo();
	const then = clock.now();
	assert.equal(await one.isFirst('a', then), true);
	clock.advance(10 * 60_000);
	assert.equal(await one.isFirst('b', clock.now()), true);
	assert.equal(await two.isFirst('a', then), false);
	clock.advance(3 * 60_000);
	assert.equal(await one.isFirst('c', clock.now()), true);
	await close();
	const kept = await cluster.sql('SELECT name FROM heard ORDER BY name', url);
	assert.deepEqual(kept, [['b'], ['c']]);
});

test('a register that is closed, or whose database is gone, says so', async () => {
	const { clock, one, close } = await openTwo();
	await close();
	await assert.rejects(one.isFirst('a', clock.now()), /closed/);
	const lost = createPostgresOnceRegister({ url: 'postgres://x:x@127.0.0.1:1/none', clock });
	await assert.rejects(lost.isFirst('a', clock.now()));
	await lost.close();
});
