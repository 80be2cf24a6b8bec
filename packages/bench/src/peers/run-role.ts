import { Socket } from 'node:net';
import {
	type Doc,
	docOf,
	type Peer,
	type PeerReader,
	type PeerWriter,
	type Place,
} from './peer.ts';

/** Milliseconds of the clock that all processes of a machine share. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Bytes that crossed the TCP connections this process opened. */
const countWire = () => {
	const sockets = new Set<Socket>();
	const connect = Socket.prototype.connect;
	Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
		sockets.add(this);
		return Reflect.apply(connect, this, args);
	} as typeof connect;
	return () => {
		let total = 0;
		for (const socket of sockets) total += (socket.bytesRead ?? 0) + (socket.bytesWritten ?? 0);
		return total;
	};
};

/** Requests a role answers, by name. */
type Verbs = Readonly<Record<string, (input: never) => unknown>>;

interface Asked {
	readonly id: number;
	readonly verb: string;
	readonly input: unknown;
}

const answer = async (verbs: Verbs, { id, verb, input }: Asked): Promise<void> => {
	try {
		const value = await verbs[verb]?.(input as never);
		process.send?.({ id, value });
	} catch (error) {
		process.send?.({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) });
	}
};

/** Waits until each of some readers has heard of the change asked for, and says when each did. */
const createWatch = (readers: number) => {
	const heard = new Map<string, number[]>();
	const waiting = new Map<string, (times: number[]) => void>();
	return {
		note(text: string): void {
			const times = heard.get(text) ?? [];
			heard.set(text, times);
			times.push(now());
			if (times.length >= readers) waiting.get(text)?.(times);
		},
		heard: (text: string): Promise<number[]> => {
			const times = heard.get(text) ?? [];
			if (times.length >= readers) return Promise.resolve(times);
			return new Promise((resolve) => waiting.set(text, resolve));
		},
	};
};

const serverVerbs = (peer: Peer): Verbs => {
	let server: Awaited<ReturnType<Peer['startServer']>> | undefined;
	return {
		async serve({ folder }: { folder: string }) {
			server = await peer.startServer(folder);
			return server.address;
		},
		stop: () => server?.stop(),
	};
};

const writerVerbs = (peer: Peer, wire: () => number): Verbs => {
	const writers = new Map<string, PeerWriter>();
	const of = (space: string): PeerWriter => {
		const writer = writers.get(space);
		if (!writer) throw new Error(`no writer in ${space}`);
		return writer;
	};
	return {
		async write(place: Place) {
			const writer = await peer.openWriter(place);
			writers.set(place.space, writer);
		},
		invite: ({ space }: Place) => of(space).invite,
		async push({ space, count }: { space: string; count: number }) {
			const documents = Array.from({ length: count }, (_, n) => docOf(n));
			const before = wire();
			const begun = now();
			await of(space).push(documents);
			return { ms: now() - begun, wire: wire() - before };
		},
		change({ space, round }: { space: string; round: number }) {
			const document: Doc = docOf(0, round);
			const begun = now();
			void Promise.resolve(of(space).change(document)).catch((error: unknown) => {
				process.stderr.write(`${String(error)}\n`);
			});
			return { begun, text: document.text };
		},
	};
};

const isWhole = (reader: PeerReader, count: number): boolean => {
	for (let n = 0; n < count; n++) {
		const { id, text } = docOf(n);
		if (reader.text(id) !== text) return false;
	}
	return reader.size() === count;
};

const readerVerbs = (peer: Peer, wire: () => number): Verbs => {
	const readers: PeerReader[] = [];
	let watch = createWatch(1);
	const open = async (wanted: Place & { invite: unknown; count: number }) => {
		const reader = await peer.openReader({ ...wanted, changed: (text) => watch.note(text) });
		readers.push(reader);
		return reader;
	};
	return {
		async read(wanted: Place & { invite: unknown; count: number }) {
			const before = wire();
			const begun = now();
			const reader = await open(wanted);
			const ms = now() - begun;
			return { ms, wire: wire() - before, whole: isWhole(reader, wanted.count) };
		},
		async listen({
			clients,
			...wanted
		}: Place & { invite: unknown; count: number; clients: number }) {
			watch = createWatch(clients);
			const width = 20;
			for (let from = 0; from < clients; from += width) {
				const some = Math.min(width, clients - from);
				await Promise.all(Array.from({ length: some }, () => open(wanted)));
			}
		},
		heard: ({ text }: { text: string }) => watch.heard(text),
	};
};

/**
 * Answers what the bench asks of one process of a peer. A process takes one role; the verbs of all
 * are there, so that a peer is one file.
 */
export const runRole = (peer: Peer): void => {
	const wire = countWire();
	const verbs: Verbs = {
		...serverVerbs(peer),
		...writerVerbs(peer, wire),
		...readerVerbs(peer, wire),
		memory() {
			globalThis.gc?.();
			const { rss, heapUsed, external } = process.memoryUsage();
			const { user, system } = process.cpuUsage();
			return { rss, live: heapUsed + external, cpu: (user + system) / 1_000 };
		},
	};
	process.on('message', (message) => void answer(verbs, message as Asked));
	process.on('disconnect', () => process.exit(0));
	process.send?.({ id: 0 });
};
