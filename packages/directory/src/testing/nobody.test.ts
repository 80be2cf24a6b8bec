import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryDocumentStore, type DocumentStore } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { login } from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

/** A store that notes which reads of aliases find a row. */
const createNotingStore = () => {
	const found: boolean[] = [];
	const store = createMemoryDocumentStore({ random: createSeededRandom(3) });
	const noting: DocumentStore = {
		...store,
		transaction: (work) =>
			store.transaction((transaction) =>
				work({
					...transaction,
					in(org) {
						const writer = transaction.in(org);
						return {
							...writer,
							async document(type, id) {
								const row = await writer.document(type, id);
								if (type === 'ALIAS') found.push(row !== undefined);
								return row;
							},
						};
					},
				}),
			),
	};
	return { store: noting, found };
};

test('an opening reads one alias that is there and one that is not, whether it leads anywhere or not', async () => {
	const { store, found } = createNotingStore();
	const world = await createDirectoryWorld({ store });
	await world.registered('ana');
	const wrong = { first: world.phrases('ana').first, second: 'not the second phrase' };
	for (const phrases of [wrong, world.phrases('nobody')]) {
		found.length = 0;
		const opened = await login(world.deps, { phrases, label: 'x', kind: 'personal' });
		assert.equal(opened.ok, false);
		assert.deepEqual(found.sort(), [false, true]);
	}
});
