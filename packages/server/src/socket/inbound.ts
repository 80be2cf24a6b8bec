import type { Timers } from '@navette/core';
import type { SocketPort } from './socket-port.ts';

/** What comes in by a socket, and how much of it is worked on at once. */
export interface Inbound {
	/** A frame arrived; it is handled when its turn comes. */
	receive(bytes: Uint8Array): void;
	/** Handles no more for some time, ms: who sends too fast is left waiting, at no cost. */
	hold(ms: number): void;
	/** Forgets what waits. */
	stop(): void;
}

/** What inbound frames need of their socket. */
export interface InboundDeps {
	readonly port: Pick<SocketPort, 'pause' | 'resume'>;
	/** Frames worked on at once. */
	readonly atOnce: number;
	readonly timers: Timers;
	/** Works on one frame; never rejects. */
	handle(bytes: Uint8Array): Promise<void>;
}

/**
 * Incoming half of a socket: some frames are worked on at once, the others wait, and the connection is
 * not read while any does. Whoever sends without end fills the buffers of its own network, and takes
 * no more than its turn from the others.
 */
export class SocketInbound implements Inbound {
	readonly #deps: InboundDeps;
	#waiting: Uint8Array[] | undefined;
	#working = 0;
	#isPaused = false;
	#endHold: (() => void) | undefined;
	#endTurn: (() => void) | undefined;

	constructor(deps: InboundDeps) {
		this.#deps = deps;
	}

	receive(bytes: Uint8Array): void {
		const { atOnce } = this.#deps;
		if (!this.#waiting && this.#working < atOnce && !this.#endHold) {
			this.#work(bytes);
			return;
		}
		this.#waiting ??= [];
		this.#waiting.push(bytes);
		this.#show();
	}

	hold(ms: number): void {
		this.#endHold ??= this.#deps.timers.after(ms, () => {
			this.#endHold = undefined;
			this.#show();
		});
		this.#show();
	}

	stop(): void {
		this.#waiting = undefined;
		this.#endHold?.();
		this.#endTurn?.();
		this.#endHold = undefined;
		this.#endTurn = undefined;
	}

	#work(bytes: Uint8Array): void {
		this.#working++;
		void this.#deps.handle(bytes).finally(() => {
			this.#working--;
			if (this.#waiting) this.#yieldTurn();
		});
	}

	/** One frame that waited at each turn: what answers at once would else keep others from theirs. */
	#yieldTurn(): void {
		this.#endTurn ??= this.#deps.timers.after(0, () => {
			this.#endTurn = undefined;
			const isFull = this.#endHold !== undefined || this.#working >= this.#deps.atOnce;
			const bytes = isFull ? undefined : this.#waiting?.shift();
			if (this.#waiting?.length === 0) this.#waiting = undefined;
			if (bytes) this.#work(bytes);
			this.#show();
		});
	}

	#show(): void {
		const isPaused = this.#waiting !== undefined || this.#endHold !== undefined;
		if (isPaused !== this.#isPaused) {
			this.#isPaused = isPaused;
			if (isPaused) this.#deps.port.pause();
			else this.#deps.port.resume();
		}
		const isFree = this.#working < this.#deps.atOnce && !this.#endHold;
		if (this.#waiting && isFree) this.#yieldTurn();
	}
}
