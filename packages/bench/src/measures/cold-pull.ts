import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createSession } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { envelopeKeyFromBytes, openEnvelope, sealEnvelope } from '@navette/crypto';
import { createLocalStore, type LocalStore } from '@navette/local-store';
import { createSqliteRecordStore } from '@navette/local-store-sqlite';
import { createCatalogue, type Key } from '@navette/model';
import { benchApplication } from '../bench-application.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

const catalogue = createCatalogue(benchApplication.documents, benchApplication.threads);
const contextOf = (key: Key) => ['nv1', 'bench', 'BOX', `${key.thread}.${key.n}`];

/** Time for a new device to hold everything: pulled, each document opened, all of it stored. */
const coldStart = async (server: BenchServer, count: number, run: number): Promise<number> => {
	if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));
	const documentKey = await envelopeKeyFromBytes(new Uint8Array(32));
	const file = path.join(server.folder, `device-${run}.sqlite`);
	const kept = await createLocalStore({
		records: createSqliteRecordStore(file),
		key: await envelopeKeyFromBytes(randomBytes(32)),
		random: systemRandom,
		log: silentLog,
	});
	let stored = 0;
	const allStored = Promise.withResolvers<void>();
	const store: LocalStore = {
		...kept,
		async writeThread(name, write) {
			const written = await kept.writeThread(name, write);
			stored += write.documents.length;
			if (stored >= count) allStored.resolve();
			return written;
		},
	};
	const begun = performance.now();
	const session = await createSession({
		org: 'bench',
		baseUrl: server.url,
		token: server.token,
		catalogue: catalogue.value,
		store,
		openSealed: (documents) =>
			Promise.all(
				documents.map(async (one) => {
					const opened = await openEnvelope(documentKey, contextOf(one.key), one.data);
					return opened.ok ? opened.value : undefined;
				}),
			),
		clock: systemClock,
		random: systemRandom,
		timers: systemTimers,
		log: silentLog,
	});
	const thread = session.watch('BOXES/cold');
	await new Promise<void>((resolve) => {
		const look = () => {
			if (thread.get().status === 'ready' && thread.get().documents('BOX').size === count)
				resolve();
		};
		thread.subscribe(look);
		look();
	});
	await allStored.promise;
	const time = performance.now() - begun;
	thread.release();
	await session.close();
	await store.close();
	rmSync(file, { force: true });
	return time;
};

/** Cold pull of sealed documents of 300 bytes to a new device. */
export const measureColdPull = async (count: number, runs: number): Promise<readonly Figure[]> => {
	const server = await startBenchServer();
	try {
		const documentKey = await envelopeKeyFromBytes(new Uint8Array(32));
		const newId = () => randomBytes(16).toString('base64url');
		for (let from = 0; from < count; from += 250) {
			const calls = await Promise.all(
				Array.from({ length: Math.min(250, count - from) }, async (_, at) => {
					const key = { thread: 'cold', n: String(from + at) };
					const sealing = { random: systemRandom };
					const data = await sealEnvelope(documentKey, contextOf(key), randomBytes(300), sealing);
					return { id: newId(), name: 'BoxPut', input: { ...key, data } };
				}),
			);
			await server.post('frame', { calls });
		}
		const times: number[] = [];
		for (let run = 0; run < runs; run++) times.push(await coldStart(server, count, run));
		return [
			{
				name: `cold pull of ${count.toLocaleString('en')} sealed documents of 300 bytes, opened and stored`,
				value: rounded(quantile(times, 0.5) / 1000),
				unit: 's (median)',
			},
		];
	} finally {
		await server.stop();
	}
};
