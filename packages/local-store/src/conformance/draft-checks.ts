import assert from 'node:assert/strict';
import type { Check } from '../conformance.ts';
import { failingFrom, openStore, withStore } from './set-up.ts';

const photo = (byte: number, length = 70_000) => ({
	about: { name: `${byte}.jpg`, type: 'image/jpeg' },
	bytes: new Uint8Array(length).fill(byte),
});

/** Guarantees of drafts and of their photos. */
export const checkDrafts: readonly Check[] = [
	{
		what: 'a draft is read as last typed, with its photos, after the store was closed',
		async run(place) {
			await withStore(place, async (store) => {
				assert.equal(await store.drafts.read('chat'), undefined);
				await store.drafts.write('chat', { text: 'a' }, 1);
				assert.deepEqual(await store.drafts.addPhoto('chat', photo(7), 2), { ok: true, value: 1 });
				assert.deepEqual(await store.drafts.addPhoto('chat', photo(8), 3), { ok: true, value: 2 });
				await store.drafts.write('chat', { text: 'ab' }, 4);
			});
			await withStore(place, async (store) => {
				assert.deepEqual(await store.drafts.read('chat'), {
					changed: 4,
					value: { text: 'ab' },
					photos: [
						{ position: 1, about: photo(7).about },
						{ position: 2, about: photo(8).about },
					],
				});
				assert.deepEqual(await store.drafts.readPhoto('chat', 2), photo(8).bytes);
				assert.equal(await store.drafts.readPhoto('chat', 0), undefined, 'the text is not a photo');
				await store.drafts.removePhoto('chat', 1);
				assert.equal(await store.drafts.readPhoto('chat', 1), undefined);
				assert.deepEqual(await store.drafts.addPhoto('chat', photo(9), 5), { ok: true, value: 3 });
			});
		},
	},
	{
		what: 'drafts are listed, the last changed first, until they are removed',
		async run(place) {
			await withStore(place, async (store) => {
				await store.drafts.write('a', 1, 10);
				await store.drafts.write('b', 1, 20);
				await store.drafts.addPhoto('c', photo(1), 15);
				await store.drafts.write('a', 2, 30);
				const names = async () => (await store.drafts.list()).map(({ name }) => name);
				assert.deepEqual(await names(), ['a', 'b', 'c']);
				await store.drafts.write('c', undefined, 40);
				assert.deepEqual(await names(), ['a', 'b']);
				assert.equal(await store.drafts.read('c'), undefined);
				assert.equal(await store.drafts.readPhoto('c', 1), undefined);
			});
		},
	},
	{
		what: 'without room a photo is refused, and the draft stays as it was',
		async run(place) {
			await withStore(place, (store) => store.drafts.write('a', 'kept', 1).then(() => undefined));
			const records = failingFrom(await place.open(), 1, 'full');
			const store = await openStore(place, { records });
			assert.deepEqual(await store.drafts.addPhoto('a', photo(1), 2), { ok: false, error: 'full' });
			assert.deepEqual(await store.drafts.write('a', 'lost', 2), { ok: false, error: 'full' });
			assert.deepEqual(await store.drafts.read('a'), { changed: 1, value: 'kept', photos: [] });
			await store.close();
		},
	},
];
