import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOX, contentOf, createShelves, MIA, ORG, openShelf } from './testing/shelf.ts';

const OTHER = 'south';

const filled = async () => {
	const shelves = createShelves();
	const shelf = openShelf(shelves);
	for (const org of [ORG, OTHER])
		await shelf.engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
	await shelf.run(async (c) => {
		await c.write('BOX', BOX, 'box');
		await c.defer({ name: 'mail', input: {} });
	});
	for (const [at, name] of ['a', 'b', 'c'].entries()) {
		const file = await shelf.upload(contentOf(500, at), `${name}.txt`);
		assert.ok(file.ok);
		if (name !== 'c') await shelf.run((c) => c.attach('BOX', BOX, file.value));
	}
	return { shelves, shelf };
};

const contentsOf = async ({ blobs }: ReturnType<typeof createShelves>, org: string) => {
	const paths: string[] = [];
	for await (const { path } of blobs.list(org)) paths.push(path);
	return paths;
};

test('an organisation that is deleted leaves nothing, and its neighbours everything', async () => {
	const { shelves, shelf } = await filled();
	const told: string[] = [];
	const done = await shelf.engine.deleteOrganisation(ORG, (kind) => void told.push(kind));
	assert.ok(done.ok);
	assert.deepEqual([...new Set(told)], ['contents', 'rows']);
	assert.deepEqual(await shelf.engine.organisations(), [OTHER]);
	assert.deepEqual(await contentsOf(shelves, ORG), []);
	await shelves.store.snapshot(ORG, async (reader) => {
		assert.deepEqual(await reader.documentsOfType('BOX', { withTombstones: true }), []);
		assert.deepEqual(await reader.documentsOfType('TASK'), []);
		assert.deepEqual(await reader.threads({ limit: 9 }), []);
		assert.deepEqual(await reader.looseBlobs(Number.MAX_SAFE_INTEGER, 9), []);
	});
	const again = await shelf.engine.deleteOrganisation(ORG);
	assert.equal(again.ok || again.error.code, 'E-ORG');
	await shelf.engine.putOrganisation(ORG, 'open', { label: 'new', clockOffset: 0 });
	assert.ok((await shelf.run((c) => c.write('BOX', BOX, 'new'))).ok);
});

test('killed at any write, a deletion goes on when it is asked again, and nobody enters meanwhile', async () => {
	for (let kill = 1; ; kill++) {
		const { shelves, shelf } = await filled();
		let writes = 0;
		const { transaction } = shelves.store;
		const { remove } = shelves.blobs;
		const dead = () => {
			if (++writes === kill) throw new Error('killed');
		};
		const dying = openShelf({
			...shelves,
			store: {
				...shelves.store,
				async transaction(work) {
					dead();
					return transaction(work);
				},
			},
			blobs: {
				...shelves.blobs,
				async remove(path) {
					dead();
					return remove(path);
				},
			},
		});
		const outcome = await dying.engine.deleteOrganisation(ORG).catch((error: unknown) => error);
		if (!(outcome instanceof Error)) {
			assert.ok(kill > 4, 'there were writes to be killed at');
			return;
		}
		const entered = await shelf.run((c) => c.write('BOX', BOX, 'late'), MIA);
		if (kill > 1) assert.equal(entered.ok || entered.error.code, 'E-ORG');
		const isLeft = (await shelf.engine.organisations()).includes(ORG);
		assert.equal((await shelf.engine.deleteOrganisation(ORG)).ok, isLeft);
		assert.deepEqual(await shelf.engine.organisations(), [OTHER]);
		assert.deepEqual(await contentsOf(shelves, ORG), []);
	}
});
