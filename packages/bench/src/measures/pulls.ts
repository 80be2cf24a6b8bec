import { randomBytes } from 'node:crypto';
import { type Figure, quantile, rounded } from '../results.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);

const change = async (server: BenchServer, thread: string, size: number): Promise<number> => {
	const reference = await server.reference(thread);
	const [before] = (await server.pull(reference, Number.MAX_SAFE_INTEGER - 1)).threads;
	const since = before && 'version' in before ? before.version : 0;
	for (let n = 0; n < 10; n++)
		await server.post(
			'call/BoxPut',
			{ thread, n: String(Math.floor((n * size) / 10)), data: DATA },
			{ 'operation-id': randomBytes(16).toString('base64url') },
		);
	return since;
};

/** Time of a pull of 10 documents that changed, out of many and out of few. */
export const measurePulls = async (many: number, rounds: number): Promise<readonly Figure[]> => {
	const server = await startBenchServer();
	try {
		await server.fill('few', 1_000, DATA);
		await server.fill('many', many, DATA);
		const sides = await Promise.all(
			[
				{ thread: 'few', size: 1_000 },
				{ thread: 'many', size: many },
			].map(async ({ thread, size }) => ({
				reference: await server.reference(thread),
				since: await change(server, thread, size),
				times: [] as number[],
			})),
		);
		for (let round = 0; round < rounds; round++)
			for (const side of sides) {
				const begun = performance.now();
				const answer = await server.pull(side.reference, side.since);
				const [thread] = answer.threads;
				if (!thread || !('documents' in thread) || thread.documents.length !== 10)
					throw new Error('a pull did not bring ten documents');
				side.times.push(performance.now() - begun);
			}
		const [few = 0, large = 0] = sides.map((side) => quantile(side.times, 0.5));
		return [
			{
				name: `pull of 10 changed of ${many.toLocaleString('en')}`,
				value: rounded(large),
				unit: 'ms (median)',
				versus: '10 of 1,000',
				ratio: rounded(large / few),
				bar: '≤ 1.5 ×',
				met: large <= 1.5 * few,
			},
			{ name: 'pull of 10 changed of 1,000', value: rounded(few), unit: 'ms (median)' },
		];
	} finally {
		await server.stop();
	}
};
