import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok, silentLog } from '@navette/core';
import { createMemoryNoticeBus, type DocumentStore } from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import fc from 'fast-check';
import { DEFAULT_CONFIG } from '../config.ts';
import { createEngine } from '../engine.ts';
import type { Tasks } from '../tasks/contract.ts';
import { boardCatalogue, boardPolicy } from '../testing/board.ts';
import { ROOT } from '../testing/world.ts';

const LEASE = 60_000;
const ORG = 'north';
const TERMS = { ms: LEASE, most: () => 1_000 };

type Step =
	| { readonly kind: 'record'; readonly later: boolean; readonly refused: boolean }
	/** A worker begins what is due; the effect happens; it may be killed before or after noting it. */
	| { readonly kind: 'begin' | 'renew' | 'end' | 'fail' | 'die'; readonly worker: number }
	| { readonly kind: 'time'; readonly ms: number };

const worker = fc.integer({ min: 0, max: 2 });
const of = (kind: 'begin' | 'renew' | 'end' | 'fail' | 'die') =>
	fc.record({ kind: fc.constant(kind), worker });
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		arbitrary: fc.record({
			kind: fc.constant('record' as const),
			later: fc.boolean(),
			refused: fc.boolean(),
		}),
		weight: 2,
	},
	{ arbitrary: of('begin'), weight: 5 },
	{ arbitrary: of('end'), weight: 2 },
	of('renew'),
	of('fail'),
	of('die'),
	{
		arbitrary: fc.record({
			kind: fc.constant('time' as const),
			ms: fc.integer({ min: 1, max: 2 * LEASE }),
		}),
		weight: 3,
	},
);

interface Hand {
	readonly id: string;
	readonly by: string;
	until: number;
}

/** Three engines over one store, each with what its worker has in hand; one clock for all. */
const createWorkers = async (store: DocumentStore) => {
	const clock = createTestClock();
	const engines = [1, 2, 3].map((seed) =>
		createEngine({
			store,
			bus: createMemoryNoticeBus(),
			catalogue: boardCatalogue,
			policy: boardPolicy,
			clock,
			random: createSeededRandom(seed),
			log: silentLog,
			soon: setImmediate,
		}),
	);
	await engines[0]?.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	const hands: (Hand | undefined)[] = [undefined, undefined, undefined];
	const recorded = new Set<string>();
	const begun = new Map<string, number>();
	const ended = new Set<string>();
	let names = 0;

	const engineOf = (at: number) => {
		const engine = engines[at];
		assert.ok(engine);
		return engine;
	};

	const record = async (later: boolean, refused: boolean): Promise<void> => {
		const id = `t${names++}`;
		const outcome = await engineOf(0).run({
			org: ORG,
			caller: ROOT,
			async work(context) {
				const at = later ? context.now + LEASE : context.now;
				await context.defer({ name: 'mail', input: { id }, id, at });
				if (refused) return { ok: false, error: { code: 'E-RIGHT' } };
				return ok(null);
			},
		});
		if (outcome.ok) recorded.add(id);
	};

	const begin = async (at: number): Promise<void> => {
		if (hands[at]) return;
		const { tasks } = engineOf(at);
		const [id] = (await tasks.due(ORG, 1)).ids;
		if (id === undefined) return;
		const by = `w${at}-${names++}`;
		const claim = await tasks.claim({ org: ORG, id, by }, TERMS);
		if (claim.kind === 'none') return;
		assert.ok(recorded.has(id), 'what was refused is never done');
		assert.ok(!ended.has(id), 'what is noted as done is never done again');
		for (const hand of hands)
			assert.ok(
				hand?.id !== id || hand.until + DEFAULT_CONFIG.clocksApartMs <= clock.now(),
				'two do it at once',
			);
		hands[at] = { id, by, until: clock.now() + LEASE };
		begun.set(id, (begun.get(id) ?? 0) + 1);
	};

	/** Whether the hand of a worker still is the last one that began its task. */
	const isLast = (at: number, hand: Hand): boolean =>
		!hands.some(
			(other, index) => index !== at && other?.id === hand.id && other.until > hand.until,
		);

	const act = async (kind: 'renew' | 'end' | 'fail' | 'die', at: number): Promise<void> => {
		const hand = hands[at];
		if (!hand) return;
		const { tasks } = engineOf(at);
		const held = { org: ORG, ...hand };
		if (kind === 'renew') {
			const isMine = await tasks.renew(held, LEASE);
			if (isMine) assert.ok(isLast(at, hand), 'a task taken over is not kept');
			if (isMine) hand.until = clock.now() + LEASE;
			else hands[at] = undefined;
			return;
		}
		hands[at] = undefined;
		if (kind === 'die') return;
		const failed = { kind: 'again', ms: 1_000, code: 'E-BUSY', attempts: 'kept' } as const;
		const noted = await tasks.finish(held, kind === 'end' ? { kind: 'done' } : failed);
		if (!noted.ok) return assert.equal(noted.error.code, 'E-TASK-LOST');
		assert.ok(isLast(at, hand), 'what somebody else took over is not noted by the first');
		if (kind === 'end') {
			assert.ok(!ended.has(hand.id), 'noted once');
			ended.add(hand.id);
		}
	};

	/** Everybody but one is dead: everything recorded is done in the end. */
	const settle = async (): Promise<void> => {
		hands.fill(undefined);
		for (let round = 0; round < 2; round++) {
			clock.advance(3 * LEASE);
			for (let more = true; more; ) {
				await begin(0);
				more = hands[0] !== undefined;
				await act('end', 0);
			}
		}
		for (const id of recorded) assert.ok((begun.get(id) ?? 0) >= 1, `${id} was never done`);
		assert.deepEqual([...ended].sort(), [...recorded].sort());
		assert.deepEqual(await engineOf(0).tasks.list(ORG, 100), [], 'what is done leaves nothing');
	};

	const run = async (asked: Step): Promise<void> => {
		if (asked.kind === 'record') await record(asked.later, asked.refused);
		else if (asked.kind === 'time') clock.advance(asked.ms);
		else if (asked.kind === 'begin') await begin(asked.worker);
		else await act(asked.kind, asked.worker);
	};
	return { run, settle };
};

/** Two servers over one store, and one clock for both. */
const createTwo = async (store: DocumentStore) => {
	const clock = createTestClock();
	const parts = { bus: createMemoryNoticeBus(), catalogue: boardCatalogue, policy: boardPolicy };
	const open = (seed: number) => {
		const engine = createEngine({
			...{ ...parts, store, clock, log: silentLog, soon: setImmediate },
			random: createSeededRandom(seed),
		});
		return { engine, tasks: engine.tasks };
	};
	const [first, second] = [open(1), open(2)];
	await first.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	return { first, second, clock, store };
};

/**
 * Random histories of three workers over one store, with kills between any two steps and leases that
 * end: each task recorded is done at least once, never by two at a time, and never after it was noted
 * as done; what was refused is never done.
 */
export const taskInvariants = (
	name: string,
	openStore: () => Promise<DocumentStore>,
	runs = 100,
): void => {
	test(`${name}: tasks are done at least once, by one at a time, whoever is killed`, async (t) => {
		const seed = Number(process.env.NAVETTE_SEED ?? crypto.getRandomValues(new Int32Array(1))[0]);
		t.diagnostic(`seed ${seed} (NAVETTE_SEED replays it)`);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
				const store = await openStore();
				try {
					const workers = await createWorkers(store);
					for (const asked of steps) await workers.run(asked);
					await workers.settle();
				} finally {
					await store.close();
				}
			}),
			{ seed, numRuns: runs },
		);
	});

	test(`${name}: a task is taken over once its lease is over, and the first is told`, async () => {
		const { first, second, clock, store } = await createTwo(await openStore());
		await first.engine.run({
			org: ORG,
			caller: ROOT,
			work: async (context) => ok(await context.defer({ name: 'mail', input: null, id: 'a' })),
		});
		const held = (by: string) => ({ org: ORG, id: 'a', by });
		const begin = (tasks: Tasks, by: string) => tasks.claim(held(by), TERMS);
		assert.equal((await begin(first.tasks, 'one')).kind, 'mine');
		clock.advance(LEASE + DEFAULT_CONFIG.clocksApartMs - 1);
		assert.equal((await begin(second.tasks, 'two')).kind, 'none');
		clock.advance(1);
		await first.engine.putOrganisation(ORG, 'frozen', { label: ORG, clockOffset: 0 });
		assert.equal((await begin(second.tasks, 'two')).kind, 'none', 'not while it is frozen');
		await first.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
		assert.equal((await begin(second.tasks, 'two')).kind, 'mine');
		assert.equal(await first.tasks.renew(held('one'), LEASE), false);
		const late = await first.tasks.finish(held('one'), { kind: 'done' });
		assert.equal(late.ok || late.error.code, 'E-TASK-LOST');
		assert.ok((await second.tasks.finish(held('two'), { kind: 'done' })).ok);
		assert.equal((await begin(first.tasks, 'three')).kind, 'none');
		const left = await store.snapshot(ORG, (reader) => reader.documentsOfType('TASK'));
		assert.deepEqual(left, [], 'what is done leaves nothing');
		await store.close();
	});

	test(`${name}: of two who begin one task at the same time, one does`, async () => {
		const { first, second, store } = await createTwo(await openStore());
		for (let round = 0; round < 10; round++) {
			const id = `t${round}`;
			await first.engine.run({
				org: ORG,
				caller: ROOT,
				work: async (context) => ok(await context.defer({ name: 'mail', input: null, id })),
			});
			const claims = await Promise.all(
				[first, second, first, second].map(({ tasks }, at) =>
					tasks.claim({ org: ORG, id, by: `w${at}` }, TERMS),
				),
			);
			assert.equal(claims.filter(({ kind }) => kind === 'mine').length, 1);
		}
		await store.close();
	});
};
