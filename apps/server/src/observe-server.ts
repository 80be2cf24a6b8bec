import type { Log, Observer, Result } from '@navette/core';
import { ok } from '@navette/core';
import type { TaskCounts } from '@navette/engine';
import type { Server, ServerEvent } from '@navette/server';
import type { MetricsConfig } from './config.ts';
import { createEventLog } from './event-log.ts';
import { listenMetrics, type MetricsListener } from './metrics-listener.ts';
import type { Site } from './site.ts';
import { databaseSizes } from './site-stores.ts';

/** What listens to a server, from before it is there. */
export interface Observation {
	readonly observer: Observer<ServerEvent>;
	/** Says what is asked at each reading of the measurements. */
	attach(site: Site, server: Server): void;
	/** How the tasks of all organisations stand. */
	countTasks(counts: TaskCounts): void;
	/** Opens the port of the measurements, if one was asked for. */
	listen(): Promise<Result<void, string>>;
	url(): string | undefined;
	close(): Promise<void>;
}

/** Log of requests, and measurements when they are asked for (their library is not loaded otherwise). */
export const observeServer = async (options: {
	readonly log: Log;
	readonly logRequests?: boolean;
	readonly metrics?: MetricsConfig | undefined;
}): Promise<Observation> => {
	let watched: { readonly site: Site; readonly server: Server } | undefined;
	let tasks: TaskCounts = { pending: 0, dead: 0, oldestMs: 0 };
	let listener: MetricsListener | undefined;
	const asked = options.metrics;
	const metrics = asked
		? (await import('./metrics.ts')).createMetrics({
				organisations: async () => (await watched?.site.engine.organisations())?.length ?? 0,
				sockets: () => watched?.server.sockets() ?? 0,
				tasks: () => tasks,
				files: () => (watched ? databaseSizes(watched.site.folder) : {}),
			})
		: undefined;
	const writeEvent = options.logRequests ? createEventLog(options.log) : undefined;
	return {
		observer: {
			time: () => performance.now(),
			note(event) {
				writeEvent?.(event);
				metrics?.hear(event);
			},
		},
		attach(site, server) {
			watched = { site, server };
		},
		countTasks(counts) {
			tasks = counts;
		},
		async listen() {
			if (!asked || !metrics) return ok(undefined);
			const listening = await listenMetrics(asked, metrics);
			if (!listening.ok) return listening;
			listener = listening.value;
			return ok(undefined);
		},
		url: () => listener?.url,
		close: async () => listener?.close(),
	};
};
