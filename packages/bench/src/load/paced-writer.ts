import { connect, type Socket } from 'node:net';
import { createHistogram, type Histogram } from './histogram.ts';
import { machineNow } from './stamp.ts';

/** What a paced writer did. */
export interface Written {
	readonly answered: number;
	/** Answers that are not 200, and connections that were lost. */
	readonly failed: number;
	/** From request to answer. */
	readonly times: Histogram;
}

interface Connection {
	send(request: Buffer): Promise<number>;
	end(): void;
}

const openConnection = (url: URL): Promise<Connection> =>
	new Promise((resolve, reject) => {
		const socket: Socket = connect(Number(url.port), '127.0.0.1');
		let pending = '';
		let settle: ((status: number) => void) | undefined;
		const answer = (status: number) => {
			const done = settle;
			settle = undefined;
			done?.(status);
		};
		socket.setNoDelay(true);
		socket.on('connect', () =>
			resolve({
				send(request) {
					/* a socket that is gone emits nothing more */
					if (socket.destroyed) return Promise.resolve(0);
					socket.write(request);
					return new Promise((done) => {
						settle = done;
					});
				},
				end: () => socket.destroy(),
			}),
		);
		socket.on('error', (error) => {
			reject(error);
			answer(0);
		});
		socket.on('close', () => answer(0));
		socket.on('data', (chunk) => {
			pending += chunk.toString('latin1');
			const head = pending.indexOf('\r\n\r\n');
			if (head < 0) return;
			const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
			if (pending.length < head + 4 + length) return;
			const status = Number(pending.slice(9, 12));
			pending = '';
			answer(status);
		});
	});

/**
 * Sends requests at an even pace whatever the answers take, as many devices would: a server that falls
 * behind is seen to. Resolves when the time is over and every answer is there.
 */
export const writeAtPace = async (options: {
	readonly url: string;
	readonly rate: number;
	readonly seconds: number;
	readonly connections: number;
	readonly request: (n: number) => Buffer;
}): Promise<Written> => {
	const { rate, seconds, connections } = options;
	const url = new URL(options.url);
	const all = await Promise.all(Array.from({ length: connections }, () => openConnection(url)));
	const idle = [...all];
	const waiting: number[] = [];
	const times = createHistogram();
	const done = { answered: 0, failed: 0 };
	const send = async (connection: Connection, due: number, n: number): Promise<void> => {
		const status = await connection.send(options.request(n));
		times.add(machineNow() - due);
		if (status === 200) done.answered++;
		else done.failed++;
		const next = waiting.shift();
		if (next === undefined) idle.push(connection);
		else void send(connection, next, n + 1);
	};
	const begun = machineNow();
	const total = rate * seconds;
	for (let sent = 0; sent < total; ) {
		for (
			const due = Math.floor(((machineNow() - begun) / 1000) * rate);
			sent < Math.min(due, total);
			sent++
		) {
			/* the one that was idle for longest, so that none is closed for being idle */
			const connection = idle.shift();
			if (connection) void send(connection, machineNow(), sent);
			else waiting.push(machineNow());
		}
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
	while (done.answered + done.failed < total)
		await new Promise((resolve) => setTimeout(resolve, 5));
	for (const connection of all) connection.end();
	return { ...done, times };
};
