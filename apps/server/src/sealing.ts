import type { Random } from '@navette/core';
import { placesOf, SITE } from '@navette/engine';
import type { Catalogue, KeyText } from '@navette/model';
import { createSiteCipher, keyOfSealed, type SiteKeys } from '@navette/site-keys';
import {
	blobPathOf,
	checkSeals,
	DamagedRow,
	type DocumentStore,
	type Resealed,
	resealRows,
	type SealCheck,
	type SealedBlobStore,
} from '@navette/storage';

/** What a look at all that is sealed in an organisation found. */
export interface SealedContents {
	readonly contents: number;
	/** Contents by the number of the key that sealed them. */
	readonly byKey: ReadonlyMap<number, number>;
	/** Ids of contents that are not there, or do not open at their beginning. */
	readonly damaged: readonly string[];
	/** Document types that this program does not know: their contents were not looked at. */
	readonly undeclared: readonly string[];
}

/** Work on what the keys of a site sealed; safe beside servers. */
export interface Sealing {
	/** Everything that holds sealed rows: organisations, and the site's own tasks. */
	organisations(): Promise<readonly string[]>;
	checkRows(org: string, progress?: (rows: number) => void): Promise<SealCheck>;
	/** Contents that living documents of clear types name. */
	checkContents(org: string, progress?: (contents: number) => void): Promise<SealedContents>;
	/** Seals again by the keys of now what older ones sealed; goes on where it was stopped. */
	reseal(org: string, progress?: (done: number) => void): Promise<Resealed & { contents: number }>;
}

interface SealingDeps {
	/** As it is kept, not opened by the site. */
	readonly kept: DocumentStore;
	/** Opened by the site. */
	readonly store: DocumentStore;
	readonly blobs: SealedBlobStore;
	readonly keys: SiteKeys;
	readonly catalogue: Catalogue;
	readonly random: Random;
}

const PAGE = 200;

/** Contents that living documents of clear types name, page by page. */
async function* contentsOf({ store, catalogue }: SealingDeps, org: string) {
	for (const type of catalogue.documents.values()) {
		if (!type.files || type.sealing === 'sealed') continue;
		for (let after: KeyText | undefined, isOver = false; !isOver; ) {
			const asked = { limit: PAGE, ...(after === undefined ? {} : { after }) };
			const rows = await store.snapshot(org, (reader) => reader.documentsOfType(type.name, asked));
			for (const row of rows)
				for (const { folder, fid } of placesOf(catalogue, row)?.contents ?? [])
					yield { fid, path: blobPathOf(org, folder, fid) };
			after = rows.at(-1)?.id;
			isOver = rows.length < PAGE;
		}
	}
}

export const createSealing = (deps: SealingDeps): Sealing => {
	const { kept, blobs, keys, catalogue, random } = deps;
	const data = keys.for('data');
	const cipher = createSiteCipher(() => data.ring(), random);
	const isCurrent = (sealed: Uint8Array) => keyOfSealed(sealed) === data.current().id;
	return {
		organisations: async () => [...(await kept.organisations()), SITE],
		checkRows: (org, progress) =>
			checkSeals({ store: kept, cipher, keyOf: keyOfSealed }, org, progress),
		async checkContents(org, progress = () => {}) {
			const byKey = new Map<number, number>();
			const damaged: string[] = [];
			let contents = 0;
			const types = await kept.snapshot(org, (reader) => reader.types());
			for await (const { fid, path } of contentsOf(deps, org)) {
				contents++;
				const key = await blobs.keyOf(path);
				if (key === undefined) damaged.push(fid);
				else byKey.set(key, (byKey.get(key) ?? 0) + 1);
				progress(contents);
			}
			const undeclared = types.filter((type) => !catalogue.documents.has(type));
			return { contents, byKey, damaged, undeclared };
		},
		async reseal(org, progress = () => {}) {
			const pathsOf = (row: Parameters<typeof placesOf>[1]) => placesOf(catalogue, row)?.paths;
			let done = 0;
			const rows = await resealRows({ store: kept, cipher, isCurrent, pathsOf }, org, (seen) => {
				done = seen;
				progress(done);
			});
			let [contents, left] = [0, rows.left];
			for await (const { path } of contentsOf(deps, org)) {
				try {
					if (await blobs.reseal(path)) contents++;
				} catch (error) {
					if (!(error instanceof DamagedRow)) throw error;
					left++;
				}
				progress(++done);
			}
			return { rows: rows.rows, contents, left };
		},
	};
};
