import { encodeCbor } from '@navette/codec';
import { err, ok } from '@navette/core';
import type { ServerFrame } from '@navette/protocol';
import { ClientFrame } from '@navette/protocol';
import type { SocketHandlers, Transport, TransportSocket } from '../transport.ts';
import { decodeAs } from '../wire.ts';
import type { FakeServer } from './fake-server.ts';

/** What happens to a frame on its way to the device. */
export type Fate = 'deliver' | 'drop' | 'hold';

/** The network between one device and the server of tests. */
export interface FakeNetwork {
	readonly transport: Transport;
	/** Questions that reached the server: `subscribe`, `pull`, `http frame`… */
	readonly asked: string[];
	up: boolean;
	/** Sockets pass; when false only HTTP does. */
	socketsPass: boolean;
	/** HTTP answers reach the device; when false the server works and nobody hears. */
	answersPass: boolean;
	fate: (frame: ServerFrame) => Fate;
	/** Delivers what was held: all, in the order given by `order` (of indexes), or as it came. */
	release(order?: (count: number) => readonly number[]): void;
	/** Cuts the sockets open now. */
	cut(): void;
	sockets(): number;
}

export const createFakeNetwork = (server: FakeServer): FakeNetwork => {
	let held: (() => void)[] = [];
	const open = new Set<() => void>();

	const connect = (handlers: SocketHandlers): TransportSocket => {
		let alive = network.up && network.socketsPass;
		const end = () => {
			if (!open.delete(end)) return;
			alive = false;
			fake?.gone();
			queueMicrotask(handlers.closed);
		};
		open.add(end);
		const deliver = (frame: ServerFrame) => {
			const bytes = encodeCbor(frame);
			const hand = () => alive && handlers.received(bytes);
			const fate = network.fate(frame);
			if (fate === 'deliver') queueMicrotask(hand);
			else if (fate === 'hold') held.push(hand);
		};
		const fake = alive ? server.accept(deliver) : undefined;
		queueMicrotask(() => (alive ? handlers.opened() : end()));
		return {
			send(bytes) {
				if (!alive || !network.up) return;
				const frame = decodeAs(ClientFrame, bytes);
				network.asked.push(frame.ok ? frame.value.kind : 'unreadable');
				queueMicrotask(() => alive && fake?.receive(bytes));
			},
			close: end,
		};
	};

	const network: FakeNetwork = {
		asked: [],
		up: true,
		socketsPass: true,
		answersPass: true,
		fate: () => 'deliver',
		transport: {
			async request(path, body) {
				if (!network.up) return err('offline');
				network.asked.push(`http ${path.split('/')[3]}`);
				const answer = server.http(path, body);
				return network.answersPass ? ok(answer) : err('offline');
			},
			connect: (_path, handlers) => connect(handlers),
		},
		release(order) {
			const waiting = held;
			held = [];
			const indexes = order?.(waiting.length) ?? waiting.keys();
			for (const index of indexes) waiting[index]?.();
		},
		cut() {
			for (const end of [...open]) end();
		},
		sockets: () => open.size,
	};
	return network;
};
