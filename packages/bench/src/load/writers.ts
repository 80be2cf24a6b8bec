import { randomBytes } from 'node:crypto';
import type { BenchServer } from '../measures/bench-server.ts';
import { type Written, writeAtPace } from './paced-writer.ts';
import { stampedData } from './stamp.ts';

/** Sockets that listen to one thread. */
export const READERS = 10;
const FILLING = randomBytes(300);

/** Writes at an even pace, thread after thread. */
export const writeToThreads = (
	server: BenchServer,
	threads: number,
	rate: number,
	seconds: number,
): Promise<Written> =>
	writeAtPace({
		url: server.url,
		rate,
		seconds,
		connections: 32,
		request: (n) =>
			server.put(`t${n % threads}`, String(Math.floor(n / threads) % 50), stampedData(FILLING)),
	});

/** Threads to listen to, some sockets each. */
export const openThreads = async (server: BenchServer, sockets: number) => {
	const threads = Math.max(1, Math.floor(sockets / READERS));
	const references: string[] = [];
	for (let n = 0; n < threads; n++) references.push(await server.reference(`t${n}`));
	return { threads, references };
};
