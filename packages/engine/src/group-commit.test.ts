import assert from 'node:assert/strict';
import { test } from 'node:test';
import { err, failure, ok, silentLog } from '@navette/core';
import { createMemoryDocumentStore, TransactionFull } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { createGroupCommit } from './group-commit.ts';

test('what no longer fits a transaction may come again; what fits none is told its limit', async () => {
	const group = createGroupCommit<number>({
		...{ store: createMemoryDocumentStore({ random: createSeededRandom(1) }), log: silentLog },
		...{ observer: { time: () => 0, note: () => {} }, batchSize: 9, queueSize: 9 },
		...{ soon: setImmediate, committed: () => {} },
	});
	const submit = (run: () => ReturnType<typeof ok<number>>) => group.submit({ org: 'north', run });
	const full = (isAlone: boolean) => () => {
		throw new TransactionFull(7, isAlone);
	};
	const outcomes = await Promise.all([
		submit(() => ok(1)),
		submit(full(false)),
		submit(full(true)),
	]);
	const size = failure('E-SIZE', { limit: 7 });
	assert.deepEqual(outcomes, [ok(1), err(failure('E-BUSY')), err(size)]);
});
