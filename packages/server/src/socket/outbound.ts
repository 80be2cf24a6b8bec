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

/**
 * Outgoing half of a socket. Notices are counted so that the other side notices a gap. A class, as
 * all there is of each socket: ten thousand of them share its methods.
 */
export class SocketOutbound implements Outbound {
	readonly #port: SocketPort;
	readonly #limits: { readonly slowBytes: number; readonly slowBeats: number };
	#open = true;
	#notices = 0;
	#slowBeats = 0;

	constructor(
		port: SocketPort,
		limits: { readonly slowBytes: number; readonly slowBeats: number },
	) {
		this.#port = port;
		this.#limits = limits;
	}

	#isSlow(): boolean {
		return this.#port.buffered() > this.#limits.slowBytes;
	}

	#sendNotice(subscription: Subscription, version: Version, frame: Uint8Array): void {
		subscription.told = version;
		subscription.waiting = 0;
		this.#notices++;
		this.#port.send(frame);
	}

	send(frame: ServerFrame): void {
		if (this.#open) this.#port.send(encodeCbor(frame));
	}

	tell(subscription: Subscription, version: Version, frame: Uint8Array): boolean {
		if (!this.#open) return false;
		if (subscription.waiting === 0 && !this.#isSlow()) {
			this.#sendNotice(subscription, version, frame);
			return true;
		}
		subscription.waiting = Math.max(subscription.waiting, version);
		return this.flush([subscription]) > 0;
	}

	flush(subscriptions: Iterable<Subscription>): number {
		let sent = 0;
		for (const subscription of subscriptions) {
			const { reference, told: from, waiting: version, thread } = subscription;
			if (!this.#open || version === 0 || !thread || this.#isSlow()) continue;
			const notice = { reference, from, version, versions: {} };
			this.#sendNotice(subscription, version, encodeCbor({ kind: 'notice', notices: [notice] }));
			sent++;
		}
		return sent;
	}

	beat(now: number): boolean {
		this.#slowBeats = this.#isSlow() ? this.#slowBeats + 1 : 0;
		if (this.#slowBeats === 0) this.send({ kind: 'beat', notices: this.#notices, now });
		return this.#slowBeats < this.#limits.slowBeats;
	}

	end(code: number, reason: string): void {
		if (!this.#open) return;
		this.#open = false;
		this.#port.close(code, reason);
	}

	stop(): void {
		this.#open = false;
	}

	isOpen(): boolean {
		return this.#open;
	}
}
