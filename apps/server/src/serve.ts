import { existsSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import { createWebTransport } from '@navette/client';
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
import type { Engine } from '@navette/engine';
import { createNewsSender } from '@navette/news/server';
import {
	createServer,
	createTaskRunner,
	type RateLimits,
	refuseOtherAddresses,
	type Server,
	type ServerApplication,
	type SocketLimits,
	type TaskRunner,
} from '@navette/server';
import { type CallerAddress, createCallerAddress } from './caller-address.ts';
import type { KeepConfig, MetricsConfig, PushConfig, TasksConfig } from './config.ts';
import { addSiteAnswer } from './directory/add-site-answer.ts';
import type { DirectoryConfig } from './directory/directory-config.ts';
import { directoryHere } from './directory/directory-here.ts';
import { type FollowedServices, followServices } from './directory/follow-services.ts';
import type { HostedDirectory } from './directory/hosted-directory.ts';
import { createKnownOrigins, type KnownOrigins } from './directory/known-origins.ts';
import { sealingKeysOf } from './directory/service-keys.ts';
import { listenHttp } from './http-server.ts';
import { followKeys } from './key-rotation.ts';
import type { MailConfig } from './mail-config.ts';
import { type Observation, observeServer } from './observe-server.ts';
import { ONE_SERVER, type ProvidersConfig } from './providers/provider-config.ts';
import { openSite, type Site } from './site.ts';
import { createStaticFiles } from './static-files.ts';
import { WEB } from './web-folder.ts';

/** How to serve applications; what is absent is the machine's own. */
export interface ServeOptions {
	readonly data: string;
	/** File of the site keys; `site-keys` in the folder of data when absent. */
	readonly keys?: string | undefined;
	/** The site keys themselves, instead of a file. */
	readonly siteKeys?: string | undefined;
	/** 0 = any free port. */
	readonly port: number;
	readonly host?: string;
	/** Address people open; by https:// they come through TLS. */
	readonly url?: string | undefined;
	/** Addresses of proxies whose word is taken for who calls; none unless told. */
	readonly proxies?: readonly string[] | undefined;
	readonly log: Log;
	readonly clock?: Clock;
	readonly random?: Random;
	readonly timers?: Timers;
	readonly applications: readonly ServerApplication[];
	/** Done before the port is opened: first organisations, for instance. */
	readonly prepare?: (
		engine: Engine,
		folder: string,
		directory: HostedDirectory | undefined,
	) => Promise<void>;
	readonly rates?: RateLimits;
	readonly socketLimits?: Partial<SocketLimits>;
	/** Whether each request is written to the log, at the level `info`. */
	readonly logRequests?: boolean;
	/** Where measurements are read; nowhere when absent. */
	readonly metrics?: MetricsConfig | undefined;
	/** How news leave; no news are sent when absent. */
	readonly push?: PushConfig | undefined;
	/** Where mails are handed over; written to files when absent. */
	readonly mail?: MailConfig | undefined;
	readonly tasks?: TasksConfig | undefined;
	/** Who keeps its users; nobody when absent. */
	readonly directory?: DirectoryConfig | undefined;
	/** Origins of other services of the universe; more are learnt from its records. */
	readonly services?: readonly string[] | undefined;
	/** How long things are kept; what the engine says when absent. */
	readonly keep?: KeepConfig | undefined;
	/** Where its parts stand; all in the folder of data when absent. */
	readonly providers?: ProvidersConfig | undefined;
}

/** A server that runs. */
export interface Serving {
	readonly url: string;
	/** Where measurements are read, when they are. */
	readonly metricsUrl: string | undefined;
	readonly engine: Engine;
	readonly server: Server;
	/** Does what is recorded to be done. */
	readonly tasks: TaskRunner;
	/** The user directory, when it is hosted here. */
	readonly directory: HostedDirectory | undefined;
	/** Other services whose pages may ask here, and whom pages of here may ask. */
	readonly origins: KnownOrigins;
	/** Asks the directory now which services there are. */
	refreshServices(): Promise<void>;
	/** Ends it cleanly: nothing that was answered is lost. */
	close(): Promise<void>;
}

/** Tells absent devices what is news, and first what was missed while the server was not there. */
const sendNews = (site: Site, timers: Timers, random: Random, log: Log): (() => Promise<void>) => {
	if (!site.push) return async () => undefined;
	const sender = createNewsSender({ ...site, push: site.push, timers, random, log });
	sender.sweep().catch((error: unknown) => log.error('news-failed', { error: String(error) }));
	return sender.close;
};

/** Whether no other server works on the same documents. */
const isAlone = ({ providers }: ServeOptions): boolean =>
	(providers ?? ONE_SERVER).documents.store === 'sqlite';

/** The parts of a server over a site, before its port is opened. */
const assemble = (
	site: Site,
	observation: Observation,
	options: ServeOptions,
	runner: TaskRunner,
	{
		origins,
		callerAddress,
	}: { readonly origins: KnownOrigins; readonly callerAddress: CallerAddress },
): Server => {
	const { log, clock = systemClock, random = systemRandom, timers = systemTimers } = options;
	const { service, engine, bus, once, observer } = site;
	const linkKey = site.keys.for('capabilities').derive(['file-links'], 32);
	const token = options.tasks?.token;
	const addressOf = (_request: Request, bindings: unknown): string => {
		// Nothing when the server asks itself: as the host of the directory it follows.
		const incoming = (bindings as Partial<HttpBindings> | undefined)?.incoming;
		return incoming ? callerAddress(incoming) : '';
	};
	const server = createServer({
		...(token === undefined ? {} : { cron: { token, runner } }),
		...{ service, engine, bus, observer, clock, timers, random, log, addressOf, linkKey },
		isOriginKnown: origins.has,
		sealingKeysOf: sealingKeysOf(site.keys, options.applications),
		...(once ? { once } : {}),
		...(isAlone(options) ? { signedSince: clock.now() } : {}),
		...(options.rates ? { rates: options.rates } : {}),
		...(options.socketLimits ? { socketLimits: options.socketLimits } : {}),
	});
	if (options.directory)
		addSiteAnswer(server.app, options.directory, site.directory?.publicKey, origins);
	refuseOtherAddresses(server.app, service);
	if (existsSync(WEB)) server.app.route('/', createStaticFiles(WEB, origins.all));
	observation.attach(site, server);
	return server;
};

/** Follows the services of the universe, from the directory that is here or elsewhere. */
const followDirectory = (
	site: Site,
	server: Server,
	options: ServeOptions,
	origins: KnownOrigins,
): FollowedServices | undefined => {
	const { log, clock = systemClock, random = systemRandom, timers = systemTimers } = options;
	const { directory } = options;
	const key = directory?.kind === 'elsewhere' ? directory.key : site.directory?.publicKey;
	if (!directory || key === undefined) return undefined;
	const wire =
		directory.kind === 'elsewhere'
			? createWebTransport({ baseUrl: directory.url })
			: directoryHere(server);
	const { universe } = directory;
	const { folder } = site;
	return followServices({ wire, universe, key, origins, folder, clock, random, timers, log });
};

/** Serves applications from one process, beside others when its parts stand elsewhere; the error is a sentence for the person who started it. */
export const serve = async (options: ServeOptions): Promise<Result<Serving, string>> => {
	const { log, clock = systemClock, random = systemRandom, timers = systemTimers } = options;
	const origins = createKnownOrigins([
		...(options.services ?? []),
		...(options.directory?.kind === 'elsewhere' ? [options.directory.url] : []),
	]);
	const observation = await observeServer(options);
	const { observer } = observation;
	const { data, keys, siteKeys, applications, push } = options;
	const opened = await openSite({
		data,
		keys,
		siteKeys,
		applications,
		push,
		mail: options.mail,
		tasks: options.tasks,
		directory: options.directory,
		keep: options.keep,
		providers: options.providers,
		log,
		clock,
		random,
		timers,
		observer,
	});
	if (!opened.ok) return opened;
	const site = opened.value;
	const tasks = createTaskRunner({
		...{ ...site, clock, timers, random, log },
		heard: (org, { name, outcome, ms }) =>
			observer.note({ kind: 'task', org, name, outcome, milliseconds: ms }),
		counted: observation.countTasks,
	});
	const callerAddress = createCallerAddress(options.proxies ?? []);
	const server = assemble(site, observation, options, tasks, { origins, callerAddress });
	await site.directory?.prepare(site.engine);
	await options.prepare?.(site.engine, site.folder, site.directory);
	tasks.start();
	const services = followDirectory(site, server, options, origins);
	const { keySource, sealing } = site;
	const stopKeys = followKeys({ keys: keySource, sealing, timers, log });
	const stopNews = sendNews(site, timers, random, log);
	const end = async () => {
		services?.close();
		await tasks.close();
		await stopKeys();
		await stopNews();
		await observation.close();
		await site.close();
	};
	const measured = await observation.listen();
	const listening = measured.ok
		? await listenHttp(server, {
				...{ port: options.port, host: options.host ?? '127.0.0.1', callerAddress },
				isOverTls: options.url?.startsWith('https:') ?? false,
				isKnownOrigin: origins.has,
			})
		: measured;
	if (!listening.ok) {
		server.close();
		await end();
		return err(listening.error);
	}
	return ok({
		url: listening.value.url,
		metricsUrl: observation.url(),
		engine: site.engine,
		server,
		tasks,
		directory: site.directory,
		origins,
		refreshServices: async () => services?.refresh(),
		async close() {
			await listening.value.close();
			await end();
		},
	});
};
