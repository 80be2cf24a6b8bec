import type { TaskCounts } from '@navette/engine';
import type { ServerEvent } from '@navette/server';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is asked at each reading. */
export interface MetricsDeps {
	readonly organisations: () => Promise<number>;
	readonly sockets: () => number;
	/** Bytes of each file of the store, by a short name. */
	readonly files: () => Readonly<Record<string, number>>;
	/** Tasks of all organisations, as of the last look at them. */
	readonly tasks: () => TaskCounts;
}

/** Measurements in the text format of Prometheus. */
export interface Metrics {
	hear(event: ServerEvent): void;
	text(): Promise<string>;
	readonly contentType: string;
}

/** Seconds: from a tenth of a millisecond to five seconds. */
const TIMES = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 5];
const COUNTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

const createInstruments = (register: Registry) => {
	const registers = [register];
	const times = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
		new Histogram({ name, help, labelNames, buckets: TIMES, registers });
	const counts = (name: string, help: string) =>
		new Histogram({ name, help, buckets: COUNTS, registers });
	const total = <L extends string>(name: string, help: string, labelNames: L[]) =>
		new Counter({ name, help, labelNames, registers });
	return {
		operations: times('navette_operation_seconds', 'Operations, from the request to the disk', [
			'name',
			'outcome',
		]),
		reports: times('navette_report_seconds', 'Reports', ['name', 'outcome']),
		requests: times('navette_request_seconds', 'Requests over HTTP', ['route', 'status']),
		batches: counts('navette_commit_operations', 'Operations that share one transaction'),
		work: times('navette_commit_work_seconds', 'Running the operations of a transaction'),
		durable: times('navette_commit_durable_seconds', 'Commit of a transaction with its fsync'),
		failed: total('navette_commit_failed_total', 'Transactions that did not reach the disk', []),
		pulls: times('navette_pull_seconds', 'Pulls', ['outcome']),
		pulled: counts('navette_pull_documents', 'Documents answered by a pull'),
		greetings: total('navette_greetings_total', 'Sockets that said who they are', ['outcome']),
		notices: total('navette_notices_total', 'Notices to sockets', ['state']),
		tasks: times('navette_task_seconds', 'Tasks done, or tried', ['name', 'outcome']),
		refusals: total('navette_rate_refusals_total', 'Requests refused by a limit', ['limit']),
	};
};

const createGauges = (register: Registry, deps: MetricsDeps): void => {
	const registers = [register];
	new Gauge({
		...{ name: 'navette_sockets', help: 'Open sockets', registers },
		collect() {
			this.set(deps.sockets());
		},
	});
	new Gauge({
		...{ name: 'navette_organisations', help: 'Organisations of the store', registers },
		async collect() {
			this.set(await deps.organisations());
		},
	});
	new Gauge({
		...{ name: 'navette_tasks', help: 'Tasks, as of a minute ago', registers },
		labelNames: ['state'],
		collect() {
			const { pending, dead } = deps.tasks();
			this.set({ state: 'pending' }, pending);
			this.set({ state: 'dead' }, dead);
		},
	});
	new Gauge({
		...{ name: 'navette_task_late_seconds', help: 'How late the latest task is', registers },
		collect() {
			this.set(deps.tasks().oldestMs / SECOND);
		},
	});
	new Gauge({
		...{ name: 'navette_store_bytes', help: 'Size of the files of the store', registers },
		labelNames: ['file'],
		collect() {
			for (const [file, bytes] of Object.entries(deps.files())) this.set({ file }, bytes);
		},
	});
};

const SECOND = 1_000;

/** Counts the life of a server; memory and delays of the event loop are measured by the library. */
export const createMetrics = (deps: MetricsDeps): Metrics => {
	const register = new Registry();
	collectDefaultMetrics({ register });
	createGauges(register, deps);
	const to = createInstruments(register);
	const hear = (event: ServerEvent): void => {
		switch (event.kind) {
			case 'operation':
			case 'report': {
				const times = event.kind === 'report' ? to.reports : to.operations;
				times.labels(event.name, event.outcome).observe(event.milliseconds / SECOND);
				break;
			}
			case 'request':
				to.requests.labels(event.route, String(event.status)).observe(event.milliseconds / SECOND);
				break;
			case 'commit':
				if (!event.saved) to.failed.inc();
				to.batches.observe(event.operations);
				to.work.observe(event.work / SECOND);
				to.durable.observe(event.durable / SECOND);
				break;
			case 'pull':
				to.pulls.labels(event.outcome).observe(event.milliseconds / SECOND);
				to.pulled.observe(event.documents);
				break;
			case 'greeting':
				to.greetings.labels(event.outcome).inc();
				break;
			case 'thread':
				if (event.sent > 0) to.notices.labels('sent').inc(event.sent);
				if (event.held > 0) to.notices.labels('held').inc(event.held);
				break;
			case 'released':
				to.notices.labels('released').inc(event.sent);
				break;
			case 'task':
				to.tasks.labels(event.name, event.outcome).observe(event.milliseconds / SECOND);
				break;
			case 'rate':
				to.refusals.labels(event.limit).inc();
				break;
			case 'socket':
				break;
		}
	};
	return { hear, text: () => register.metrics(), contentType: register.contentType };
};
