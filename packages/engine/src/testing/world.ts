import { type Observer, silentLog, silentObserver } from '@navette/core';
import type { Account, Right } from '@navette/model';
import {
	createMemoryDocumentStore,
	createMemoryNoticeBus,
	type DocumentStore,
} from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import type { EngineConfig } from '../config.ts';
import type { Caller } from '../contract.ts';
import { createEngine } from '../engine.ts';
import type { EngineEvent } from '../engine-event.ts';
import { boardCatalogue, boardPolicy } from './board.ts';

const START = Date.UTC(2026, 0, 5, 9);

/** Rights of accounts are documents, so that they can be withdrawn at once. */
export const callerOf =
	(account: string): Caller =>
	async (source) => {
		const rights = await source.read<readonly Right[]>('RIGHTS', { account });
		return rights && { id: account, rights };
	};

/** Somebody with rights of their own, whatever is stored. */
export const callerWith =
	(account: Account): Caller =>
	() =>
		account;

export const ROOT: Caller = callerWith({ id: 'root', rights: [] });

/** An engine over a store, its clock and its bus in the hands of the test. */
export const createWorld = async (
	store: DocumentStore = createMemoryDocumentStore({ random: createSeededRandom(1) }),
	config: Partial<EngineConfig> = {},
	observer: Observer<EngineEvent> = silentObserver,
) => {
	const clock = createTestClock(START);
	const bus = createMemoryNoticeBus();
	const engine = createEngine({
		store,
		bus,
		catalogue: boardCatalogue,
		policy: boardPolicy,
		clock,
		random: createSeededRandom(2),
		log: silentLog,
		soon: setImmediate,
		config,
		observer,
	});
	for (const org of ['north', 'south'])
		await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
	return { engine, clock, bus, store };
};

export type World = Awaited<ReturnType<typeof createWorld>>;
