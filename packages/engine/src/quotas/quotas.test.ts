import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Failure, ok, type Result } from '@navette/core';
import fc from 'fast-check';
import {
	BOX,
	contentOf,
	createShelves,
	digestOf,
	MIA,
	ORG,
	openShelf,
	type Shelf,
} from '../testing/shelf.ts';
import type { Limits } from './usage.ts';

const openedShelf = async (limits: Limits = {}): Promise<Shelf> => {
	const shelf = openShelf(createShelves());
	await shelf.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	await shelf.run((c) => c.write('BOX', BOX, 'box'));
	await shelf.engine.quotas.set(ORG, limits);
	return shelf;
};

const codeOf = (outcome: Result<unknown, Failure>): string =>
	outcome.ok ? 'ok' : outcome.error.code;

const usageOf = async ({ engine }: Shelf) => {
	const state = await engine.quotas.state(ORG);
	assert.ok(state.ok);
	return state.value.usage;
};

const box = (n: string) => ({ shelf: 's1', n });

const announce = (shelf: Shelf, size: number, seed: number) => {
	const bytes = contentOf(size, seed);
	const wish = { type: 'BOX', key: BOX, size, digest: digestOf(bytes), way: 'whole' as const };
	return shelf.files.preload(ORG, MIA, wish);
};

test('growth over a limit of documents is refused whole, with the figures; the rest is not', async () => {
	const shelf = await openedShelf({ documents: 3 });
	const two = await shelf.run(async (c) => {
		await c.write('BOX', box('2'), 'x');
		await c.write('BOX', box('3'), 'x');
	});
	assert.ok(two.ok);
	const refused = await shelf.run((c) => c.write('BOX', box('4'), 'x'));
	assert.deepEqual(refused.ok || refused.error, {
		code: 'E-QUOTA',
		detail: { what: 'documents', limit: 3, used: 3, wanted: 1 },
	});
	assert.ok((await shelf.run((c) => c.write('BOX', box('3'), 'rewritten'))).ok);
	assert.ok((await shelf.run((c) => c.remove('BOX', box('2')))).ok);
	assert.ok((await shelf.run((c) => c.write('BOX', box('4'), 'x'))).ok);
	assert.equal((await usageOf(shelf))?.documents, 3);
});

test('bytes of documents are counted as they grow and shrink', async () => {
	const shelf = await openedShelf({ documentBytes: 1_000 });
	assert.equal(
		codeOf(await shelf.run((c) => c.write('BOX', box('2'), 'x'.repeat(2_000)))),
		'E-QUOTA',
	);
	assert.ok((await shelf.run((c) => c.write('BOX', box('2'), 'x'.repeat(800)))).ok);
	assert.equal(
		codeOf(await shelf.run((c) => c.write('BOX', box('3'), 'x'.repeat(500)))),
		'E-QUOTA',
	);
	assert.ok((await shelf.run((c) => c.write('BOX', box('2'), 'x'))).ok);
	assert.ok((await shelf.run((c) => c.write('BOX', box('3'), 'x'.repeat(500)))).ok);
});

test('uploads at the same time never pass the limit together', async () => {
	const shelf = await openedShelf({ fileBytes: 5_000 });
	const outcomes = await Promise.all(
		Array.from({ length: 12 }, (_, seed) => announce(shelf, 1_000, seed)),
	);
	assert.equal(outcomes.filter(({ ok }) => ok).length, 5);
	assert.deepEqual([...new Set(outcomes.map(codeOf))].sort(), ['E-QUOTA', 'ok']);
	assert.equal((await usageOf(shelf))?.fileBytes, 5_000);
});

test('what is abandoned, cancelled or taken from its document is room again', async () => {
	const shelf = await openedShelf({ fileBytes: 3_000 });
	const first = await announce(shelf, 1_000, 1);
	assert.ok(first.ok);
	await shelf.files.cancel(ORG, MIA, first.value.fid);
	assert.equal((await usageOf(shelf))?.fileBytes, 0);
	await announce(shelf, 1_000, 2);
	const file = await shelf.upload(contentOf(2_000), 'a.txt');
	assert.ok(file.ok);
	await shelf.run((c) => c.attach('BOX', BOX, file.value));
	assert.equal((await usageOf(shelf))?.fileBytes, 3_000);
	shelf.clock.advance(2 * 86_400_000);
	await shelf.engine.maintain(ORG);
	assert.equal((await usageOf(shelf))?.fileBytes, 2_000);
	await shelf.run((c) => c.remove('BOX', BOX));
	assert.equal((await usageOf(shelf))?.fileBytes, 0);
	assert.equal(await shelf.engine.quotas.recount(ORG), 0);
});

test('operations of a minute: one too many is told when to come back; a repetition costs nothing', async () => {
	const shelf = await openedShelf({ operationsPerMinute: 2 });
	const call = (operation: string) =>
		shelf.engine.run({
			org: ORG,
			caller: MIA,
			identity: { operation, fingerprintFor: () => new Uint8Array(16) },
			work: () => ok(null),
		});
	assert.deepEqual([await call('op-1'), await call('op-2'), await call('op-1')].map(codeOf), [
		'ok',
		'ok',
		'ok',
	]);
	shelf.clock.advance(20_000);
	const refused = await call('op-3');
	assert.deepEqual(refused.ok || refused.error, {
		code: 'E-QUOTA-RATE',
		detail: { limit: 2, seconds: 40 },
	});
	shelf.clock.advance(40_000);
	assert.ok((await call('op-3')).ok);
});

test('limits set on what is there count it; a lower one refuses growth only; none counts nothing', async () => {
	const shelf = await openedShelf();
	assert.equal(await usageOf(shelf), undefined);
	await shelf.run((c) => c.write('BOX', box('2'), 'x'));
	await shelf.engine.quotas.set(ORG, { documents: 1 });
	assert.equal((await usageOf(shelf))?.documents, 2);
	assert.equal(codeOf(await shelf.run((c) => c.write('BOX', box('3'), 'x'))), 'E-QUOTA');
	assert.ok((await shelf.run((c) => c.remove('BOX', box('2')))).ok);
	await shelf.engine.putOrganisation(ORG, 'open', { label: 'other', clockOffset: 0 });
	assert.deepEqual((await usageOf(shelf))?.documents, 1, 'limits outlive a new name');
	await shelf.engine.quotas.set(ORG, {});
	assert.ok((await shelf.run((c) => c.write('BOX', box('3'), 'x'))).ok);
	assert.equal(codeOf(await shelf.engine.quotas.set('none', { documents: 1 })), 'E-ORG');
});

type Deed = (shelf: Shelf, n: string, size: number, seed: number) => Promise<unknown>;

const DEEDS: Readonly<Record<string, Deed>> = {
	write: (shelf, n, size) => shelf.run((c) => c.write('BOX', box(n), 'x'.repeat(size))),
	remove: (shelf, n) => shelf.run((c) => c.remove('BOX', box(n))),
	announce: (shelf, _n, size, seed) => announce(shelf, size, seed),
	async cancel(shelf, _n, size, seed) {
		const made = await announce(shelf, size, seed);
		if (made.ok) await shelf.files.cancel(ORG, MIA, made.value.fid);
	},
	async attach(shelf, n, size, seed) {
		const file = await shelf.upload(contentOf(size, seed), 'a.txt', { key: box(n) });
		if (!file.ok) return;
		await shelf.run(async (c) => {
			const isThere = (await c.read('BOX', box(n))) !== undefined;
			if (isThere) await c.attach('BOX', box(n), file.value);
		});
	},
	async day(shelf) {
		shelf.clock.advance(2 * 86_400_000);
		await shelf.engine.maintain(ORG);
	},
};

const LIMITS = { documents: 3, documentBytes: 1_500, fileBytes: 2_000 };

/** What is counted is within the limits, and what a fresh count finds. */
const checkUsage = async (shelf: Shelf): Promise<void> => {
	const usage = await usageOf(shelf);
	assert.ok(usage);
	for (const what of ['documents', 'documentBytes', 'fileBytes'] as const)
		assert.ok(usage[what] >= 0 && usage[what] <= LIMITS[what], `${what} ${usage[what]}`);
	await shelf.engine.quotas.recount(ORG);
	assert.deepEqual(await usageOf(shelf), usage);
};

test('whatever is done, the count is what there is', async () => {
	const step = fc.record({
		kind: fc.constantFrom(...Object.keys(DEEDS)),
		n: fc.constantFrom('1', '2', '3', '4'),
		size: fc.integer({ min: 1, max: 900 }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const shelf = await openedShelf(LIMITS);
			for (const [seed, { kind, n, size }] of steps.entries()) {
				await DEEDS[kind]?.(shelf, n, size, seed);
				await checkUsage(shelf);
			}
		}),
		{ numRuns: 40 },
	);
});
