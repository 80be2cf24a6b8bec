import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWorld, seen, type World } from './testing/device.ts';
import { breathe, until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';
const IDS = ['x.1', 'x.2', 'x.3', 'y.1', 'y.2'] as const;

const step = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('write' as const),
			type: fc.constantFrom('NOTE', 'CHAT'),
			id: fc.constantFrom(...IDS),
			alive: fc.boolean(),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('fate' as const),
			fate: fc.constantFrom('deliver' as const, 'drop' as const, 'hold' as const),
			all: fc.boolean(),
		}),
	},
	...(
		['cut', 'release', 'beat', 'breathe', 'purge', 'down', 'up', 'inline', 'restore'] as const
	).map((kind) => ({ weight: 1, arbitrary: fc.record({ kind: fc.constant(kind) }) })),
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('time' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One step of a conversation between a server that changes and a network that fails. */
const play = async (world: World, one: Step, count: number): Promise<void> => {
	const { server, network, timers } = world;
	if (one.kind === 'write') server.write(BOOK, [one.type, one.id, one.alive ? count : undefined]);
	else if (one.kind === 'fate')
		network.fate = (frame) => (one.all || frame.kind === 'notice' ? one.fate : 'deliver');
	else if (one.kind === 'cut') network.cut();
	else if (one.kind === 'release')
		network.release((held) => Array.from({ length: held }, (_, index) => held - 1 - index));
	else if (one.kind === 'beat') server.beat();
	else if (one.kind === 'purge') server.purge(BOOK);
	else if (one.kind === 'inline') server.inline = !server.inline;
	else if (one.kind === 'down') network.up = false;
	else if (one.kind === 'up') network.up = true;
	else if (one.kind === 'time') await timers.advance(700);
	else if (one.kind === 'restore') {
		// A server that is restored has been stopped.
		network.cut();
		server.restore(server.backup());
	}
	await breathe(1);
};

test('after any changes, losses and cuts, every watcher sees what the server has', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { maxLength: 40 }),
			fc.integer({ min: 1, max: 4 }),
			async (steps, pageLimit) => {
				const world = await createWorld(pageLimit);
				const { server, network, timers, start } = world;
				server.pageLimit = pageLimit;
				const session = await start();
				const all = session.watch(BOOK);
				const some = session.watch(BOOK, { types: ['NOTE'], filters: { NOTE: { a: 'x' } } });
				for (const [count, one] of steps.entries()) await play(world, one, count);
				network.up = true;
				network.fate = () => 'deliver';
				network.release();
				const wanted = () => JSON.stringify(Object.entries(server.living(BOOK)).sort());
				const isThere = () =>
					all.get().status === 'ready' &&
					JSON.stringify(Object.entries(seen(all)).sort()) === wanted();
				for (let times = 0; times < 40 && !isThere(); times++) {
					server.beat();
					await timers.advance(2_000);
				}
				await until('the same', isThere);
				const filtered = Object.entries(server.living(BOOK)).filter(([name]) =>
					name.startsWith('NOTE/x'),
				);
				assert.deepEqual(seen(some), Object.fromEntries(filtered));
				await session.close();
				network.up = false;
				const next = await start();
				const kept = next.watch(BOOK);
				await until('kept', () => kept.get().status === 'ready');
				assert.deepEqual(seen(kept), server.living(BOOK), 'what is kept is what was seen');
				await next.close();
			},
		),
		{ numRuns: 120 },
	);
});
