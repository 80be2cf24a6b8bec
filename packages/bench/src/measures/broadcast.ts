import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import { startChild } from '../child.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);

/** Resolves when every socket has received one more message. */
const oneMessageEach = (sockets: readonly WebSocket[]): Promise<void> =>
	new Promise((resolve) => {
		let left = sockets.length;
		for (const socket of sockets)
			socket.once('message', () => {
				left--;
				if (left === 0) resolve();
			});
	});

/** One change to many listening sockets, until the last has it, beside a bare `ws` broadcast. */
export const measureBroadcast = async (
	count: number,
	rounds: number,
): Promise<readonly Figure[]> => {
	const bare = await startChild('bare-process.ts');
	const server = await startBenchServer();
	try {
		const reference = await server.reference('crowd');
		const { live: before } = await server.memory();
		const listening: WebSocket[] = [];
		for (let n = 0; n < count; n++) {
			const one = await server.socket();
			one.say({ kind: 'subscribe', request: 1, pull: { threads: [{ reference, since: 0 }] } });
			await one.next();
			one.socket.removeAllListeners('message');
			listening.push(one.socket);
		}
		const perSocket = ((await server.memory()).live - before) / count;
		const plain: WebSocket[] = [];
		for (let n = 0; n < count; n++) {
			const socket = new WebSocket(bare.url.replace('http', 'ws'), { perMessageDeflate: false });
			await new Promise((resolve) => socket.once('open', resolve));
			plain.push(socket);
		}
		const times = { bare: [] as number[], navette: [] as number[] };
		for (let round = -5; round < rounds; round++) {
			let begun = performance.now();
			let all = oneMessageEach(plain);
			await fetch(bare.url, { method: 'POST', body: DATA });
			await all;
			const one = performance.now() - begun;
			begun = performance.now();
			all = oneMessageEach(listening);
			const id = { 'operation-id': randomBytes(16).toString('base64url') };
			await server.post('call/BoxPut', { thread: 'crowd', n: String(round), data: DATA }, id);
			await all;
			if (round < 0) continue;
			times.bare.push(one);
			times.navette.push(performance.now() - begun);
		}
		for (const socket of [...listening, ...plain]) socket.terminate();
		const median = quantile(times.navette, 0.5);
		const against = quantile(times.bare, 0.5);
		return [
			{
				name: `one change to ${count.toLocaleString('en')} sockets, last one`,
				value: rounded(median),
				unit: 'ms (median)',
				versus: 'bare ws broadcast',
				ratio: rounded(median / against),
				bar: '≤ 2 ×',
				met: median <= 2 * against,
			},
			{ name: 'bare ws broadcast, last one', value: rounded(against), unit: 'ms (median)' },
			{
				name: 'server memory of an idle listener, alive after a collection',
				value: rounded(perSocket / 1_000),
				unit: 'kB',
			},
		];
	} finally {
		await bare.stop();
		await server.stop();
	}
};
