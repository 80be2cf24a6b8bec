import { createHash } from 'node:crypto';
import { bytesToBase64Url, ok, silentLog } from '@navette/core';
import { type Caller, createEngine } from '@navette/engine';
import { createCatalogue } from '@navette/model';
import {
	type BlobStore,
	createMemoryBlobStore,
	createMemoryDocumentStore,
	createMemoryNoticeBus,
	type DocumentStore,
} from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { type Fuse, Killed } from './memory-archive.ts';

export const ORG = 'north';
export const START = Date.UTC(2026, 0, 5, 9);
const keeper: Caller = () => ({ id: 'keeper', rights: [] });

/** Books stand on shelves and in a room, some with files; notes stand alone. */
const created = createCatalogue(
	[
		{
			name: 'BOOK',
			key: ['shelf', 'n'],
			threads: ['SHELF', 'ROOM'],
			groupings: { shelf: ['shelf'] },
			properties: { pages: { kind: 'number', of: (_key, data) => Number(data) } },
			sealing: 'clear',
			shape: 1,
			files: { names: 'unique', maxBytes: 2 ** 31 },
		},
		{ name: 'NOTE', key: ['n'], threads: [], sealing: 'sealed', shape: 1 },
	],
	[
		{ name: 'SHELF', key: ['shelf'] },
		{ name: 'ROOM', key: [] },
	],
);
if (!created.ok) throw new Error(created.error.join());
export const catalogue = created.value;

/** A place where organisations of books live. */
export interface Place {
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
}

let seeds = 0;
export const memoryPlace = (): Place => ({
	store: createMemoryDocumentStore({ random: createSeededRandom(++seeds) }),
	blobs: createMemoryBlobStore({ segmentBytes: 1_000 }),
});

/** The same place, killed at some write. */
export const fusedPlace = ({ store, blobs }: Place, fuse: Fuse): Place => ({
	store: {
		...store,
		async transaction(work) {
			const isCut = fuse.burn();
			const result = await store.transaction(async (transaction) => {
				const done = await work(transaction);
				if (isCut) throw new Killed();
				return done;
			});
			return result;
		},
	},
	blobs: {
		...blobs,
		async put(path, content, size) {
			if (fuse.burn()) throw new Killed();
			await blobs.put(path, content, size);
		},
	},
});

/** One thing done to an organisation of books. */
export type Deed =
	| { readonly kind: 'book'; readonly shelf: string; readonly n: string; readonly pages: number }
	| { readonly kind: 'file'; readonly shelf: string; readonly n: string; readonly size: number }
	| { readonly kind: 'burn'; readonly shelf: string; readonly n: string }
	| { readonly kind: 'note'; readonly n: string; readonly size: number }
	| { readonly kind: 'loose'; readonly size: number };

const filled = (size: number): Uint8Array => createSeededRandom(size).bytes(size);

/** An engine over a place, to do deeds with. */
export const openBooks = async ({ store, blobs }: Place) => {
	const clock = createTestClock(START);
	const engine = createEngine({
		...{ store, blobs, catalogue, clock, log: silentLog, soon: setImmediate },
		bus: createMemoryNoticeBus(),
		policy: { thread: () => ({ BOOK: {} }), dependsOn: [] },
		random: createSeededRandom(++seeds),
	});
	await engine.putOrganisation(ORG, 'open', { label: 'Books of the north', clockOffset: 0 });
	let count = 0;
	const run = async (work: Parameters<typeof engine.run<null>>[0]['work']) => {
		const identity = { operation: `op${++count}`, fingerprintFor: () => new Uint8Array(16) };
		const done = await engine.run({ org: ORG, caller: keeper, identity, work });
		if (!done.ok) throw new Error(done.error.code);
	};
	const send = async (key: { shelf: string; n: string }, size: number) => {
		const bytes = filled(size);
		const digest = bytesToBase64Url(createHash('sha256').update(bytes).digest());
		const asked = { type: 'BOOK', key, size, digest, way: 'whole' as const };
		const preloaded = await engine.files?.preload(ORG, keeper, asked);
		if (!preloaded?.ok) throw new Error('no preload');
		const content = async function* () {
			yield bytes;
		};
		const put = await engine.files?.put(ORG, keeper, preloaded.value.fid, content());
		if (!put?.ok) throw new Error('no content');
		return { fid: preloaded.value.fid, size, digest, name: 'a.bin', type: 'text/plain' };
	};
	return {
		engine,
		clock,
		async do(deed: Deed) {
			clock.advance(60_000);
			if (deed.kind === 'loose') {
				await send({ shelf: 'a', n: 'loose' }, deed.size);
				return;
			}
			if (deed.kind === 'note')
				return run(async (context) => {
					await context.write('NOTE', { n: deed.n }, filled(deed.size));
					return ok(null);
				});
			const { shelf, n } = deed;
			const file = deed.kind === 'file' ? await send({ shelf, n }, deed.size) : undefined;
			return run(async (context) => {
				const known = await context.read<number>('BOOK', { shelf, n });
				if (deed.kind === 'book') await context.write('BOOK', { shelf, n }, deed.pages);
				else if (deed.kind === 'burn') await context.remove('BOOK', { shelf, n });
				else await context.write('BOOK', { shelf, n }, known ?? 1);
				if (file) await context.attach('BOOK', { shelf, n }, file);
				return ok(null);
			});
		},
	};
};
