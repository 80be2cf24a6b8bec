import { connect, type Socket } from 'node:net';

/** One answer of a load: its status. */
const statusOf = (text: string): number => Number(text.slice(9, 12));

/**
 * Sends requests over kept-alive connections, one outstanding on each, and counts the answers.
 * Plain sockets, so that the generator costs little beside the server it shares a machine with.
 */
export const runHttpLoad = async (options: {
	readonly url: string;
	readonly connections: number;
	readonly requests: number;
	/** Bytes of the nth request, head and body. */
	readonly request: (n: number) => Buffer;
}): Promise<{ readonly seconds: number; readonly failed: number }> => {
	const { hostname, port } = new URL(options.url);
	const host = hostname === 'localhost' ? '127.0.0.1' : hostname;
	let sent = 0;
	let failed = 0;
	const begun = performance.now();
	const runConnection = (): Promise<void> =>
		new Promise((resolve, reject) => {
			const socket: Socket = connect(Number(port), host);
			socket.setNoDelay(true);
			let pending = '';
			const next = (): void => {
				if (sent >= options.requests) {
					socket.end();
					resolve();
					return;
				}
				socket.write(options.request(sent++));
			};
			socket.on('connect', next);
			socket.on('error', reject);
			socket.on('data', (chunk) => {
				pending += chunk.toString('latin1');
				const head = pending.indexOf('\r\n\r\n');
				if (head < 0) return;
				const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
				if (pending.length < head + 4 + length) return;
				if (statusOf(pending) !== 200) failed++;
				pending = pending.slice(head + 4 + length);
				next();
			});
		});
	await Promise.all(Array.from({ length: options.connections }, runConnection));
	return { seconds: (performance.now() - begun) / 1000, failed };
};

/** Bytes of one POST. */
export const postRequest = (
	path: string,
	headers: Readonly<Record<string, string>>,
	body: Uint8Array,
): Buffer => {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
	return Buffer.concat([Buffer.from(head, 'latin1'), body]);
};
