import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import { startChild } from '../child.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);

/** Times of the bare chain: POST (fsynced append), one socket message, one GET. */
const createBareChain = async () => {
	const child = await startChild('bare-process.ts');
	const socket = new WebSocket(child.url.replace('http', 'ws'), { perMessageDeflate: false });
	await new Promise((resolve) => socket.once('open', resolve));
	const once = async (): Promise<number> => {
		const begun = performance.now();
		const told = new Promise((resolve) => socket.once('message', resolve));
		const posted = fetch(child.url, { method: 'POST', body: DATA }).then((r) => r.arrayBuffer());
		await told;
		await (await fetch(child.url)).arrayBuffer();
		const time = performance.now() - begun;
		await posted;
		return time;
	};
	const stop = async () => {
		socket.terminate();
		await child.stop();
	};
	return { once, stop };
};

/** Times of a change by one device until another holds the document. */
const createNavetteChain = async () => {
	const server = await startBenchServer();
	const reader = await server.socket();
	const reference = await server.reference('talk');
	reader.say({ kind: 'subscribe', request: 1, pull: { threads: [{ reference, since: 0 }] } });
	await reader.next();
	let n = 0;
	const once = async (): Promise<number> => {
		const begun = performance.now();
		const told = reader.next();
		const input = { thread: 'talk', n: String(n++), data: DATA };
		const id = { 'operation-id': randomBytes(16).toString('base64url') };
		const posted = server.post('call/BoxPut', input, id);
		const frame = await told;
		if (frame.kind !== 'notice' || frame.notices[0]?.documents?.length !== 1)
			throw new Error(`a ${frame.kind} came instead of a notice with its document`);
		const time = performance.now() - begun;
		await posted;
		return time;
	};
	const stop = async () => {
		reader.socket.terminate();
		await server.stop();
	};
	return { once, stop };
};

/** Change → other device, beside a bare chain of the same hops, round by round in one run. */
export const measurePropagation = async (rounds: number): Promise<readonly Figure[]> => {
	const bare = await createBareChain();
	const navette = await createNavetteChain();
	const times = { bare: [] as number[], navette: [] as number[] };
	try {
		for (let round = -50; round < rounds; round++) {
			const one = await bare.once();
			const two = await navette.once();
			if (round < 0) continue;
			times.bare.push(one);
			times.navette.push(two);
		}
	} finally {
		await bare.stop();
		await navette.stop();
	}
	const median = quantile(times.navette, 0.5);
	const against = quantile(times.bare, 0.5);
	return [
		{
			name: 'change → other device, median',
			value: rounded(median),
			unit: 'ms',
			versus: 'bare chain',
			ratio: rounded(median / against),
			bar: '≤ 1.5 ×',
			met: median <= 1.5 * against,
		},
		{
			name: 'change → other device, p99',
			value: rounded(quantile(times.navette, 0.99)),
			unit: 'ms',
			versus: 'bare chain',
			ratio: rounded(quantile(times.navette, 0.99) / quantile(times.bare, 0.99)),
		},
		{
			name: 'bare chain (POST + fsync, message, GET), median',
			value: rounded(against),
			unit: 'ms',
		},
		{ name: 'bare chain, p99', value: rounded(quantile(times.bare, 0.99)), unit: 'ms' },
	];
};
