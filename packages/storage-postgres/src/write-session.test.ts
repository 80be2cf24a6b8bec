import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type DocumentStore, StorageFault, type StoreTransaction } from '@navette/storage';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { startCluster } from './testing/cluster.ts';
import {
	countingOptions,
	lockSample,
	ORG,
	sampleIds,
	sampleOf,
	sampleRow,
	writeSample,
} from './testing/sample.ts';

const cluster = await startCluster();
after(() => cluster.stop());

const isFault = (code: string) => (error: unknown) =>
	error instanceof StorageFault && error.code === code;

interface Opened {
	readonly store: DocumentStore;
	readonly url: string;
	readonly events: readonly string[];
}

const withStore = async (work: (opened: Opened) => Promise<void>): Promise<void> => {
	const url = await cluster.createDatabase();
	const { events, options } = countingOptions();
	const store = await createPostgresDocumentStore({ ...options, url });
	try {
		await work({ store, url, events });
	} finally {
		await store.close();
	}
};

/** Two works that both pass their first half before either passes its second. */
const meeting = () => {
	let waiting: (() => void) | undefined;
	return (): Promise<void> => {
		if (waiting) {
			waiting();
			return Promise.resolve();
		}
		return new Promise((resolve) => {
			waiting = resolve;
		});
	};
};

/** Runs two works at once, each of which meets the other in its first attempt. */
const collide = (
	store: DocumentStore,
	works: readonly [Half, Half],
): Promise<readonly [number, number]> => {
	const meet = meeting();
	const run = async (work: Half): Promise<number> => {
		let attempts = 0;
		await store.transaction(async (transaction) => {
			const isFirst = attempts++ === 0;
			await work(transaction, () => (isFirst ? meet() : Promise.resolve()));
		});
		return attempts;
	};
	return Promise.all([run(works[0]), run(works[1])]);
};

type Half = (transaction: StoreTransaction, meet: () => Promise<void>) => Promise<void>;

test('a document read before the thread is locked is not written over', () =>
	withStore(async ({ store, events }) => {
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('n', 1), ['T/1']));
		const increment: Half = async (transaction, meet) => {
			const writer = transaction.in(ORG);
			const before = await sampleOf(writer, 'n');
			await meet();
			const [thread] = await lockSample(writer, ['T/1']);
			const version = (thread?.version ?? 0) + 1;
			const data = Uint8Array.of((before?.data?.[0] ?? 0) + 1);
			const row = { ...sampleRow('n', version), data };
			await writer.putDocument(row, before, [thread?.handle ?? 0]);
			await writer.putThread(thread?.handle ?? 0, { version, versions: {} });
		};
		const attempts = await collide(store, [increment, increment]);
		assert.deepEqual([...attempts].sort(), [1, 2]);
		assert.equal(events.filter((event) => event === 'postgres-conflict').length, 1);
		const stored = await store.snapshot(ORG, (reader) => sampleOf(reader, 'n'));
		assert.deepEqual([stored?.data?.[0], stored?.version], [3, 3]);
	}));

test('the same for a document of no thread', () =>
	withStore(async ({ store }) => {
		const increment: Half = async (transaction, meet) => {
			const writer = transaction.in(ORG);
			const before = await sampleOf(writer, 'n');
			await meet();
			const data = Uint8Array.of((before?.data?.[0] ?? 0) + 1);
			const row = { ...sampleRow('n', (before?.version ?? 0) + 1), data };
			await writer.putDocument(row, before, []);
		};
		await collide(store, [increment, increment]);
		await collide(store, [increment, increment]);
		const stored = await store.snapshot(ORG, (reader) => sampleOf(reader, 'n'));
		assert.deepEqual([stored?.data?.[0], stored?.version], [4, 4]);
	}));

test('two works that each decide on what the other changes do not both succeed', () =>
	withStore(async ({ store }) => {
		await store.transaction(async (t) => {
			await writeSample(t.in(ORG), sampleRow('a', 1), ['T/a']);
			await writeSample(t.in(ORG), sampleRow('b', 1), ['T/b']);
		});
		/** Leaves its post if the other is at theirs. */
		const leave =
			(own: string, other: string): Half =>
			async (transaction, meet) => {
				const writer = transaction.in(ORG);
				const there = await sampleOf(writer, other);
				await meet();
				if (there?.data?.[0] === 9) return;
				const row = { ...sampleRow(own, 2), data: Uint8Array.of(9) };
				await writeSample(writer, row, [`T/${own}`]);
			};
		await collide(store, [leave('a', 'b'), leave('b', 'a')]);
		const left = await store.snapshot(ORG, async (reader) =>
			(await reader.documentsOfType('NOTE')).filter((row) => row.data?.[0] === 9),
		);
		assert.equal(left.length, 1);
	}));

test('two works that look for a value, then give it, do not both find it free', () =>
	withStore(async ({ store }) => {
		const take =
			(id: string): Half =>
			async (transaction, meet) => {
				const writer = transaction.in(ORG);
				const query = { min: 'slug', max: 'slug' };
				const holders = await writer.documentsByProperty('NOTE', 'p', query);
				await meet();
				if (holders.length > 0) return;
				const row = { ...sampleRow(id, 1), properties: { p: 'slug' } };
				await writeSample(writer, row, [`T/${id}`]);
			};
		await collide(store, [take('a'), take('b')]);
		assert.equal((await store.snapshot(ORG, sampleIds)).length, 1);
	}));

test('threads locked in opposite orders never wait for each other for long', () =>
	withStore(async ({ store }) => {
		const lock =
			(first: string, second: string): Half =>
			async (transaction, meet) => {
				const writer = transaction.in(ORG);
				await lockSample(writer, [first]);
				await meet();
				await writeSample(writer, sampleRow(first.slice(2), 1), [second]);
			};
		await collide(store, [lock('T/a', 'T/b'), lock('T/b', 'T/a')]);
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['a', 'b']);
		const [[deadlocks] = []] = await cluster.sql('SELECT sum(deadlocks) FROM pg_stat_database');
		assert.equal(Number(deadlocks), 0);
	}));

test('work that always meets somebody is given up with a fault', () =>
	withStore(async ({ store }) => {
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('n', 1), []));
		let attempts = 0;
		const unlucky = store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const before = await sampleOf(writer, 'n');
			attempts++;
			await store.transaction(async (t) => {
				const current = await sampleOf(t.in(ORG), 'n');
				await t.in(ORG).putDocument(sampleRow('n', attempts * 2), current, []);
			});
			await writer.putDocument(sampleRow('n', attempts * 2 + 1), before, []);
		});
		await assert.rejects(unlucky, isFault('io'));
		assert.equal(attempts, 30);
	}));

test('a part that meets a defect of the store is undone alone, even if it is found late', () =>
	withStore(async ({ store }) => {
		let runs = 0;
		await store.transaction(async (transaction) => {
			runs++;
			const writer = transaction.in(ORG);
			await transaction.savepoint(() => writeSample(writer, sampleRow('a', 1), ['T/1']));
			const twice = transaction.savepoint(async () => {
				await writeSample(writer, sampleRow('lost', 2), ['T/1']);
				await writer.putDocument(sampleRow('a', 3), undefined, []);
			});
			await twice.catch(() => undefined);
			await transaction.savepoint(() => writeSample(writer, sampleRow('c', 3), ['T/1']));
		});
		assert.equal(runs, 2);
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['a', 'c']);
		const thread = await store.snapshot(ORG, (reader) => reader.thread('T/1'));
		assert.equal(thread?.version, 3);
	}));

test('texts with U+0000 are refused as defects, and nothing of them is kept', () =>
	withStore(async ({ store }) => {
		const bad = 'a\0b';
		const attempts: ((t: StoreTransaction) => Promise<unknown>)[] = [
			(t) => writeSample(t.in(ORG), sampleRow(bad, 1), []),
			(t) => lockSample(t.in(ORG), [bad]),
			(t) => writeSample(t.in(ORG), { ...sampleRow('a', 1), properties: { p: bad } }, []),
			(t) => writeSample(t.in(ORG), { ...sampleRow('a', 1), type: bad }, []),
			(t) => writeSample(t.in(bad), sampleRow('a', 1), []),
		];
		for (const attempt of attempts)
			await assert.rejects(
				store.transaction(async (transaction) => {
					await writeSample(transaction.in(ORG), sampleRow('first', 1), []);
					await attempt(transaction);
				}),
				(error) => error instanceof Error && !(error instanceof StorageFault),
			);
		assert.deepEqual(await store.snapshot(ORG, sampleIds), []);
	}));

test('a connection lost in a transaction is a fault, even if the work goes on; then all works', () =>
	withStore(async ({ store, url }) => {
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('kept', 1), ['T/1']));
		const killAll = () =>
			cluster.sql(
				`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
					WHERE datname = current_database() AND pid <> pg_backend_pid()`,
				url,
			);
		const lost = store.transaction(async (transaction) => {
			await writeSample(transaction.in(ORG), sampleRow('lost', 2), ['T/1']);
			await killAll();
			const reading = Promise.resolve(sampleOf(transaction.in(ORG), 'kept'));
			await assert.rejects(reading, isFault('io'));
			return 'as if nothing had happened';
		});
		await assert.rejects(lost, isFault('io'));
		const reading = store.snapshot(ORG, async (reader) => {
			await killAll();
			return sampleIds(reader);
		});
		await assert.rejects(reading, isFault('io'));
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('next', 2), ['T/1']));
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['kept', 'next']);
		assert.deepEqual(await store.organisations(), []);
	}));

test('a server that comes back is used again; one that is away is a fault', () =>
	withStore(async ({ store }) => {
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('a', 1), []));
		await cluster.crash();
		await store
			.transaction((t) => writeSample(t.in(ORG), sampleRow('b', 2), []))
			.catch((error) => assert.ok(isFault('io')(error)));
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('c', 3), []));
		const ids = await store.snapshot(ORG, sampleIds);
		assert.ok(ids.includes('a') && ids.includes('c'));
		const { options } = countingOptions();
		const nowhere = 'postgres://navette@127.0.0.1:1/none';
		await assert.rejects(createPostgresDocumentStore({ ...options, url: nowhere }), isFault('io'));
	}));

test('a commit that the server refuses is no success', () =>
	withStore(async ({ store, url }) => {
		await cluster.sql(
			`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
				$$BEGIN RAISE 'no room' USING ERRCODE = 'disk_full'; END$$;
			CREATE CONSTRAINT TRIGGER late AFTER INSERT ON document DEFERRABLE INITIALLY DEFERRED
				FOR EACH ROW EXECUTE FUNCTION refuse()`,
			url,
		);
		const refused = store.transaction((t) => writeSample(t.in(ORG), sampleRow('a', 1), ['T/1']));
		await assert.rejects(refused, isFault('full'));
		assert.deepEqual(await store.snapshot(ORG, sampleIds), []);
	}));
