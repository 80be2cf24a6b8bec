import type { SocketHandlers, TransportSocket } from '@navette/client';
import type { SocketEvents, SocketPort } from '@navette/server';
import type { Scheduler } from '../scheduler.ts';

/** What travels one way: bytes, or the end. */
type Parcel = { readonly bytes: Uint8Array } | { readonly end: true };

/** One way of a socket: in order, late, held back while the link is down. */
interface Way {
	push(parcel: Parcel): void;
	/** The link is up again. */
	resume(): void;
	/** Nothing more is delivered. */
	drop(): void;
	/** Bytes not delivered yet. */
	waiting(): number;
}

interface WayDeps {
	readonly scheduler: Scheduler;
	readonly label: string;
	readonly delay: () => number;
	readonly isUp: () => boolean;
	readonly deliver: (parcel: Parcel) => void;
}

const createWay = ({ scheduler, label, delay, isUp, deliver }: WayDeps): Way => {
	const queue: Parcel[] = [];
	let moving = false;
	let dropped = false;
	const move = () => {
		if (moving || dropped || queue.length === 0) return;
		moving = true;
		const [head] = queue;
		const size = head && 'bytes' in head ? head.bytes.length : 'end';
		scheduler.after(delay(), `${label} ${size}`, () => {
			moving = false;
			if (dropped || !isUp()) return;
			const parcel = queue.shift();
			if (parcel) deliver(parcel);
			move();
		});
	};
	return {
		push(parcel) {
			if (dropped) return;
			queue.push(parcel);
			move();
		},
		resume: move,
		drop() {
			dropped = true;
			queue.length = 0;
		},
		waiting: () => queue.reduce((sum, one) => sum + ('bytes' in one ? one.bytes.length : 0), 0),
	};
};

/** A socket between a device and a server. */
export interface SocketLine {
	readonly device: string;
	readonly server: string;
	/** The device's end. */
	readonly socket: TransportSocket;
	/** Breaks: each side is told later, or never when it is not there any more. */
	cut(sides?: { readonly device: boolean; readonly server: boolean }): void;
	resume(): void;
	isOpen(): boolean;
}

export interface SocketLineDeps {
	readonly scheduler: Scheduler;
	readonly device: string;
	readonly server: string;
	readonly delay: () => number;
	readonly isUp: () => boolean;
	readonly handlers: SocketHandlers;
	/** The connection reached the server: its events, `undefined` when it is refused. */
	readonly accept: (port: SocketPort) => SocketEvents | undefined;
	/** Bytes on their way, as they are let through. */
	readonly fromDevice: (bytes: Uint8Array) => Uint8Array;
	readonly fromServer: (bytes: Uint8Array) => void;
	readonly ended: (line: SocketLine) => void;
}

/** Opens one: after a while the server is there, or the device is told that it is closed. */
export const createSocketLine = (deps: SocketLineDeps): SocketLine => {
	const { scheduler, device, server, delay, isUp, handlers } = deps;
	const name = `${device}-${server}`;
	let events: SocketEvents | undefined;
	let open = true;
	let told = false;

	const tellDevice = () => {
		if (told) return;
		told = true;
		handlers.closed();
	};
	const over = () => {
		if (!open) return;
		open = false;
		deps.ended(line);
	};
	const cut: SocketLine['cut'] = (sides = { device: true, server: true }) => {
		if (!open) return;
		over();
		down.drop();
		up.drop();
		const gone = events;
		if (sides.server && gone)
			scheduler.after(delay(), `${name} server hears end`, () => gone.closed());
		if (sides.device) scheduler.after(delay(), `${name} device hears end`, tellDevice);
	};
	const up = createWay({
		scheduler,
		label: `${name} up`,
		delay,
		isUp,
		deliver(parcel) {
			if ('bytes' in parcel) return events?.message(deps.fromDevice(parcel.bytes));
			over();
			events?.closed();
		},
	});
	const down = createWay({
		scheduler,
		label: `${name} down`,
		delay,
		isUp,
		deliver(parcel) {
			if ('bytes' in parcel) return told ? undefined : handlers.received(parcel.bytes);
			over();
			tellDevice();
		},
	});
	const port: SocketPort = {
		send(bytes) {
			if (!open) return;
			deps.fromServer(bytes);
			down.push({ bytes });
		},
		close: () => down.push({ end: true }),
		buffered: () => down.waiting(),
		pause: () => undefined,
		resume: () => undefined,
	};
	const line: SocketLine = {
		device,
		server,
		cut,
		isOpen: () => open,
		resume() {
			up.resume();
			down.resume();
		},
		socket: {
			send: (bytes) => up.push({ bytes: bytes.slice() }),
			close() {
				if (told) return;
				up.push({ end: true });
				down.drop();
				tellDevice();
			},
		},
	};
	scheduler.after(delay(), `${name} connects`, () => {
		if (!open || told) return over();
		events = isUp() ? deps.accept(port) : undefined;
		if (!events) return cut();
		handlers.opened();
	});
	return line;
};
