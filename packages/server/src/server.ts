import type { Clock, Log, Timers } from '@navette/core';
import type { Engine } from '@navette/engine';
import type { NoticeBus } from '@navette/storage';
import { Hono } from 'hono';
import { createDispatcher } from './dispatcher.ts';
import { createApi } from './http/api.ts';
import { createPublicPages } from './http/public-pages.ts';
import { createRates, DEFAULT_RATES, type RateLimits } from './rate.ts';
import type { Service } from './service.ts';
import { createHub } from './socket/hub.ts';
import { reviewSession } from './socket/review.ts';
import { createSession } from './socket/session.ts';
import { SOCKET_LIMITS, type SocketLimits } from './socket/socket-limits.ts';
import type { SocketEvents, SocketPort } from './socket/socket-port.ts';

/** What a server is given. */
export interface ServerDeps {
	readonly service: Service;
	readonly engine: Engine;
	readonly bus: NoticeBus;
	readonly clock: Clock;
	readonly timers: Timers;
	readonly log: Log;
	readonly rates?: RateLimits;
	readonly socketLimits?: Partial<SocketLimits>;
	/** Address of the caller's connection, from the bindings of the HTTP server. */
	readonly addressOf?: (request: Request, bindings: unknown) => string;
}

/** A server: a function over requests, and the owner of sockets. It opens no port itself. */
export interface Server {
	/** Routes below `/api` and `/health`; anything else is answered 404. */
	readonly app: Hono;
	fetch(request: Request, bindings?: unknown): Promise<Response>;
	/** Takes a socket of an organisation; its events are to be forwarded. */
	accept(org: string, port: SocketPort, address: string): SocketEvents;
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
	const rates = createRates(deps.rates ?? DEFAULT_RATES);
	const dispatcher = createDispatcher({ service, engine, now });
	const hub = createHub({ bus: deps.bus, engine, catalogue: service.catalogue, log });
	const limits = { ...SOCKET_LIMITS, ...deps.socketLimits };
	const sessions = new Set<ReturnType<typeof createSession>>();
	const addressOf = deps.addressOf ?? (() => 'local');
	const app = new Hono();
	app.route('/', createPublicPages(service));
	app.route('/api', createApi({ service, engine, dispatcher, rates, log, addressOf }));
	return {
		app,
		fetch: async (request, bindings) => app.fetch(request, bindings as object),
		accept(org, port, address) {
			const session = createSession(
				{
					service,
					dispatcher,
					listeners: hub.listeners,
					rates,
					timers: deps.timers,
					log,
					limits,
					epoch: engine.epoch,
					now,
					review: (one) => reviewSession(engine, one),
				},
				org,
				port,
				address,
			);
			sessions.add(session);
			return {
				message: session.message,
				closed() {
					sessions.delete(session);
					session.closed();
				},
			};
		},
		sockets: () => sessions.size,
		settled: hub.settled,
		close() {
			for (const session of sessions) session.goAway();
			hub.close();
		},
	};
};
