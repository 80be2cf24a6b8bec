import { randomBytes } from 'node:crypto';
import { runHttpLoad } from '../http-load.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);
const CONNECTIONS = 64;

/** Durable single-document operations a second through HTTP: one hot thread, and 1,000 threads. */
export const measureOperations = async (requests: number): Promise<readonly Figure[]> => {
	const server = await startBenchServer();
	try {
		const run = async (threadOf: (n: number) => string) => {
			const { seconds, failed } = await runHttpLoad({
				url: server.url,
				connections: CONNECTIONS,
				requests,
				request: (n) => server.put(threadOf(n), String(n), DATA),
			});
			if (failed > 0) throw new Error(`${failed} operations failed`);
			return requests / seconds;
		};
		await run((n) => `warm${n % 10}`);
		const hot: number[] = [];
		const spread: number[] = [];
		for (let round = 0; round < 3; round++) {
			hot.push(await run(() => `hot${round}`));
			spread.push(await run((n) => `r${round}t${n % 1_000}`));
		}
		const onHot = quantile(hot, 0.5);
		const onMany = quantile(spread, 0.5);
		return [
			{
				name: 'durable operations, one hot thread',
				value: Math.round(onHot),
				unit: 'operations/s',
				versus: '1,000 threads',
				ratio: rounded(onHot / onMany),
				bar: '≥ 5,000/s, not slower than spread (≥ 0.9 × within noise)',
				met: onHot >= 5_000 && onHot >= 0.9 * onMany,
			},
			{
				name: 'durable operations, 1,000 threads',
				value: Math.round(onMany),
				unit: 'operations/s',
			},
			{
				name: 'server memory after the load',
				value: Math.round((await server.memory()).rss / 2 ** 20),
				unit: 'MiB',
			},
		];
	} finally {
		await server.stop();
	}
};
