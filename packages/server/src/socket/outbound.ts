import { encodeCbor } from '@navette/codec';
import type { Version } from '@navette/model';
import type { ServerFrame } from '@navette/protocol';
import type { SocketPort } from './socket-port.ts';
import type { Subscription } from './subscription.ts';

/** What goes out of a socket, and how fast its other side takes it. */
export interface Outbound {
	send(frame: ServerFrame): void;
	/**
	 * Tells a change already encoded (`true`), or holds it back while the socket does not drain. After
	 * one that was held back the reader is told a version only: it misses what came before.
	 */
	tell(subscription: Subscription, version: Version, frame: Uint8Array): boolean;
	/**
	 * Tells what was held back, versions only: the reader pulls. Nothing while it does not drain.
	 * Answers how many.
	 */
	flush(subscriptions: Iterable<Subscription>): number;
	/** One beat; `false` when the socket has been too slow for too many of them. */
	beat(now: number): boolean;
	/** Ends the socket; nothing goes out afterwards. Repeatable. */
	end(code: number, reason: string): void;
	/** The other side is gone. */
	stop(): void;
	isOpen(): boolean;
}

/** Outgoing half of a socket. Notices are counted so that the other side notices a gap. */
export const createOutbound = (
	port: SocketPort,
	limits: { readonly slowBytes: number; readonly slowBeats: number },
): Outbound => {
	let open = true;
	let notices = 0;
	let slowBeats = 0;
	const isSlow = () => port.buffered() > limits.slowBytes;
	const send = (frame: ServerFrame): void => {
		if (open) port.send(encodeCbor(frame));
	};
	const sendNotice = (subscription: Subscription, version: Version, frame: Uint8Array): void => {
		subscription.told = version;
		subscription.waiting = 0;
		notices++;
		port.send(frame);
	};
	const flush = (subscriptions: Iterable<Subscription>): number => {
		let sent = 0;
		for (const subscription of subscriptions) {
			const { reference, told: from, waiting: version, thread } = subscription;
			if (!open || version === 0 || !thread || isSlow()) continue;
			const notice = { reference, from, version, versions: {} };
			sendNotice(subscription, version, encodeCbor({ kind: 'notice', notices: [notice] }));
			sent++;
		}
		return sent;
	};
	return {
		send,
		tell(subscription, version, frame) {
			if (!open) return false;
			if (subscription.waiting === 0 && !isSlow()) {
				sendNotice(subscription, version, frame);
				return true;
			}
			subscription.waiting = Math.max(subscription.waiting, version);
			return flush([subscription]) > 0;
		},
		flush,
		beat(now) {
			slowBeats = isSlow() ? slowBeats + 1 : 0;
			if (slowBeats === 0) send({ kind: 'beat', notices, now });
			return slowBeats < limits.slowBeats;
		},
		end(code, reason) {
			if (!open) return;
			open = false;
			port.close(code, reason);
		},
		stop() {
			open = false;
		},
		isOpen: () => open,
	};
};
