import type { Transport, TransportAnswer } from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { err, ok, type Result } from '@navette/core';
import type { ClientFrame, FrameAnswer, PullAnswer, ServerFrame } from '@navette/protocol';
import type { SocketPort } from '@navette/server';
import type { Dice } from '../dice.ts';
import type { Life } from '../life.ts';
import type { Customs, Recipient } from '../model/customs.ts';
import type { Scheduler } from '../scheduler.ts';
import type { ServerNode, ServerRun } from '../server/server-node.ts';
import type { Weather } from '../weather.ts';
import type { Links } from './links.ts';
import { createSocketLine, type SocketLine } from './socket-line.ts';

/** One device on the network. */
export interface Station {
	readonly name: string;
	readonly org: string;
	readonly token: string;
	/** Hash of the token. */
	readonly hash: string;
}

/** Everything between devices and servers. */
export interface Network {
	/** What a run of a device speaks through. */
	transportFor(station: Station, life: Life): Transport;
	/** Breaks the sockets of a device, or of a server. */
	cut(name: string, sides?: { readonly device: boolean; readonly server: boolean }): void;
	sockets(): number;
}

export interface NetworkDeps {
	readonly scheduler: Scheduler;
	readonly dice: Dice;
	readonly weather: Weather;
	readonly links: Links;
	readonly customs: Customs;
	readonly servers: readonly ServerNode[];
	readonly defect: (error: unknown) => void;
}

const LONG_DELAY = 4_000;
const REQUEST_MS = 30_000;

const decode = <T>(bytes: Uint8Array): T => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok) throw new Error(`a message is ${decoded.error}`);
	return decoded.value as T;
};

type Headers = Readonly<Record<string, string>>;

/** Small pages, so that transactions and snapshots fall between them. */
const shrink = <T extends { readonly limit?: number | undefined }>(pull: T, limit: number): T => ({
	...pull,
	limit: Math.min(limit, pull.limit ?? limit),
});

const post = async (run: ServerRun, path: string, body: Uint8Array, headers: Headers) => {
	const response = await run.server.fetch(
		new Request(`http://simulation${path}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/cbor',
				accept: 'application/cbor',
				'content-length': String(body.length),
				...headers,
			},
			body: new Uint8Array(body),
		}),
	);
	return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
};

export const createNetwork = (deps: NetworkDeps): Network => {
	const { scheduler, dice, weather, links, customs, servers } = deps;
	const lines = new Set<SocketLine>();
	const delay = () =>
		!weather.calm && dice.chance(0.02)
			? dice.between(0, LONG_DELAY)
			: dice.between(1, weather.delay);
	const isLost = () => !weather.calm && dice.chance(weather.loss);

	links.onHeal((device, server) => {
		for (const line of lines)
			if (line.device === device && line.server === server)
				if (dice.chance(0.5)) line.resume();
				else line.cut();
	});

	const checkHttp = (to: Recipient, path: string, answer: TransportAnswer, since: number) => {
		if (answer.status !== 200) return;
		const kind = path.split('/')[3];
		if (kind === 'pull') customs.pulled(to, decode<PullAnswer>(answer.body), since);
		else if (kind === 'frame') customs.notices(to, decode<FrameAnswer>(answer.body).notices, since);
	};

	/** A request arrives at a server; what it answers, if it lives long enough. */
	const deliver = async (
		station: Station,
		node: ServerNode,
		path: string,
		body: Uint8Array,
		headers: Headers,
	): Promise<TransportAnswer | undefined> => {
		const run = node.run();
		if (!run) return undefined;
		const since = customs.rightsNow(station.org);
		const isPull = path.endsWith('/pull');
		const sent = isPull ? encodeCbor(shrink(decode<object>(body), weather.pageLimit)) : body;
		const answer = await post(run, path, sent, headers);
		if (run.life.isOver()) return undefined;
		checkHttp(station, path, answer, since);
		return answer;
	};

	const request = (
		station: Station,
		life: Life,
		path: string,
		body: Uint8Array,
		headers: Headers,
	) =>
		new Promise<Result<TransportAnswer, 'offline'>>((resolve) => {
			const node = dice.pick(servers);
			const label = `${station.name}>${node.name} ${path.split('/')[3]}`;
			const answer = (result: Result<TransportAnswer, 'offline'>) => {
				giveUp();
				if (!life.isOver()) resolve(result);
			};
			const giveUp = scheduler.after(REQUEST_MS, `${label} gives up`, () => answer(err('offline')));
			const arrive = async (isHeard: boolean) => {
				if (!links.isUp(station.name, node.name)) return;
				const answered = await deliver(station, node, path, body, headers);
				if (!isHeard || isLost()) return;
				scheduler.after(delay(), `${label} answered ${answered?.status}`, () => {
					if (links.isUp(station.name, node.name)) answer(answered ? ok(answered) : err('offline'));
				});
			};
			const launch = (ms: number, isHeard: boolean) =>
				scheduler.after(ms, label, () => void arrive(isHeard).catch(deps.defect));
			if (!node.run() || (!links.isUp(station.name, node.name) && dice.chance(0.7)))
				scheduler.after(delay(), `${label} unreachable`, () => answer(err('offline')));
			else if (!isLost()) launch(delay(), true);
			/* a copy of the request goes on its way too */
			if (isLost()) launch(delay() + dice.between(0, LONG_DELAY), false);
		});

	/** The server takes a socket, which breaks when the server dies. */
	const accept = (station: Station, node: ServerNode, line: SocketLine, port: SocketPort) => {
		const run = links.socketless.has(station.name) ? undefined : node.run();
		run?.life.onEnd(() => line.cut({ device: true, server: false }));
		return run?.server.accept(station.org, port, station.name);
	};

	const connect: (station: Station, life: Life) => Transport['connect'] =
		(station, life) => (_path, handlers) => {
			const node = dice.pick(servers);
			const asked = new Map<number, number>();
			const line: SocketLine = createSocketLine({
				scheduler,
				device: station.name,
				server: node.name,
				delay,
				isUp: () => links.isUp(station.name, node.name),
				handlers: {
					opened: () => life.isOver() || handlers.opened(),
					received: (bytes) => life.isOver() || handlers.received(bytes),
					closed: () => life.isOver() || handlers.closed(),
				},
				accept: (port) => accept(station, node, line, port),
				fromDevice(bytes) {
					const frame = decode<ClientFrame>(bytes);
					if ('request' in frame) asked.set(frame.request, customs.rightsNow(station.org));
					if (frame.kind !== 'pull' && frame.kind !== 'subscribe') return bytes;
					return encodeCbor({ ...frame, pull: shrink(frame.pull, weather.pageLimit) });
				},
				fromServer(bytes) {
					const frame = decode<ServerFrame>(bytes);
					const heard = node.run()?.heard.get(station.org) ?? 0;
					const request = 'request' in frame ? frame.request : undefined;
					const since = request === undefined ? heard : (asked.get(request) ?? heard);
					customs.frame(station, frame, since);
				},
				ended: (one) => void lines.delete(one),
			});
			lines.add(line);
			return line.socket;
		};

	return {
		transportFor: (station, life) => ({
			request: (path, body, headers) => request(station, life, path, body, headers),
			connect: connect(station, life),
		}),
		cut(name, sides) {
			for (const line of [...lines])
				if (line.device === name || line.server === name) line.cut(sides);
		},
		sockets: () => lines.size,
	};
};
