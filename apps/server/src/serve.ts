import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	type Clock,
	err,
	type Log,
	ok,
	type Random,
	type Result,
	systemClock,
	systemRandom,
	systemTimers,
	type Timers,
} from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import {
	createServer,
	createService,
	type RateLimits,
	type Server,
	type ServerApplication,
	type SocketLimits,
} from '@navette/server';
import { createMemoryNoticeBus } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { addressOf, listenHttp } from './http-server.ts';
import { createStaticFiles } from './static-files.ts';

/** How to serve applications; what is absent is the machine's own. */
export interface ServeOptions {
	readonly data: string;
	/** 0 = any free port. */
	readonly port: number;
	readonly host?: string;
	readonly log: Log;
	readonly clock?: Clock;
	readonly random?: Random;
	readonly timers?: Timers;
	readonly applications: readonly ServerApplication[];
	/** Done before the port is opened: first organisations, for instance. */
	readonly prepare?: (engine: Engine, folder: string) => Promise<void>;
	readonly rates?: RateLimits;
	readonly socketLimits?: Partial<SocketLimits>;
}

/** A server that runs. */
export interface Serving {
	readonly url: string;
	readonly engine: Engine;
	readonly server: Server;
	/** Ends it cleanly: nothing that was answered is lost. */
	close(): Promise<void>;
}

const HOUR = 3_600_000;

/** Built web application, beside this one. */
const WEB = path.resolve(import.meta.dirname, '../../web/dist');

const maintainDaily = (engine: Engine, timers: Timers, log: Log): (() => void) =>
	timers.every(6 * HOUR, () => {
		const work = async () => {
			for (const org of await engine.organisations()) await engine.maintain(org);
		};
		work().catch((error: unknown) => log.error('maintenance-failed', { error: String(error) }));
	});

/** Serves applications from one process, on embedded SQLite; the error is a sentence for the person who started it. */
export const serve = async (options: ServeOptions): Promise<Result<Serving, string>> => {
	const { log, clock = systemClock, random = systemRandom, timers = systemTimers } = options;
	const folder = openDataFolder(options.data);
	if (!folder.ok) return folder;
	const lock = lockFolder(folder.value);
	if (!lock.ok) return lock;
	const store = await createSqliteDocumentStore({
		path: path.join(folder.value, 'navette.sqlite'),
		random,
	});
	const bus = createMemoryNoticeBus();
	const service = createService(options.applications);
	const engine = createEngine({
		store,
		bus,
		catalogue: service.catalogue,
		policy: service.policy,
		clock,
		random,
		log,
		soon: setImmediate,
	});
	const server = createServer({
		service,
		engine,
		bus,
		clock,
		timers,
		log,
		addressOf,
		...(options.rates ? { rates: options.rates } : {}),
		...(options.socketLimits ? { socketLimits: options.socketLimits } : {}),
	});
	if (existsSync(WEB)) server.app.route('/', createStaticFiles(WEB));
	await options.prepare?.(engine, folder.value);
	const stopMaintenance = maintainDaily(engine, timers, log);
	const end = async () => {
		stopMaintenance();
		await engine.close();
		await bus.close();
		lock.value();
	};
	const listening = await listenHttp(
		server,
		(request, bindings) => server.fetch(request, bindings),
		options.port,
		options.host ?? '127.0.0.1',
	);
	if (!listening.ok) {
		server.close();
		await end();
		return err(listening.error);
	}
	return ok({
		url: listening.value.url,
		engine,
		server,
		async close() {
			await listening.value.close();
			await end();
		},
	});
};
