import { ok, silentLog } from '@navette/core';
import { createEngine } from '@navette/engine';
import { ACCESS_TYPE, type AccessData, createService } from '@navette/server';
import { createMemoryBlobStore, createMemoryNoticeBus, type DocumentStore } from '@navette/storage';
import { createBoardApplication } from '../application/board-application.ts';
import { createDeviceNode, type DeviceNode } from '../device/device-node.ts';
import { createPromises, type Promises } from '../device/promises.ts';
import { createViewCheck } from '../device/view-check.ts';
import type { Dice } from '../dice.ts';
import { createDice } from '../dice.ts';
import { createLife } from '../life.ts';
import { type Contents, createContents } from '../model/contents.ts';
import { createCustoms } from '../model/customs.ts';
import { createLedger, type Ledger } from '../model/ledger.ts';
import { createScheduler, type Scheduler } from '../scheduler.ts';
import { createSimulatedBus } from '../server/bus.ts';
import { createFaultPoints, noFaults } from '../server/faults.ts';
import { createFaultyStore } from '../server/faulty-store.ts';
import { createServerNode, type ServerNode } from '../server/server-node.ts';
import { createTrace, type Trace } from '../trace.ts';
import { createWeather, type Weather } from '../weather.ts';
import { ACCESSES, ADMINISTRATOR, castOf, ORGANISATIONS, type Part, someRights } from './cast.ts';
import { createLinks, type Links } from './links.ts';
import { createNetwork, type Network } from './network.ts';

/** What a world is made of. */
export interface WorldOptions {
	readonly seed: number;
	/** Devices of users. */
	readonly devices: number;
	readonly servers: number;
	/** Share of the messages between servers that the bus loses. */
	readonly busLoss: number;
	/** The one store of all servers. */
	readonly store: DocumentStore;
}

/** A whole system in virtual time. */
export interface World {
	readonly scheduler: Scheduler;
	readonly trace: Trace;
	readonly dice: Dice;
	readonly weather: Weather;
	readonly links: Links;
	readonly network: Network;
	readonly ledger: Ledger;
	readonly contents: Contents;
	readonly promises: Promises;
	readonly store: DocumentStore;
	readonly servers: readonly ServerNode[];
	readonly devices: readonly { readonly node: DeviceNode; readonly part: Part }[];
	/** Machines that are about to be started again. */
	readonly starting: Set<string>;
	/** Notes that something is wrong: the first of all is what the world ends with. */
	failure(error: unknown): void;
	firstFailure(): unknown;
}

/** 2026-01-15 08:00 UTC. */
const START = Date.UTC(2026, 0, 15, 8);
/** Bytes of a segment of a content. */
const SEGMENT = 400;
const RETENTION = { tombstoneDays: 1, cleanAfterDays: 1, answerDays: 5_000, purgeRows: 3 };

/** Organisations and accesses, written before anything goes wrong. */
const furnish = async (
	store: DocumentStore,
	service: ReturnType<typeof createService>,
	dice: Dice,
) => {
	const engine = createEngine({
		store,
		bus: createMemoryNoticeBus(),
		catalogue: service.catalogue,
		policy: service.policy,
		clock: { now: () => START },
		random: dice.random,
		log: silentLog,
		soon: setImmediate,
		blobs: createMemoryBlobStore(),
	});
	for (const org of ORGANISATIONS)
		await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
	for (const { org, account, hash } of ACCESSES)
		await engine.run({
			org,
			caller: () => ({ id: 'set-up', rights: [] }),
			work: async (context) => {
				const rights = account === 'adm' ? ADMINISTRATOR : someRights(dice);
				const access: AccessData = { account, label: account, rights, created: START };
				await context.write(ACCESS_TYPE.name, { hash }, access);
				return ok(null);
			},
		});
};

/** Builds a world; nothing happens in it before its scheduler is driven. */
export const createWorld = async (options: WorldOptions): Promise<World> => {
	const { store } = options;
	const dice = createDice(options.seed);
	const weather = createWeather(dice);
	const trace = createTrace();
	trace.note(`weather ${JSON.stringify(weather)}`);
	const scheduler = createScheduler(trace);
	const contents = createContents(createMemoryBlobStore({ segmentBytes: SEGMENT }));
	const ledger = createLedger(contents);
	const customs = createCustoms(ledger);
	const links = createLinks();
	const promises = createPromises(ledger);
	const views = createViewCheck(ledger);
	const service = createService([createBoardApplication(ledger)]);
	let first: unknown;
	const failure = (error: unknown) => {
		first ??= error;
	};

	const quiet = createLife('set-up', scheduler);
	const still = { ...weather, calm: true };
	const base = { dice, weather: still, name: 'set-up', kill: () => {} };
	const points = createFaultPoints({ ...base, life: quiet, faults: noFaults() });
	await furnish(createFaultyStore(store, quiet, points, ledger), service, dice.split());

	const loss = dice.split();
	const bus = createSimulatedBus({
		scheduler,
		dice: dice.split(),
		weather,
		lose: () => !weather.calm && loss.chance(options.busLoss),
	});
	const shared = { scheduler, trace, weather, start: START, defect: failure };
	const servers = Array.from({ length: options.servers }, (_, at) =>
		createServerNode({
			...shared,
			...{ name: `s${at + 1}`, store, blobs: contents.blobs, service, bus, ledger, customs },
			dice: dice.split(),
			config: RETENTION,
		}),
	);
	const parts = { scheduler, weather, links, customs, servers, defect: failure };
	const network = createNetwork({ ...parts, dice: dice.split() });
	const devices = castOf(options.devices, dice).map((part) => {
		const { station, wishes } = part;
		const node = createDeviceNode({
			...shared,
			...{ station, wishes, network, promises, views },
			catalogue: service.catalogue,
			dice: dice.split(),
		});
		return { node, part };
	});
	if (weather.noSockets) links.socketless.add('d1');
	for (const server of servers) server.start();
	for (const { node } of devices) node.start();
	return {
		...{
			scheduler,
			trace,
			dice,
			weather,
			links,
			network,
			ledger,
			contents,
			promises,
			store,
			servers,
			devices,
		},
		starting: new Set(),
		failure,
		firstFailure: () => first,
	};
};
