import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPool } from './pool.ts';

const gate = () => Promise.withResolvers<void>();

test('a resource is lent to one work at a time, in the order asked', async () => {
	const pool = createPool(['only']);
	const log: string[] = [];
	const open = gate();
	const works = ['a', 'b', 'c'].map((name) =>
		pool.use(async (resource) => {
			log.push(`${name} takes ${resource}`);
			await open.promise;
			log.push(`${name} leaves`);
		}),
	);
	await Promise.resolve();
	assert.deepEqual(log, ['a takes only']);
	open.resolve();
	await Promise.all(works);
	assert.deepEqual(
		log.map((line) => line.slice(0, 3)),
		['a t', 'a l', 'b t', 'b l', 'c t', 'c l'],
	);
});

test('as many works run at once as there are resources', async () => {
	const pool = createPool([1, 2]);
	const open = gate();
	const lent: number[] = [];
	const works = [0, 1, 2].map(() =>
		pool.use(async (resource) => {
			lent.push(resource);
			await open.promise;
		}),
	);
	await Promise.resolve();
	assert.deepEqual([...lent].sort(), [1, 2]);
	open.resolve();
	await Promise.all(works);
	assert.equal(lent.length, 3);
});

test('a work that throws gives its resource back', async () => {
	const pool = createPool([undefined]);
	const failed = pool.use(() => {
		throw new Error('no');
	});
	await assert.rejects(failed, /no/);
	assert.equal(await pool.use(() => 4), 4);
});

test('closing waits for the work asked for, and refuses the rest', async () => {
	const pool = createPool([undefined]);
	const open = gate();
	let isClosed = false;
	const first = pool.use(() => open.promise);
	const second = pool.use(() => 'second');
	const closed = pool.close().then(() => {
		isClosed = true;
	});
	await assert.rejects(
		pool.use(() => 1),
		{ code: 'closed' },
	);
	assert.equal(isClosed, false);
	open.resolve();
	await first;
	assert.equal(await second, 'second');
	await closed;
	await pool.close();
});
