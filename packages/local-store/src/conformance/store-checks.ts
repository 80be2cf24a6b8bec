import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Check } from '../conformance.ts';
import type { LocalDocument } from '../local-store.ts';
import { alive, dead, failingFrom, heldVersions, openStore, withStore } from './set-up.ts';

const write = (version: number, documents: readonly LocalDocument[], replace = false) => ({
	cursor: { version },
	documents,
	replace,
});

/** Guarantees of what is kept. */
export const checkStore: readonly Check[] = [
	{
		what: 'a thread is read as written: cursor, documents, bytes',
		async run(place) {
			await withStore(place, async (store) => {
				assert.equal(await store.readThread('N/a'), undefined);
				const cursor = { version: 7, reference: 'r', types: ['NOTE'], none: null };
				const documents = [alive('x', 3), ['CHAT', 'x', 7, 0, new Uint8Array(5_000)] as const];
				await store.writeThread('N/a', { cursor, documents, replace: false });
				await store.writeThread('N/b', write(1, [alive('z', 1)]));
			});
			await withStore(place, async (store) => {
				const thread = await store.readThread('N/a');
				assert.deepEqual(thread?.cursor, {
					version: 7,
					reference: 'r',
					types: ['NOTE'],
					none: null,
				});
				assert.deepEqual(
					thread?.documents.map(([type, id, version, del, data]) => [
						type,
						id,
						version,
						del,
						data?.length,
					]),
					[
						['NOTE', 'x', 3, 0, 1],
						['CHAT', 'x', 7, 0, 5_000],
					],
				);
			});
		},
	},
	{
		what: 'a later state wins, a tombstone removes, a document is reborn',
		async run(place) {
			await withStore(place, async (store) => {
				await store.writeThread('N/a', write(2, [alive('x', 1), alive('y', 2)]));
				await store.writeThread('N/a', write(4, [dead('x', 3), alive('y', 4)]));
				assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { y: 4 });
				await store.writeThread('N/a', write(5, [alive('x', 5)]));
				assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { x: 5, y: 4 });
			});
		},
	},
	{
		what: 'a write that replaces leaves nothing of before; one may hold a cursor alone',
		async run(place) {
			await withStore(place, async (store) => {
				await store.writeThread('N/a', write(2, [alive('x', 1), alive('y', 2)]));
				await store.writeThread('N/a', write(3, [alive('z', 1)], true));
				await store.writeThread('N/a', write(4, []));
				assert.deepEqual(await heldVersions(store, 'N/a'), {
					cursor: { version: 4 },
					documents: { z: 1 },
				});
				await store.writeThread('N/a', write(5, [], true));
				assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, {});
			});
		},
	},
	{
		what: 'an erased thread is not there; the others are',
		async run(place) {
			await withStore(place, async (store) => {
				await store.writeThread('N/a', write(1, [alive('x', 1)]));
				await store.writeThread('N/b', write(1, [alive('y', 1)]));
				assert.ok((await store.eraseThread('N/a')).ok);
				assert.equal(await store.readThread('N/a'), undefined);
				await store.writeThread('N/a', write(2, [alive('w', 2)]));
				assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { w: 2 });
				assert.deepEqual((await heldVersions(store, 'N/b'))?.documents, { y: 1 });
			});
		},
	},
	{
		what: 'whatever the writes, a reopened store holds what a map would',
		run: async (place) => {
			const step = fc.record({
				documents: fc.array(
					fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), dead: fc.boolean() }),
					{ maxLength: 4 },
				),
				replace: fc.boolean().map((yes) => yes),
				reopen: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
			});
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
					const name = `N/${run++}`;
					const model = new Map<string, number>();
					let store = await openStore(place);
					for (const [index, { documents, replace, reopen }] of steps.entries()) {
						const whole = replace && index % 7 === 0;
						if (whole) model.clear();
						for (const { id, dead: gone } of documents)
							if (gone) model.delete(id);
							else model.set(id, index);
						const sent = documents.map(({ id, dead: gone }) =>
							gone ? dead(id, index) : alive(id, index),
						);
						await store.writeThread(name, write(index, sent, whole));
						if (reopen) {
							await store.close();
							store = await openStore(place);
						}
					}
					const held = (await heldVersions(store, name)) ?? { documents: {} };
					await store.close();
					assert.deepEqual(held.documents, Object.fromEntries(model));
				}),
				{ numRuns: 15 },
			);
		},
	},
	{
		what: 'a thousand small writes are few records',
		async run(place) {
			const records = await place.open();
			const store = await openStore(place, { records });
			let most = 0;
			const counting = await openStore(place, {
				records: {
					...records,
					async read(shelf, from) {
						const found = await records.read(shelf, from);
						most = Math.max(most, found.length);
						return found;
					},
				},
			});
			for (let version = 1; version <= 1_000; version++)
				await store.writeThread('N/a', write(version, [alive(`${version % 300}`, version)]));
			const held = await heldVersions(counting, 'N/a');
			assert.equal(Object.keys(held?.documents ?? {}).length, 300);
			assert.ok(most <= 60, `${most} records`);
			await store.close();
		},
	},
	{
		what: 'killed at any write: the old state or the new one, never between',
		async run(place) {
			const records = await place.open();
			const states = [{}, { x: 1 }, { x: 1, y: 2 }, { y: 2 }, { z: 4 }];
			for (let kill = 1; kill <= 5; kill++) {
				const name = `N/${kill}`;
				const store = await openStore(place, { records: failingFrom(records, kill, 'gone') });
				await store.writeThread(name, write(1, [alive('x', 1)]));
				await store.writeThread(name, write(2, [alive('y', 2)]));
				await store.writeThread(name, write(3, [dead('x', 3)]));
				await store.writeThread(name, write(4, [alive('z', 4)], true));
				const after = await heldVersions(await openStore(place, { records }), name);
				assert.deepEqual(after?.documents ?? {}, states[kill - 1]);
				assert.equal(after?.cursor.version ?? 0, kill - 1);
			}
			await records.close();
		},
	},
	{
		what: 'no room is a value; the write left nothing; the next one works',
		async run(place) {
			const records = await place.open();
			const store = await openStore(place, { records: failingFrom(records, 2, 'full', 3) });
			await store.writeThread('N/a', write(1, [alive('x', 1)]));
			const refused = await store.writeThread('N/a', write(2, [alive('y', 2)]));
			assert.deepEqual(refused, { ok: false, error: 'full' });
			assert.ok((await store.writeThread('N/a', write(3, [alive('z', 3)]))).ok);
			assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { x: 1, z: 3 });
			await store.close();
		},
	},
	{
		what: 'writes asked together happen in order',
		async run(place) {
			await withStore(place, async (store) => {
				const asked = Array.from({ length: 40 }, (_, version) =>
					store.writeThread('N/a', write(version, [alive('x', version)])),
				);
				assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { x: 39 });
				await Promise.all(asked);
			});
		},
	},
	{
		what: 'the outbox keeps order, and no position serves twice',
		async run(place) {
			await withStore(place, async (store) => {
				for (const name of ['a', 'b', 'c']) await store.addToOutbox({ name });
				await store.writeOutbox(3, undefined);
			});
			await withStore(place, async (store) => {
				assert.deepEqual(await store.addToOutbox({ name: 'd' }), { ok: true, value: 4 });
				await store.writeOutbox(1, undefined);
				await store.writeOutbox(2, { name: 'b', refused: true });
				assert.deepEqual(await store.readOutbox(), [
					{ position: 2, value: { name: 'b', refused: true } },
					{ position: 4, value: { name: 'd' } },
				]);
			});
		},
	},
	{
		what: 'a report is kept by name and input, whatever the order of the input',
		async run(place) {
			await withStore(place, async (store) => {
				await store.writeReport('R', { a: 1, b: 2 }, { asOf: 5, result: { rows: [1] } });
				await store.writeReport('R', { a: 2, b: 2 }, { asOf: 6, result: null });
			});
			await withStore(place, async (store) => {
				const kept = await store.readReport('R', { b: 2, a: 1 });
				assert.deepEqual(kept, { asOf: 5, result: { rows: [1] } });
				assert.deepEqual(await store.readReport('R', { b: 2, a: 2 }), { asOf: 6, result: null });
				assert.equal(await store.readReport('S', { a: 1, b: 2 }), undefined);
				await store.writeReport('R', { a: 1, b: 2 }, undefined);
				assert.equal(await store.readReport('R', { a: 1, b: 2 }), undefined);
			});
		},
	},
	{
		what: 'the reports written longest ago make room',
		async run(place) {
			await withStore(place, async (store) => {
				for (let index = 0; index < 202; index++)
					await store.writeReport('R', index, { asOf: index, result: index });
				const held = await Promise.all([0, 1, 2, 201].map((n) => store.readReport('R', n)));
				assert.deepEqual(
					held.map((report) => report?.asOf),
					[undefined, undefined, 2, 201],
				);
			});
		},
	},
	{
		what: 'small values are kept and removed',
		async run(place) {
			await withStore(place, async (store) => {
				assert.equal(await store.readMeta('a'), undefined);
				await store.writeMeta('a', { offset: 3 });
				await store.writeMeta('b', 0);
				assert.deepEqual(await store.readMeta('a'), { offset: 3 });
				assert.equal(await store.readMeta('b'), 0);
				await store.writeMeta('a', undefined);
				assert.equal(await store.readMeta('a'), undefined);
			});
		},
	},
	{
		what: 'wiped, nothing is left, and it works on; closed, nothing is done',
		async run(place) {
			const store = await openStore(place);
			await store.writeThread('N/a', write(1, [alive('x', 1)]));
			await store.addToOutbox(1);
			await store.writeReport('R', 1, { asOf: 1, result: 1 });
			await store.writeMeta('m', 1);
			assert.ok((await store.wipe()).ok);
			assert.equal(await store.readThread('N/a'), undefined);
			assert.deepEqual(await store.readOutbox(), []);
			assert.equal(await store.readReport('R', 1), undefined);
			assert.equal(await store.readMeta('m'), undefined);
			await store.writeThread('N/a', write(9, [alive('y', 9)]));
			assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { y: 9 });
			await store.close();
			assert.deepEqual(await store.writeMeta('m', 2), { ok: false, error: 'gone' });
			assert.equal(await store.readThread('N/b'), undefined);
			assert.deepEqual(await store.readOutbox(), []);
		},
	},
];
