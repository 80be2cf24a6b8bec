import assert from 'node:assert/strict';
import { bytesToUtf8, type Log } from '@navette/core';
import type { Check } from '../conformance.ts';
import type { RecordChange, RecordStore } from '../record-store.ts';
import { alive, failingFrom, heldVersions, openStore } from './set-up.ts';

const SECRET = 'aubergine';
const secret = ['NOTE', SECRET, 1, 0, new TextEncoder().encode(SECRET.repeat(300))] as const;

/** Records that remember every change asked of them. */
const spying = (records: RecordStore) => {
	const seen: RecordChange[] = [];
	const spy: RecordStore = {
		...records,
		write(changes) {
			seen.push(...changes);
			return records.write(changes);
		},
	};
	return { spy, seen };
};

const counting = () => {
	const events: string[] = [];
	const note = (event: string) => void events.push(event);
	const log: Log = { info: note, warn: note, error: note };
	return { log, events };
};

/** Writes one of everything and answers the records written. */
const fill = async (records: RecordStore) => {
	const { spy, seen } = spying(records);
	const store = await openStore({ open: async () => spy, remove: async () => {} });
	await store.writeThread(`N/${SECRET}`, {
		cursor: { version: 1, reference: SECRET },
		documents: [secret],
		replace: false,
	});
	await store.addToOutbox({ name: SECRET });
	await store.writeReport(SECRET, { of: SECRET }, { asOf: 1, result: SECRET });
	await store.writeMeta(SECRET, SECRET);
	return seen;
};

const isRecord = (change: RecordChange) => 'bytes' in change && change.bytes !== undefined;

/** Guarantees of secrecy and of surviving damage. */
export const checkSealing: readonly Check[] = [
	{
		what: 'neither names nor contents can be read in what is written',
		async run(place) {
			const records = await place.open();
			const seen = await fill(records);
			assert.ok(seen.filter(isRecord).length >= 6);
			for (const change of seen) {
				assert.match(change.shelf, /^[A-Za-z0-9_-]{22}$/);
				if ('bytes' in change && change.bytes)
					assert.ok(!Buffer.from(change.bytes).includes(SECRET));
			}
			assert.ok(bytesToUtf8(secret[4]).includes(SECRET));
			await records.close();
		},
	},
	{
		what: 'under another key nothing is there, and nothing throws',
		async run(place) {
			const records = await place.open();
			await fill(records);
			const other = await openStore(place, { records, key: 2 });
			assert.equal(await other.readThread(`N/${SECRET}`), undefined);
			assert.deepEqual(await other.readOutbox(), []);
			assert.equal(await other.readReport(SECRET, { of: SECRET }), undefined);
			assert.equal(await other.readMeta(SECRET), undefined);
			await records.close();
		},
	},
	{
		what: 'any damaged record: its thing is absent and reported once, everything else is there',
		async run(place) {
			const records = await place.open();
			const seen = (await fill(records)).filter(isRecord);
			for (const change of seen) {
				if (!('bytes' in change) || !change.bytes) continue;
				await records.wipe();
				await fill(records);
				const bad = change.bytes.slice();
				bad[bad.length - 1] = (bad[bad.length - 1] ?? 0) ^ 1;
				await records.write([{ ...change, bytes: bad }]);
				const { log, events } = counting();
				const store = await openStore(place, { records, log });
				const read = async () => [
					(await store.readThread(`N/${SECRET}`))?.documents.length ?? 0,
					(await store.readOutbox()).length,
					(await store.readReport(SECRET, { of: SECRET }))?.asOf ?? 0,
					(await store.readMeta(SECRET)) === SECRET ? 1 : 0,
				];
				const first = await read();
				assert.ok(first.filter((count) => count === 0).length <= 1);
				assert.deepEqual(await read(), first);
				assert.ok(events.length <= 1, events.join());
			}
			await records.close();
		},
	},
	{
		what: 'a record put in the place of another is damage',
		async run(place) {
			const records = await place.open();
			const store = await openStore(place, { records });
			const write = (version: number) => ({
				cursor: { version },
				documents: [alive('x', version)],
				replace: false,
			});
			await store.writeThread('N/a', write(1));
			await store.writeThread('N/a', write(2));
			const { spy, seen } = spying(records);
			await (await openStore(place, { records: spy })).writeThread('N/b', write(1));
			const shelf = seen[0]?.shelf ?? '';
			const [head] = await records.read(shelf);
			assert.ok(head);
			await records.write([{ shelf, position: 1, bytes: head.bytes }]);
			assert.equal(await (await openStore(place, { records })).readThread('N/b'), undefined);
			assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { x: 2 });
			await records.close();
		},
	},
	{
		what: 'nothing is added to a damaged thread; a write that replaces repairs it',
		async run(place) {
			const records = await place.open();
			const { spy, seen } = spying(records);
			const write = (replace: boolean) => ({
				cursor: { version: 1 },
				documents: [alive('x', 1)],
				replace,
			});
			await (await openStore(place, { records: spy })).writeThread('N/a', write(false));
			for (const change of seen)
				if ('bytes' in change) await records.write([{ ...change, bytes: new Uint8Array(80) }]);
			const store = await openStore(place, { records });
			const added = await store.writeThread('N/a', write(false));
			assert.deepEqual(added, { ok: false, error: 'damaged' });
			assert.ok((await store.writeThread('N/a', write(true))).ok);
			assert.deepEqual((await heldVersions(store, 'N/a'))?.documents, { x: 1 });
			await records.close();
		},
	},
	{
		what: 'a store that has gone says so and never throws',
		async run(place) {
			const records = await place.open();
			const store = await openStore(place, { records: failingFrom(records, 1, 'gone') });
			const gone = { ok: false, error: 'gone' };
			assert.deepEqual(await store.addToOutbox(1), gone);
			assert.deepEqual(await store.writeReport('R', 1, { asOf: 1, result: 1 }), gone);
			assert.deepEqual(await store.writeMeta('m', 1), gone);
			assert.deepEqual(await store.eraseThread('N/a'), gone);
			await records.close();
		},
	},
];
