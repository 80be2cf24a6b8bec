import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemRandom } from '@navette/core';
import { completeKeyRings, keyRingsToText } from '@navette/site-keys';

/** One server process of a site. */
export interface FleetServer {
	readonly url: string;
	/** At once, without a word. */
	kill(): Promise<void>;
	/** As an operator does: it drains, then ends by itself. Answers its exit code. */
	stop(): Promise<number | null>;
}

/** Several servers of one site: one database, one folder of files, one set of keys. */
export interface Fleet {
	start(): Promise<FleetServer>;
	/** Address in front of all of them: a connection goes to one that says it is ready. */
	readonly front: string;
	/** Connections that found no server ready. */
	refused(): number;
	close(): Promise<void>;
}

const isReady = async (url: string): Promise<boolean> => {
	try {
		const answer = await fetch(`${url}/ready`, { headers: { connection: 'close' } });
		await answer.body?.cancel();
		return answer.status === 200;
	} catch {
		return false;
	}
};

/** A front as load balancers are: it asks who is ready, and passes bytes on. */
const openFront = async (urls: () => readonly string[]) => {
	let turn = 0;
	let refused = 0;
	const choose = async (): Promise<string | undefined> => {
		const all = urls();
		for (let at = 0; at < all.length; at++) {
			const url = all[turn++ % all.length];
			if (url !== undefined && (await isReady(url))) return url;
		}
		return undefined;
	};
	const pass = async (from: Socket): Promise<void> => {
		from.on('error', () => from.destroy());
		const url = await choose();
		if (url === undefined) {
			refused++;
			from.destroy();
			return;
		}
		const to = connect(Number(new URL(url).port), '127.0.0.1');
		to.on('error', () => from.destroy());
		from.on('close', () => to.destroy());
		to.on('close', () => from.destroy());
		from.pipe(to).pipe(from);
	};
	const server = createServer((from) => void pass(from)).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		refused: () => refused,
		close: () => void server.close(),
	};
};

/** Opens a site of several servers; `environment` says where its database and its bus are. */
export const openFleet = async (environment: Readonly<Record<string, string>>): Promise<Fleet> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-fleet-'));
	const keys = path.join(folder, 'site-keys');
	writeFileSync(keys, keyRingsToText(completeKeyRings({}, systemRandom)), { mode: 0o600 });
	const running = new Map<ChildProcess, string>();
	const front = await openFront(() => [...running.values()]);
	let count = 0;
	return {
		front: front.url,
		refused: front.refused,
		async start() {
			count++;
			const child = fork(path.join(import.meta.dirname, 'fleet-process.ts'), {
				/* none of a runner of tests */
				execArgv: [],
				env: {
					...process.env,
					...{ NAVETTE_DATA: path.join(folder, `server-${count}`), NAVETTE_KEYS: keys },
					...{ NAVETTE_FILES_FOLDER: path.join(folder, 'files'), NAVETTE_DEMO: 'off' },
					...{ PORT: '0', NAVETTE_DRAIN: '1', NAVETTE_DOCUMENTS: 'postgres', ...environment },
				},
			});
			const [url] = (await Promise.race([
				once(child, 'message'),
				once(child, 'exit').then(([code]) => {
					throw new Error(`a server ended with ${code} before it served`);
				}),
			])) as [string];
			running.set(child, url);
			const end = async (signal: NodeJS.Signals): Promise<number | null> => {
				const ended = once(child, 'exit');
				child.kill(signal);
				if (signal === 'SIGKILL') running.delete(child);
				const [code] = (await ended) as [number | null];
				running.delete(child);
				return code;
			};
			return {
				url,
				async kill() {
					await end('SIGKILL');
				},
				stop: () => end('SIGTERM'),
			};
		},
		async close() {
			const all = [...running.keys()];
			for (const child of all) child.kill('SIGKILL');
			await Promise.all(all.map((child) => child.exitCode ?? once(child, 'exit')));
			front.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};
