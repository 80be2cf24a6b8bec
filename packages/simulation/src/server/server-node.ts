import type { Log } from '@navette/core';
import { createEngine, type Engine, type EngineConfig } from '@navette/engine';
import { createServer, type Server, type Service } from '@navette/server';
import type { BlobStore, DocumentStore } from '@navette/storage';
import type { Dice } from '../dice.ts';
import { createLife, type Life } from '../life.ts';
import type { Customs } from '../model/customs.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Trace } from '../trace.ts';
import { Violation } from '../violation.ts';
import type { Weather } from '../weather.ts';
import type { SimulatedBus } from './bus.ts';
import { createFaultPoints, noFaults, type StoreFaults } from './faults.ts';
import { createFaultyBlobs } from './faulty-blobs.ts';
import { createFaultyStore } from './faulty-store.ts';

/** One run of a server. */
export interface ServerRun {
	readonly life: Life;
	readonly engine: Engine;
	readonly server: Server;
	/** By organisation, up to where this server knows that rights moved. */
	readonly heard: Map<string, number>;
}

/** A machine that runs the server, is killed, and runs it again. */
export interface ServerNode {
	readonly name: string;
	/** What is about to go wrong at its store. */
	readonly faults: StoreFaults;
	/** Added to its clock, ms. */
	skew: number;
	/** The run under way, `undefined` while it is down. */
	run(): ServerRun | undefined;
	start(): void;
	/** Ends at once: nothing is answered any more. */
	kill(why: string): void;
	/** Says goodbye to its sockets, then ends. */
	stop(): void;
}

export interface ServerNodeDeps {
	readonly name: string;
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	readonly service: Service;
	readonly bus: SimulatedBus;
	readonly scheduler: Scheduler;
	readonly trace: Trace;
	readonly ledger: Ledger;
	readonly customs: Customs;
	readonly weather: Weather;
	readonly dice: Dice;
	readonly start: number;
	readonly config: Partial<EngineConfig>;
	/** A defect was written to the log. */
	readonly defect: (error: Error) => void;
}

const SOCKETS = { beatMs: 4_000, slowBeats: 3, greetingMs: 5_000 };
/** The counters of requests go by the time of the machine, so nothing is ever over them here. */
const RATES = { perToken: 1e9, refusalsPerAddress: 1e9 };
const EXPECTED = [
	...['a defect asked for', 'a fault of the simulation', 'was killed'],
	/* a clock that jumped ahead swept what was still coming: its device begins again */
	'no such upload',
];

const logOf = (deps: ServerNodeDeps, life: Life): Log => ({
	info() {},
	warn() {},
	error(event, fields) {
		const said = `${event} ${JSON.stringify(fields)}`;
		if (life.isOver() || EXPECTED.some((text) => said.includes(text))) return;
		deps.defect(new Violation('defect', `${deps.name}: ${said}`));
	},
});

const startRun = (deps: ServerNodeDeps, node: ServerNode): ServerRun => {
	const { name, scheduler, dice, weather, customs } = deps;
	const life = createLife(name, scheduler);
	const { kill, faults } = node;
	const points = createFaultPoints({ life, dice, weather, faults, name, kill });
	const heard = new Map<string, number>();
	const bus = deps.bus.join({
		name,
		life,
		rightsNow: (commits) =>
			new Map(
				commits.flatMap(({ org, rightsMoved }) =>
					rightsMoved ? [[org, customs.rightsNow(org)] as const] : [],
				),
			),
		heard(rights) {
			for (const [org, index] of rights) heard.set(org, Math.max(index, heard.get(org) ?? 0));
		},
	});
	const clock = { now: () => deps.start + scheduler.now() + node.skew };
	const { service, config } = deps;
	const log = logOf(deps, life);
	const engine = createEngine({
		store: createFaultyStore(deps.store, life, points, deps.ledger),
		blobs: createFaultyBlobs(deps.blobs, { life, points, dice, weather }),
		bus,
		catalogue: service.catalogue,
		policy: service.policy,
		clock,
		random: dice.random,
		log,
		soon: (work) => void life.timers.after(dice.below(3), work),
		config,
	});
	const { random } = dice;
	const shared = { service, engine, bus, clock, random, timers: life.timers, log };
	const server = createServer({
		...shared,
		rates: RATES,
		socketLimits: { ...SOCKETS, slowBytes: weather.slowBytes },
	});
	return { life, engine, server, heard };
};

export const createServerNode = (deps: ServerNodeDeps): ServerNode => {
	const { trace, name } = deps;
	let run: ServerRun | undefined;
	const end = () => {
		const ending = run;
		run = undefined;
		ending?.life.end();
	};
	const node: ServerNode = {
		name,
		faults: noFaults(),
		skew: 0,
		run: () => run,
		start() {
			if (run) return;
			Object.assign(node.faults, noFaults());
			trace.note(`${name} starts`);
			run = startRun(deps, node);
		},
		kill(why) {
			if (!run) return;
			trace.note(`${name} killed ${why}`);
			end();
		},
		stop() {
			if (!run) return;
			trace.note(`${name} stops`);
			run.server.close();
			end();
		},
	};
	return node;
};
