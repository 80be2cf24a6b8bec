import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Tells from which address a request comes. */
export type CallerAddress = (request: IncomingMessage) => string;

/** IPv4 as such, also where the system shows it inside IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d)/, '');

/**
 * The address of whoever is connected; when that is a proxy of ours, the one it says it had this from.
 * What anybody else writes in `X-Forwarded-For` is not believed, nor what stands before it.
 *
 * @param proxies addresses of the proxies in front of the server
 */
export const createCallerAddress = (proxies: readonly string[]): CallerAddress => {
	const ours = new Set(proxies.map(plain));
	return ({ socket, headers }) => {
		let caller = plain(socket.remoteAddress ?? '');
		if (!ours.has(caller)) return caller;
		const said = String(headers['x-forwarded-for'] ?? '').split(',');
		for (const entry of said.reverse()) {
			const before = plain(entry.trim());
			if (isIP(before) === 0) return caller;
			caller = before;
			if (!ours.has(caller)) return caller;
		}
		return caller;
	};
};
