import { silentLog } from '@navette/core';
import { createMemoryLocalStore, type LocalStore } from '@navette/local-store';
import { createCatalogue, type DocumentType } from '@navette/model';
import { createSeededRandom, createTestClock, type TestClock } from '@navette/testkit';
import { createSession } from '../create-session.ts';
import type { LiveThread } from '../live-thread.ts';
import type { Session } from '../session.ts';
import type { SessionOptions } from '../session-options.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { BEAT_MS, createFakeServer, type FakeServer } from './fake-server.ts';
import { createTestTimers, type TestTimers } from './test-timers.ts';

export const NOTE: DocumentType = {
	name: 'NOTE',
	key: ['a', 'b'],
	threads: ['BOOK'],
	sealing: 'clear',
	shape: 1,
};
export const CHAT: DocumentType = { ...NOTE, name: 'CHAT' };
export const SECRET: DocumentType = { ...NOTE, name: 'SECRET', sealing: 'sealed' };

export const catalogueOf = (...types: readonly DocumentType[]) => {
	const made = createCatalogue(types, [{ name: 'BOOK', key: [] }]);
	if (!made.ok) throw new Error(made.error.join());
	return made.value;
};

/** All that may be said of a session of tests, but its token. */
type Settings = Omit<SessionOptions, 'token' | 'signer'>;

/** A server, a device and the network between them, all in the test's hands. */
export interface World {
	readonly server: FakeServer;
	readonly network: FakeNetwork;
	readonly timers: TestTimers;
	readonly clock: TestClock;
	readonly store: LocalStore;
	/** Starts the application on the device: a session over what it kept. */
	start(options?: Partial<Settings>): Promise<Session>;
}

export const createWorld = async (seed = 1, store?: LocalStore): Promise<World> => {
	const clock = createTestClock();
	const random = createSeededRandom(seed);
	const server = createFakeServer();
	server.now = clock.now();
	const network = createFakeNetwork(server);
	const timers = createTestTimers(clock);
	timers.every(BEAT_MS, () => server.beat());
	const kept = store ?? (await createMemoryLocalStore({ log: silentLog }));
	return {
		server,
		network,
		timers,
		clock,
		store: kept,
		start: (options) =>
			createSession({
				org: 'demo',
				baseUrl: 'http://fake',
				token: 'token',
				catalogue: catalogueOf(NOTE, CHAT, SECRET),
				store: kept,
				transport: network.transport,
				clock,
				random,
				timers,
				log: silentLog,
				...options,
			}),
	};
};

/** What a watcher sees: `type/id` → data. */
export const seen = (
	thread: LiveThread,
	types: readonly string[] = ['NOTE', 'CHAT', 'SECRET'],
): Readonly<Record<string, unknown>> => {
	const view = thread.get();
	return Object.fromEntries(
		types.flatMap((type) =>
			[...view.documents(type)].map(([id, { data }]) => [`${type}/${id}`, data]),
		),
	);
};
