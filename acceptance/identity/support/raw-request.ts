import { connect } from 'node:net';

/** What a server answers to raw bytes, until it closes or is silent for so long (ms). */
export const rawRequest = (
	url: string,
	bytes: string | Uint8Array,
	patience = 10_000,
): Promise<string> =>
	new Promise((resolve, reject) => {
		const socket = connect(Number(new URL(url).port), '127.0.0.1');
		let text = '';
		const end = () => {
			socket.destroy();
			resolve(text);
		};
		socket.setTimeout(patience, end);
		socket.on('data', (data) => {
			text += data.toString('latin1');
		});
		socket.on('error', (error) => (text === '' ? reject(error) : end()));
		socket.on('close', end);
		socket.write(bytes);
	});

/** Status of an answer; 0 when the connection was closed without one. */
export const statusOf = (answer: string): number =>
	Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);

/** Headers of an answer, lower-case; a name that comes twice keeps both. */
export const headersOf = (answer: string): ReadonlyMap<string, string> => {
	const headers = new Map<string, string>();
	for (const line of (answer.split('\r\n\r\n')[0] ?? '').split('\r\n').slice(1)) {
		const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
		const before = headers.get(name.toLowerCase());
		headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
	}
	return headers;
};
