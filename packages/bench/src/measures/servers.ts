import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startNatsServer } from '@navette/bus-nats/testing';
import { systemRandom } from '@navette/core';
import { completeKeyRings, keyRingsToText } from '@navette/site-keys';
import { startCluster } from '@navette/storage-postgres/testing';
import { runHttpLoad } from '../http-load.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);
const CONNECTIONS = 64;
const COUNTS = [1, 2, 3] as const;

type Environment = Readonly<Record<string, string>>;

/** Servers of one site, that know one access. */
const startServers = async (count: number, environment: Environment) => {
	const token = randomBytes(24).toString('base64url');
	const servers: BenchServer[] = [];
	for (let at = 0; at < count; at++)
		servers.push(await startBenchServer(10_000_000, environment, token));
	return servers;
};

const stopAll = (servers: readonly BenchServer[]) =>
	Promise.all(servers.map((server) => server.stop()));

/** Durable operations a second, on as many threads, shared out between servers. */
const operationsBy = async (servers: readonly BenchServer[], requests: number) => {
	const share = Math.ceil(requests / servers.length);
	const begun = performance.now();
	const done = await Promise.all(
		servers.map(({ url, put }, at) =>
			runHttpLoad({
				...{ url, connections: CONNECTIONS / servers.length, requests: share },
				request: (n) => put(`t${(at * share + n) % 1_000}`, String(n), DATA),
			}),
		),
	);
	if (done.some(({ failed }) => failed > 0)) throw new Error('operations failed');
	return (share * servers.length) / ((performance.now() - begun) / 1_000);
};

/** Times from a change asked of one server until a device of another is told, ms. */
const crossing = async (from: BenchServer, to: BenchServer, rounds: number) => {
	const reader = await to.socket();
	const reference = await to.reference('talk');
	reader.say({ kind: 'subscribe', request: 1, pull: { threads: [{ reference, since: 0 }] } });
	await reader.next();
	const times: number[] = [];
	for (let round = -20; round < rounds; round++) {
		const begun = performance.now();
		const input = { thread: 'talk', n: String(round), data: DATA };
		const id = { 'operation-id': randomBytes(16).toString('base64url') };
		const posted = from.post('call/BoxPut', input, id);
		for (let frame = await reader.next(); frame.kind !== 'notice'; ) frame = await reader.next();
		if (round >= 0) times.push(performance.now() - begun);
		await posted;
	}
	reader.socket.terminate();
	return times;
};

/** Several servers on one PostgreSQL: operations a second, and a change from one to the other. */
export const measureServers = async (
	requests: number,
	rounds: number,
): Promise<readonly Figure[]> => {
	const cluster = await startCluster({ isDurable: true });
	const nats = await startNatsServer();
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-bench-files-'));
	const siteKeys = keyRingsToText(completeKeyRings({}, systemRandom)).trim().replaceAll('\n', ',');
	const environmentOf = async (more: Environment = {}): Promise<Environment> => ({
		...{ NAVETTE_DOCUMENTS: 'postgres', NAVETTE_DATABASE_URL: await cluster.createDatabase() },
		...{ NAVETTE_SITE_KEYS: siteKeys, NAVETTE_FILES_FOLDER: folder, ...more },
	});
	const figures: Figure[] = [];
	try {
		let alone = 0;
		for (const count of COUNTS) {
			const servers = await startServers(count, await environmentOf());
			await operationsBy(servers, requests / 10);
			const value = await operationsBy(servers, requests);
			if (count === 1) alone = value;
			figures.push({
				name: `PostgreSQL, ${count} server${count > 1 ? 's' : ''}: durable operations`,
				...{ value: Math.round(value), unit: 'operations/s', versus: 'one server' },
				ratio: rounded(value / alone),
			});
			await stopAll(servers);
		}
		const buses = {
			'LISTEN/NOTIFY': {},
			NATS: { NAVETTE_NOTICES: 'nats', NAVETTE_NATS: nats.url },
		};
		for (const [name, more] of Object.entries(buses)) {
			const servers = await startServers(2, await environmentOf(more));
			const [one, two] = servers;
			if (!one || !two) throw new Error('two servers were started');
			const times = await crossing(one, two, rounds);
			figures.push({
				name: `change by one server → device of another, ${name}, median`,
				...{ value: rounded(quantile(times, 0.5)), unit: 'ms' },
			});
			await stopAll(servers);
		}
		return figures;
	} finally {
		await nats.stop();
		await cluster.stop();
		rmSync(folder, { recursive: true, force: true });
	}
};
