import { createHash } from 'node:crypto';
import { bytesToBase64Url, ok, silentLog } from '@navette/core';
import { createCatalogue, type DocumentType, type Key } from '@navette/model';
import {
	type BlobStore,
	createMemoryBlobStore,
	createMemoryDocumentStore,
	createMemoryNoticeBus,
	type DocumentStore,
} from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import type { AccessPolicy } from '../access.ts';
import type { Caller } from '../contract.ts';
import { createEngine } from '../engine.ts';
import type { OperationContext } from '../operation-context.ts';
import { callerWith } from './world.ts';

const holding = (name: string, parts: Partial<DocumentType> = {}): DocumentType => ({
	name,
	key: ['shelf', 'n'],
	groupings: { byShelf: ['shelf'] },
	threads: ['SHELF'],
	sealing: 'clear',
	shape: 1,
	files: { names: 'unique', folder: 'byShelf', maxBytes: 10_000 },
	...parts,
});

/** Types for tests: files with unique names, with revisions, sealed, of documents on no thread. */
const catalogue = createCatalogue(
	[
		holding('BOX'),
		holding('LOG', { files: { names: 'revisions', maxBytes: 10_000 } }),
		holding('SEAL', { sealing: 'sealed' }),
		holding('LONE', { threads: [] }),
		holding('BARE', { files: { names: 'unique', maxBytes: 0 } }),
	],
	[{ name: 'SHELF', key: ['shelf'] }],
);
if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));

/** Members see a shelf, guests the box `1` of it, the blind only what a box weighs. */
const policy: AccessPolicy = {
	thread(_source, account, { key }) {
		const has = (usage: string) =>
			account.rights.some((right) => right.usage === usage && right.subject === key.shelf);
		if (has('MEM')) return { BOX: {}, LOG: {}, SEAL: {}, BARE: {} };
		if (has('GUEST')) return { BOX: { filters: [{ n: '1' }] } };
		if (has('BLIND')) return { BOX: { project: { name: 'weight', apply: () => 1 } } };
		return undefined;
	},
	dependsOn: [],
};

const withRight = (id: string, usage: string): Caller =>
	callerWith({ id, rights: [{ usage, subject: 's1', power: 1 }] });

export const MIA = withRight('mia', 'MEM');
export const GUS = withRight('gus', 'GUEST');
export const BEA = withRight('bea', 'BLIND');
export const ORG = 'north';
export const BOX: Key = { shelf: 's1', n: '1' };

/** SHA-256 as descriptors write it. */
export const digestOf = (bytes: Uint8Array): string =>
	bytesToBase64Url(createHash('sha256').update(bytes).digest());

/** Bytes of a content, other for another seed. */
export const contentOf = (size: number, seed = 1): Uint8Array =>
	Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed * 17) % 256);

export async function* streamOf(bytes: Uint8Array, part = 700) {
	for (let at = 0; at < bytes.length; at += part) yield bytes.slice(at, at + part);
}

/** Where everything of a shelf is kept; outlives the engines over it. */
export const createShelves = () => {
	const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
	return {
		clock,
		random: createSeededRandom(2),
		store: createMemoryDocumentStore({ random: createSeededRandom(1) }) as DocumentStore,
		blobs: createMemoryBlobStore({ segmentBytes: 1_000 }) as BlobStore,
	};
};

export type Shelves = ReturnType<typeof createShelves>;

/** An engine over shelves, as after a start of the server. */
export const openShelf = (shelves: Shelves) => {
	const engine = createEngine({
		...shelves,
		bus: createMemoryNoticeBus(),
		catalogue: catalogue.value,
		policy,
		log: silentLog,
		soon: setImmediate,
	});
	const { files } = engine;
	if (!files) throw new Error('no files');
	const run = (work: (context: OperationContext) => Promise<void>, caller = MIA) =>
		engine.run({
			org: ORG,
			caller,
			work: async (context) => {
				await work(context);
				return ok(null);
			},
		});
	/** Announces and sends a content whole; answers what attaches it. */
	const upload = async (
		bytes: Uint8Array,
		name: string,
		{ type = 'BOX', key = BOX, caller = MIA } = {},
	) => {
		const announced = { size: bytes.length, digest: digestOf(bytes) };
		const wish = { type, key, ...announced, way: 'whole' as const };
		const preloaded = await files.preload(ORG, caller, wish);
		if (!preloaded.ok) return preloaded;
		const { fid } = preloaded.value;
		const sent = await files.put(ORG, caller, fid, streamOf(bytes));
		return sent.ok ? ok({ fid, name, type: 'text/plain', ...announced }) : sent;
	};
	return { ...shelves, engine, files, run, upload };
};

export type Shelf = ReturnType<typeof openShelf>;
