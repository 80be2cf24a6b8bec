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

/**
 * Incoming half of a socket: some frames are worked on at once, the others wait, and the connection is
 * not read while any does. Whoever sends without end fills the buffers of its own network, and takes
 * no more than its turn from the others.
 */
export const createInbound = (deps: {
	readonly port: Pick<SocketPort, 'pause' | 'resume'>;
	/** Frames worked on at once. */
	readonly atOnce: number;
	readonly timers: Timers;
	/** Works on one frame; never rejects. */
	readonly handle: (bytes: Uint8Array) => Promise<void>;
}): Inbound => {
	const { port, atOnce, timers, handle } = deps;
	let waiting: Uint8Array[] = [];
	let working = 0;
	let isPaused = false;
	let endHold: (() => void) | undefined;
	let endTurn: (() => void) | undefined;

	const setPaused = (paused: boolean): void => {
		if (isPaused === paused) return;
		isPaused = paused;
		if (paused) port.pause();
		else port.resume();
	};

	const work = (bytes: Uint8Array): void => {
		working++;
		void handle(bytes).finally(() => {
			working--;
			if (waiting.length > 0) yieldTurn();
		});
	};

	/** One frame that waited at each turn: what answers at once would else keep others from theirs. */
	const yieldTurn = (): void => {
		endTurn ??= timers.after(0, () => {
			endTurn = undefined;
			const bytes = endHold || working >= atOnce ? undefined : waiting.shift();
			if (bytes) work(bytes);
			show();
		});
	};

	const show = (): void => {
		setPaused(waiting.length > 0 || endHold !== undefined);
		if (waiting.length > 0 && working < atOnce && !endHold) yieldTurn();
	};

	return {
		receive(bytes) {
			if (waiting.length === 0 && working < atOnce && !endHold) return work(bytes);
			waiting.push(bytes);
			show();
		},
		hold(ms) {
			endHold ??= timers.after(ms, () => {
				endHold = undefined;
				show();
			});
			show();
		},
		stop() {
			waiting = [];
			endHold?.();
			endTurn?.();
			endHold = undefined;
			endTurn = undefined;
		},
	};
};
