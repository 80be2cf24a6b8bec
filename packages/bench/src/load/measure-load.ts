import { type BenchServer, startBenchServer } from '../measures/bench-server.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { quantileOf } from './histogram.ts';
import { type Listeners, startListeners } from './listeners.ts';
import type { Written } from './paced-writer.ts';
import { openThreads, READERS, writeToThreads } from './writers.ts';

/** How much load. */
export interface Load {
	/** Devices that listen, each on its own socket. */
	readonly sockets: number;
	/** Operations a second. */
	readonly rate: number;
	readonly seconds: number;
}

const WARM_SECONDS = 3;

/** Resident memory of the server, looked at while work goes on. */
const watchMemory = (server: BenchServer, every: number) => {
	const seen: number[] = [];
	const timer = setInterval(() => void server.resident().then((rss) => seen.push(rss)), every);
	return {
		stop: () => clearInterval(timer),
		seen,
	};
};

/** Middle of the last quarter beside the middle of the second: what grows is seen. */
const growthOf = (seen: readonly number[]): number => {
	const quarter = Math.max(1, Math.floor(seen.length / 4));
	const early = quantile(seen.slice(quarter, 2 * quarter), 0.5);
	return early === 0 ? 1 : quantile(seen.slice(-quarter), 0.5) / early;
};

interface Outcome {
	readonly written: Written;
	readonly heard: Awaited<ReturnType<Listeners['report']>>;
	readonly growth: number;
	readonly perSocket: number;
	readonly rss: number;
	/** Bytes alive after a collection, before the operations and after. */
	readonly live: { readonly before: number; readonly after: number };
}

const figuresOf = ({ sockets, rate, seconds }: Load, outcome: Outcome): readonly Figure[] => {
	const { written, heard, growth, perSocket, rss, live } = outcome;
	const what = `${sockets.toLocaleString('en')} sockets, ${rate} operations/s, ${seconds} s`;
	const errors = written.failed + heard.errors;
	const expected = written.answered * READERS;
	const ms = (share: number) => rounded(quantileOf(heard.counts, share));
	return [
		{
			name: `${what}: errors`,
			value: errors,
			unit: 'failed operations and lost sockets',
			bar: '0',
			met: errors === 0,
		},
		{
			name: `${what}: notices heard`,
			value: heard.heard,
			unit: 'notices',
			versus: 'operations × listeners',
			ratio: rounded(heard.heard / expected),
		},
		{ name: `${what}: change → listener, median`, value: ms(0.5), unit: 'ms' },
		{ name: `${what}: change → listener, p99`, value: ms(0.99), unit: 'ms' },
		{ name: `${what}: change → listener, p99.9`, value: ms(0.999), unit: 'ms' },
		{
			name: `${what}: operation answered, p99`,
			value: rounded(quantileOf([written.times.counts()], 0.99)),
			unit: 'ms',
		},
		{
			name: `${what}: server memory, end`,
			value: Math.round(rss / 1e6),
			unit: 'MB',
			versus: 'its second quarter',
			ratio: rounded(growth),
			bar: '≤ 1.1 ×',
			met: growth <= 1.1,
		},
		{
			name: `${what}: server memory alive after a collection, end`,
			value: Math.round(live.after / 1e6),
			unit: 'MB',
			versus: 'before the operations',
			ratio: rounded(live.after / live.before),
			bar: '≤ 1.1 ×',
			met: live.after <= 1.1 * live.before,
		},
		{
			name: `${what}: server memory of a listener, alive after a collection`,
			value: rounded(perSocket / 1_000),
			unit: 'kB',
			bar: '≤ 5 kB',
			met: perSocket <= 5_000,
		},
	];
};

/** Many devices listening while operations come at an even pace. */
export const measureLoad = async (
	load: Load,
	tell: (line: string) => void,
): Promise<readonly Figure[]> => {
	const server = await startBenchServer();
	const { threads, references } = await openThreads(server, load.sockets);
	const before = (await server.memory()).live;
	const listeners = await startListeners(
		server,
		load.sockets,
		(n) => references[n % threads] ?? '',
	);
	try {
		const perSocket = ((await server.memory()).live - before) / load.sockets;
		tell(`${load.sockets} sockets listen, ${Math.round(perSocket)} bytes alive each`);
		await writeToThreads(server, threads, load.rate, WARM_SECONDS);
		await listeners.report();
		const { live: liveBefore } = await server.memory();
		const memory = watchMemory(server, Math.max(250, (load.seconds * 1000) / 60));
		const written = await writeToThreads(server, threads, load.rate, load.seconds);
		memory.stop();
		await new Promise((resolve) => setTimeout(resolve, 500));
		const heard = await listeners.report();
		const growth = growthOf(memory.seen);
		const rss = memory.seen.at(-1) ?? 0;
		const live = { before: liveBefore, after: (await server.memory()).live };
		return figuresOf(load, { written, heard, growth, perSocket, rss, live });
	} finally {
		await listeners.end();
		await server.stop();
	}
};
