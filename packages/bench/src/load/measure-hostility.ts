import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { type BenchServer, startBenchServer } from '../measures/bench-server.ts';
import { type Figure, rounded } from '../results.ts';
import { quantileOf } from './histogram.ts';
import { type Listeners, startListeners } from './listeners.ts';
import { openThreads, READERS, writeToThreads } from './writers.ts';

/** How much of everything. */
export interface Hostility {
	readonly sockets: number;
	readonly rate: number;
	/** Of each phase: calm, then hostile, then calm again. */
	readonly seconds: number;
	/** Hostile devices of each kind. */
	readonly each: number;
}

/** What the good ones saw in one phase. */
interface Phase {
	readonly errors: number;
	/** Notices heard beside those that had to be. */
	readonly heard: number;
	/** ms */
	readonly median: number;
	readonly p99: number;
	/** Resident memory of the server at its end, bytes. */
	readonly memory: number;
}

const SETTLE = 500;

const measurePhase = async (
	server: BenchServer,
	listeners: Listeners,
	{ sockets, rate, seconds }: Hostility,
): Promise<Phase> => {
	await listeners.report();
	const threads = Math.max(1, Math.floor(sockets / READERS));
	const written = await writeToThreads(server, threads, rate, seconds);
	await new Promise((resolve) => setTimeout(resolve, SETTLE));
	const { counts, heard, errors } = await listeners.report();
	return {
		errors: written.failed + errors,
		heard: heard / (written.answered * READERS),
		median: quantileOf(counts, 0.5),
		p99: quantileOf(counts, 0.99),
		memory: await server.resident(),
	};
};

const startHostile = async (server: BenchServer, each: number): Promise<ChildProcess> => {
	const child = fork(path.join(import.meta.dirname, 'hostile-process.ts'), {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	await new Promise((resolve) => child.once('message', resolve));
	const reference = await server.reference('t0');
	const url = server.url.replace('localhost', '127.0.0.1');
	child.send({ url, token: server.otherToken, reference, each });
	await new Promise((resolve) => child.once('message', resolve));
	return child;
};

/** Points a second of one access: enough for the writer, and what the hostile ones share. */
const POINTS = 1_000;

/** What well behaved devices see before, while and after others do their worst. */
const measureHostility = async (
	asked: Hostility,
): Promise<{ readonly calm: Phase; readonly hostile: Phase; readonly after: Phase }> => {
	const server = await startBenchServer(POINTS);
	const { threads, references } = await openThreads(server, asked.sockets);
	const listeners = await startListeners(
		server,
		asked.sockets,
		(n) => references[n % threads] ?? '',
	);
	try {
		await measurePhase(server, listeners, { ...asked, seconds: 1 });
		const calm = await measurePhase(server, listeners, asked);
		const child = await startHostile(server, asked.each);
		const hostile = await measurePhase(server, listeners, asked);
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill();
		await gone;
		const after = await measurePhase(server, listeners, asked);
		return { calm, hostile, after };
	} finally {
		await listeners.end();
		await server.stop();
	}
};

/** As figures. */
export const hostilityFigures = async (asked: Hostility): Promise<readonly Figure[]> => {
	const { calm, hostile, after } = await measureHostility(asked);
	const what = `${asked.sockets} sockets beside ${7 * asked.each} hostile ones`;
	const errors = calm.errors + hostile.errors + after.errors;
	return [
		{
			name: `${what}: errors of the good ones`,
			value: errors,
			unit: 'failed operations and lost sockets',
			bar: '0',
			met: errors === 0,
		},
		{
			name: `${what}: change → listener, median`,
			value: rounded(hostile.median),
			unit: 'ms',
			versus: 'the same before they came',
			ratio: rounded(hostile.median / calm.median),
		},
		{
			name: `${what}: change → listener, p99`,
			value: rounded(hostile.p99),
			unit: 'ms',
			versus: 'the same before they came',
			ratio: rounded(hostile.p99 / calm.p99),
		},
		{
			name: `${what}: server memory`,
			value: Math.round(hostile.memory / 1e6),
			unit: 'MB',
			versus: 'the same before they came',
			ratio: rounded(hostile.memory / calm.memory),
		},
	];
};
