import { encodeCbor } from '@navette/codec';
import type { ClientFrame } from '@navette/protocol';
import WebSocket from 'ws';
import { createHistogram } from './histogram.ts';
import { machineNow, stampIn } from './stamp.ts';

/** Many devices that listen, each on a socket of its own, to one thread each; what they hear is timed. */
interface Orders {
	readonly url: string;
	readonly token: string;
	/** One thread for each socket. */
	readonly references: readonly string[];
	/** Source address of the nth socket: 127.0.0.1 … 127.0.0.n. */
	readonly addresses: number;
}

const OPEN_AT_ONCE = 50;
let histogram = createHistogram();
let heard = 0;
let errors = 0;

const say = (socket: WebSocket, frame: ClientFrame) => socket.send(encodeCbor(frame));

const openOne = ({ url, token, addresses }: Orders, reference: string, n: number): Promise<void> =>
	new Promise((resolve, reject) => {
		const localAddress = `127.0.0.${1 + (n % addresses)}`;
		const socket = new WebSocket(url, { perMessageDeflate: false, localAddress });
		let answers = 0;
		socket.on('error', (error) => {
			errors++;
			reject(error);
		});
		socket.on('close', () => errors++);
		socket.on('open', () => say(socket, { kind: 'hello', protocol: 1, token }));
		socket.on('message', (data: Buffer) => {
			answers++;
			if (answers === 1)
				return say(socket, {
					kind: 'subscribe',
					request: 1,
					pull: { threads: [{ reference, since: Number.MAX_SAFE_INTEGER - 1 }] },
				});
			if (answers === 2) return resolve();
			const stamp = stampIn(data);
			if (stamp === undefined) return;
			heard++;
			histogram.add(machineNow() - stamp);
		});
	});

const openAll = async (orders: Orders): Promise<void> => {
	const { references } = orders;
	for (let from = 0; from < references.length; from += OPEN_AT_ONCE) {
		const some = references.slice(from, from + OPEN_AT_ONCE);
		await Promise.all(some.map((reference, at) => openOne(orders, reference, from + at)));
	}
};

process.on('message', (message: Orders | 'report') => {
	if (message === 'report') {
		process.send?.({ counts: histogram.counts(), heard, errors });
		histogram = createHistogram();
		heard = 0;
		return;
	}
	openAll(message).then(
		() => process.send?.({ opened: message.references.length }),
		(error: unknown) => process.send?.({ failed: String(error) }),
	);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: '' });
