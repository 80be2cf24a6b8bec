import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quantile } from '../results.ts';
import { bytesBelow } from './bytes-below.ts';
import { type Role, startRole } from './role.ts';

/** How much is done in one round. */
export interface Work {
	readonly documents: number;
	readonly changes: number;
	readonly clients: number;
	/** Changes told to all clients. */
	readonly broadcasts: number;
	/** ms after which a round is given up. */
	readonly limit: number;
}

/** One round of one peer; times in ms, sizes in bytes. */
export interface Round {
	readonly push: number;
	readonly cold: number;
	readonly changeMedian: number;
	readonly changeP99: number;
	readonly fanMedian: number;
	readonly fanLast: number;
	/** Per document, sent and received by the client. */
	readonly pushWire: number;
	readonly coldWire: number;
	/** Per document, on the server's disk once it has stopped, without what an empty store takes. */
	readonly stored: number;
	readonly idleMemory: number;
	readonly memory: number;
	/** Live bytes of the server for each client that only listens. */
	readonly perConnection: number;
	/** CPU of the server during the push, ms. */
	readonly pushCpu: number;
}

interface Memory {
	readonly rss: number;
	readonly live: number;
	readonly cpu: number;
}

/** Documents written and read before anything is timed, so that code is warm on all sides. */
const WARM = 500;

interface Scene {
	readonly server: Role;
	readonly writer: Role;
	readonly address: unknown;
	readonly start: () => Promise<Role>;
}

const openSpace = async ({ writer, address }: Scene, space: string, count: number) => {
	await writer.ask('write', { address, space });
	return writer.ask<{ ms: number; wire: number }>('push', { space, count });
};

const wantedIn = async ({ writer, address }: Scene, space: string, count: number) => ({
	address,
	space,
	invite: await writer.ask('invite', { space }),
	count,
});

const timeChanges = async (scene: Scene, readers: Role, space: string, count: number) => {
	const all: number[][] = [];
	for (let round = 1; round <= count; round++) {
		const change = await scene.writer.ask<{ begun: number; text: string }>('change', {
			space,
			round,
		});
		const heard = await readers.ask<number[]>('heard', { text: change.text });
		all.push(heard.map((time) => time - change.begun));
	}
	return all;
};

const measureCold = async (scene: Scene, work: Work) => {
	const reader = await scene.start();
	await reader.ask('read', await wantedIn(scene, 'warm', WARM));
	const wanted = await wantedIn(scene, 'main', work.documents);
	const cold = await reader.ask<{ ms: number; wire: number; whole: boolean }>('read', wanted);
	if (!cold.whole) throw new Error('a cold sync did not bring every document');
	const times = (await timeChanges(scene, reader, 'main', work.changes + 10)).slice(10).flat();
	await reader.end();
	return { cold, times };
};

const measureFan = async (scene: Scene, work: Work) => {
	await openSpace(scene, 'fan', 1);
	const clients = await scene.start();
	const before = await scene.server.ask<Memory>('memory');
	const wanted = await wantedIn(scene, 'fan', 1);
	await clients.ask('listen', { ...wanted, clients: work.clients });
	const after = await scene.server.ask<Memory>('memory');
	const times = (await timeChanges(scene, clients, 'fan', work.broadcasts + 3)).slice(3);
	await clients.end();
	const perConnection = Math.max(0, after.live - before.live) / work.clients;
	const medians = times.map((all) => quantile(all, 0.5));
	const last = times.map((all) => Math.max(...all));
	return { perConnection, median: quantile(medians, 0.5), last: quantile(last, 0.5) };
};

/** Bytes that a server leaves on the disk when nothing was written. */
const measureEmpty = async (start: Scene['start'], folder: string): Promise<number> => {
	const server = await start();
	await server.ask('serve', { folder });
	await server.ask('stop');
	await server.end();
	return bytesBelow(folder);
};

const measureIn = async (
	scene: Scene,
	work: Work,
	folder: string,
	empty: number,
): Promise<Round> => {
	await openSpace(scene, 'warm', WARM);
	const idle = await scene.server.ask<Memory>('memory');
	const pushed = await openSpace(scene, 'main', work.documents);
	const full = await scene.server.ask<Memory>('memory');
	const { cold, times } = await measureCold(scene, work);
	const fan = await measureFan(scene, work);
	await scene.writer.end();
	await scene.server.ask('stop');
	return {
		push: pushed.ms,
		cold: cold.ms,
		changeMedian: quantile(times, 0.5),
		changeP99: quantile(times, 0.99),
		fanMedian: fan.median,
		fanLast: fan.last,
		pushWire: pushed.wire / work.documents,
		coldWire: cold.wire / work.documents,
		stored: (bytesBelow(folder) - empty) / (work.documents + WARM + 1),
		idleMemory: idle.rss,
		memory: full.rss,
		perConnection: fan.perConnection,
		pushCpu: full.cpu - idle.cpu,
	};
};

/** One round of one peer: server, writer, reader and listeners in processes of their own. */
export const measureRound = async (script: string, work: Work): Promise<Round> => {
	const place = mkdtempSync(path.join(tmpdir(), 'navette-peer-'));
	const [empty = '', folder = ''] = ['empty', 'full'].map((name) => path.join(place, name));
	for (const one of [empty, folder]) mkdirSync(one);
	const over = new AbortController();
	const late = setTimeout(() => over.abort(), work.limit);
	const start = () => startRole(script, over.signal);
	try {
		const emptySize = await measureEmpty(start, empty);
		const server = await start();
		const address = await server.ask('serve', { folder });
		const scene = { server, writer: await start(), address, start };
		const round = await measureIn(scene, work, folder, emptySize);
		await server.end();
		return round;
	} finally {
		clearTimeout(late);
		over.abort();
		rmSync(place, { recursive: true, force: true });
	}
};
