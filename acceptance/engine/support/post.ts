import { ok, type Random, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine } from '@navette/engine';
import {
	createService,
	createTaskRunner,
	defineTask,
	type ServerApplication,
} from '@navette/server';
import { createMemoryNoticeBus, type DocumentStore } from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import * as v from 'valibot';

export const POST_ORG = 'post';

/** Short, so that a test does not wait for a minute. */
const TIMES = { leaseMs: 600, sweepMs: 200, clocksApartMs: 200 };

/** An application that sends letters; `send` is the world outside. */
const postApplication = (
	send: (id: string, signal: AbortSignal) => Promise<void>,
): ServerApplication => ({
	name: 'post',
	documents: [{ name: 'SENT', key: ['id'], threads: [], sealing: 'clear', shape: 1 }],
	threads: [],
	policy: { thread: () => undefined, dependsOn: [] },
	operations: [],
	reports: [],
	errors: {},
	tasks: [
		defineTask({
			name: 'post.letter',
			about: 'Sends a letter, and notes in the organisation how often it was noted as sent.',
			input: v.strictObject({}),
			async handler({ id, signal }) {
				await send(id, signal);
				return ok(async (context) => {
					const before = (await context.read<number>('SENT', { id })) ?? 0;
					await context.write('SENT', { id }, before + 1);
					return ok(null);
				});
			},
		}),
	],
});

/** Opens a store by its address: a path, or `postgres://…`. */
export const openStoreAt = (address: string, random: Random = systemRandom) =>
	address.startsWith('postgres:')
		? createPostgresDocumentStore({ url: address, random, timers: systemTimers })
		: createSqliteDocumentStore({ path: address, random });

/** A server of the post over a store: its engine, and what does its tasks. */
export const openPost = async (
	store: DocumentStore,
	send: (id: string, signal: AbortSignal) => Promise<void>,
) => {
	const service = createService([postApplication(send)]);
	const { catalogue, policy } = service;
	const parts = { store, clock: systemClock, random: systemRandom, log: silentLog };
	const engine = createEngine({
		...{ ...parts, bus: createMemoryNoticeBus(), catalogue, policy, soon: setImmediate },
		config: { clocksApartMs: TIMES.clocksApartMs },
	});
	const runner = createTaskRunner({ ...parts, ...TIMES, engine, service, timers: systemTimers });
	return { engine, runner };
};

/** Records letters, each in an operation of its own. */
export const writeLetters = async (
	engine: Awaited<ReturnType<typeof openPost>>['engine'],
	ids: readonly string[],
): Promise<void> => {
	const outcomes = await Promise.all(
		ids.map((id) =>
			engine.run({
				org: POST_ORG,
				caller: () => ({ id: 'mia', rights: [] }),
				work: async (context) => ok(await context.defer({ name: 'post.letter', input: {}, id })),
			}),
		),
	);
	if (outcomes.some((outcome) => !outcome.ok)) throw new Error('a letter was not recorded');
};
