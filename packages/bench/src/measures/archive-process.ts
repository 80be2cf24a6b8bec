import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { openStores, type SiteStores } from '@navette/app-server/site-stores';
import { type ArchiveTarget, exportOrganisation, importOrganisation } from '@navette/archive';
import {
	bytesToBase64Url,
	type Failure,
	ok,
	type Result,
	silentLog,
	systemClock,
	systemRandom,
	systemTimers,
} from '@navette/core';
import { sealingKeyFromSeed } from '@navette/crypto';
import { createEngine } from '@navette/engine';
import { createService, type ServerApplication } from '@navette/server';
import { createMemoryNoticeBus } from '@navette/storage';

const ORG = 'large';
const KEY = { thread: 'a', n: 'big' };
const caller = () => ({ id: 'bench', rights: [] });
const parts = {
	...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
};

/** Sealed documents of 300 bytes on a thread, and pages that hold files. */
const application: ServerApplication = {
	...{ name: 'large', operations: [], reports: [], errors: {} },
	documents: [
		{ name: 'BOX', key: ['thread', 'n'], threads: ['BOXES'], sealing: 'sealed', shape: 1 },
		{
			...{ name: 'PAGE', key: ['thread', 'n'], threads: ['BOXES'], sealing: 'clear', shape: 1 },
			files: { names: 'unique', maxBytes: 2 ** 32 },
		},
	],
	threads: [{ name: 'BOXES', key: ['thread'] }],
	policy: { thread: () => ({ BOX: {}, PAGE: {} }), dependsOn: [] },
};
const { catalogue, policy } = createService([application]);

const valueIn = <T>(outcome: Result<T, Failure>): T => {
	if (!outcome.ok) throw new Error(outcome.error.code);
	return outcome.value;
};

const PART = new Uint8Array(randomBytes(2 ** 20));

async function* contentOf(bytes: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes; at += PART.length)
		yield PART.subarray(0, Math.min(PART.length, bytes - at));
}

const fill = async ({ store, blobs }: SiteStores, documents: number, bytes: number) => {
	const engine = createEngine({
		...{ store, blobs, catalogue, policy, bus: createMemoryNoticeBus(), soon: setImmediate },
		...parts,
	});
	await engine.putOrganisation(ORG, 'open', { label: 'Large', clockOffset: 0 });
	for (let from = 0; from < documents; from += 1_000)
		valueIn(
			await engine.run({
				...{ org: ORG, caller },
				async work(context) {
					for (let n = from; n < Math.min(documents, from + 1_000); n++)
						await context.write(
							'BOX',
							{ thread: 'a', n: String(n) },
							PART.slice(n % 999, (n % 999) + 300),
						);
					return ok(null);
				},
			}),
		);
	const hash = createHash('sha256');
	for await (const part of contentOf(bytes)) hash.update(part);
	const digest = bytesToBase64Url(hash.digest());
	const { files } = engine;
	if (!files) throw new Error('no files');
	const asked = { type: 'PAGE', key: KEY, size: bytes, digest, way: 'whole' as const };
	const { fid } = valueIn(await files.preload(ORG, caller, asked));
	valueIn(await files.put(ORG, caller, fid, contentOf(bytes)));
	const file = { fid, size: bytes, digest, name: 'big.bin', type: 'application/octet-stream' };
	valueIn(
		await engine.run({
			...{ org: ORG, caller },
			async work(context) {
				await context.write('PAGE', KEY, 1);
				await context.attach('PAGE', KEY, file);
				return ok(null);
			},
		}),
	);
};

const fileOf = async (handle: FileHandle): Promise<ArchiveTarget> => {
	let { size } = await handle.stat();
	return {
		get size() {
			return size;
		},
		async read(at, length) {
			const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, at);
			return buffer.subarray(0, bytesRead);
		},
		async append(bytes) {
			await handle.appendFile(bytes);
			size += bytes.length;
		},
		async truncate(to) {
			await handle.truncate(to);
			size = to;
		},
		sync: () => handle.sync(),
	};
};

/** Runs work, and answers how long it took and the most memory the process had meanwhile (MiB). */
const weigh = async (work: () => Promise<unknown>) => {
	let most = process.memoryUsage().rss;
	const look = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 20);
	const begun = performance.now();
	await work();
	clearInterval(look);
	return { seconds: (performance.now() - begun) / 1_000, mebibytes: most / 2 ** 20 };
};

const withStores = async <T>(
	data: string,
	work: (stores: SiteStores) => Promise<T>,
): Promise<T> => {
	const opened = await openStores({ data, ...parts });
	if (!opened.ok) throw new Error(opened.error);
	const { store, blobs, release } = opened.value;
	try {
		return await work(opened.value);
	} finally {
		await store.close();
		await blobs.close();
		release();
	}
};

const pair = sealingKeyFromSeed(new Uint8Array(32).fill(7));

const noteInMemory = () => {
	let key: Uint8Array | undefined;
	return {
		read: async () => key,
		async write(given: Uint8Array) {
			key = given;
		},
		async erase() {
			key = undefined;
		},
	};
};

/** One step in a process of its own, so that the memory of another is not counted with it. */
const steps = {
	fill: (folder: string, documents: number, bytes: number) =>
		withStores(path.join(folder, 'from'), (stores) => weigh(() => fill(stores, documents, bytes))),
	export: (folder: string) =>
		withStores(path.join(folder, 'from'), ({ store, blobs }) =>
			weigh(async () => {
				const handle = await open(path.join(folder, 'archive'), 'a+');
				const note = noteInMemory();
				const deps = { store, blobs, catalogue, note, to: pair.publicKey, ...parts };
				const done = await exportOrganisation({ ...deps, file: await fileOf(handle) }, ORG);
				await handle.close();
				if (!done.ok) throw new Error(done.error.code);
			}),
		),
	import: (folder: string) =>
		withStores(path.join(folder, 'to'), ({ store, blobs }) =>
			weigh(async () => {
				const handle = await open(path.join(folder, 'archive'), 'r');
				const deps = { store, blobs, catalogue, key: pair, random: systemRandom };
				const done = await importOrganisation({ ...deps, file: await fileOf(handle) });
				await handle.close();
				if (!done.ok) throw new Error(done.error.code);
			}),
		),
};

const [step = '', folder = '', documents, bytes] = process.argv.slice(2);
const run = steps[step as keyof typeof steps];
process.send?.(await run(folder, Number(documents), Number(bytes)));
