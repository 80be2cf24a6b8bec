import {
	type Clock,
	type Log,
	type Observer,
	type Random,
	silentObserver,
	type Timers,
} from '@navette/core';
import type { Engine } from '@navette/engine';
import type { NoticeBus, OnceRegister } from '@navette/storage';
import { Hono } from 'hono';
import { sessionHolder } from './access/session-holder.ts';
import { createSignedRequests } from './access/signed-request.ts';
import { createDispatcher } from './dispatcher.ts';
import { createApi } from './http/api.ts';
import { crossOrigin, type IsOriginKnown } from './http/cross-origin.ts';
import { createPublicPages } from './http/public-pages.ts';
import { createSealedDoor, type SealingKeysOf } from './http/sealed-door.ts';
import { observeRates } from './observation/observe-rates.ts';
import { routeOf } from './observation/route-name.ts';
import type { ServerEvent } from './observation/server-event.ts';
import { createRates, DEFAULT_RATES, type RateLimits } from './rate.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import type { Service } from './service.ts';
import { createHub } from './socket/hub.ts';
import { createSession } from './socket/session.ts';
import type { Session } from './socket/session-state.ts';
import { SOCKET_LIMITS, type SocketLimits } from './socket/socket-limits.ts';
import type { SocketEvents, SocketPort } from './socket/socket-port.ts';
import { type CronDeps, createTasksRoute } from './tasks/run-tasks-route.ts';

/** What a server is given. */
export interface ServerDeps {
	readonly service: Service;
	readonly engine: Engine;
	readonly bus: NoticeBus;
	readonly clock: Clock;
	readonly timers: Timers;
	readonly random: Random;
	readonly log: Log;
	/** Hears what is done, to count it; nobody unless told. */
	readonly observer?: Observer<ServerEvent>;
	/** Seals the server's own links to files (32 random bytes); absent = it gives none. */
	readonly linkKey?: Uint8Array;
	/** Lets somebody else's clock ask for what is due; nobody may when absent. */
	readonly cron?: CronDeps;
	/**
	 * Nothing that was signed before this instant (ms) is believed: what an earlier run of the only server
	 * of a site heard is not heard again. 0 unless told.
	 */
	readonly signedSince?: number;
	/** What the servers of a site heard, when there are several: each remembers for itself without it. */
	readonly once?: Pick<OnceRegister, 'isFirst'>;
	/** Keys that requests may be sealed to, by service; none may be sealed when absent. */
	readonly sealingKeysOf?: SealingKeysOf;
	/** Whether pages of another origin may ask; none may unless told. */
	readonly isOriginKnown?: IsOriginKnown;
	readonly rates?: RateLimits;
	readonly socketLimits?: Partial<SocketLimits>;
	/** Address of the caller's connection, from the bindings of the HTTP server. */
	readonly addressOf?: (request: Request, bindings: unknown) => string;
}

/** A server: a function over requests, and the owner of sockets. It opens no port itself. */
export interface Server {
	/** Routes below `/api`, `/health` and `/ready`; anything else is answered 404. */
	readonly app: Hono;
	fetch(request: Request, bindings?: unknown): Promise<Response>;
	/** Whether an address may open one more socket now: asked before the socket is made. */
	mayOpen(address: string): Promise<boolean>;
	/** Takes a socket of an organisation; its events are to be forwarded. */
	accept(org: string, port: SocketPort, address: string): SocketEvents;
	/** Whether requests may be sent here. */
	ready(): Promise<Readiness>;
	/**
	 * From now on it says that it is stopping, and serves all the same. Its sockets are sent elsewhere
	 * one after the other within so many milliseconds, so that they do not all come at once there; none
	 * when it is 0.
	 */
	drain(withinMs: number): void;
	/** How many sockets are open. */
	sockets(): number;
	/** Resolves once what was committed has been told to the sockets. */
	settled(): Promise<void>;
	/** Says goodbye to the sockets and stops listening; the engine stays open. */
	close(): void;
}

/** Puts a server together. */
export const createServer = (deps: ServerDeps): Server => {
	const { service, engine, log } = deps;
	const now = () => deps.clock.now();
	const observer = deps.observer ?? silentObserver;
	const rates = observeRates(createRates(deps.rates ?? DEFAULT_RATES), observer);
	const dispatcher = createDispatcher({ service, engine, observer, now });
	const isKnown = async (org: string, session: string): Promise<boolean> =>
		(await dispatcher.whoIs(org, sessionHolder(session))).ok;
	const signed = createSignedRequests({ now, since: deps.signedSince, isKnown, once: deps.once });
	const hub = createHub({ bus: deps.bus, engine, catalogue: service.catalogue, log, observer });
	const readiness = createReadiness({ ...deps, askStore: () => engine.organisations() });
	const limits = { ...SOCKET_LIMITS, ...deps.socketLimits };
	const sessions = new Set<Session>();
	const leaving: (() => void)[] = [];
	let isLeaving = false;
	const sessionDeps = {
		...{ service, dispatcher, rates, signed, log, observer, limits, now },
		listeners: hub.listeners,
		review: hub.review,
		timers: deps.timers,
		random: deps.random,
		ended: (session: Session) => void sessions.delete(session),
	};
	const addressOf = deps.addressOf ?? (() => 'local');
	const app = new Hono();
	app.use('/api/*', crossOrigin(deps.isOriginKnown ?? (() => false)));
	app.route('/', createPublicPages(service, readiness.state));
	const { clock, linkKey, once, random, sealingKeysOf: keysOf } = deps;
	if (keysOf) {
		const inside = (request: Request, bindings: unknown) => handle(request, bindings);
		const door = { service, keysOf, rates, random, now, since: deps.signedSince ?? 0, once };
		app.route('/', createSealedDoor({ ...door, addressOf, inside }));
	}
	const shared = { service, engine, dispatcher, rates, signed, log, observer, addressOf, clock };
	if (deps.cron) app.route('/', createTasksRoute(service, deps.timers, deps.cron));
	app.route('/api', createApi({ ...shared, ...(linkKey ? { linkKey } : {}) }));
	const handle = async (request: Request, bindings?: unknown): Promise<Response> => {
		const begun = observer.time();
		const response = await app.fetch(request, bindings as object);
		const { route, org } = routeOf(request.url);
		const milliseconds = observer.time() - begun;
		const address = addressOf(request, bindings);
		const { status } = response;
		observer.note({ kind: 'request', route, status, milliseconds, org, address });
		return response;
	};
	return {
		app,
		fetch: handle,
		mayOpen: async (address) => (await rates.open(address)).ok,
		accept(org, port, address) {
			const session = createSession(sessionDeps, org, port, address);
			sessions.add(session);
			if (isLeaving) session.goAway();
			return session;
		},
		ready: readiness.state,
		drain(withinMs) {
			readiness.stop();
			if (withinMs === 0) return;
			isLeaving = true;
			const all = [...sessions];
			for (const [at, session] of all.entries())
				leaving.push(deps.timers.after((withinMs * (at + 1)) / all.length, () => session.goAway()));
		},
		sockets: () => sessions.size,
		settled: hub.settled,
		close() {
			readiness.stop();
			for (const stop of leaving.splice(0)) stop();
			for (const session of sessions) session.goAway();
			hub.close();
		},
	};
};
