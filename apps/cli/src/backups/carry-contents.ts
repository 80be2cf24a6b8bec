import { placesOf, readyContent } from '@navette/engine';
import type { Catalogue, KeyText } from '@navette/model';
import { type BlobPath, type BlobStore, blobPathOf, type DocumentStore } from '@navette/storage';

/** Copies a content as it is kept, unless it is there; answers whether it is there afterwards. */
export const carryContent = async (
	from: BlobStore,
	to: BlobStore,
	path: BlobPath,
): Promise<boolean> => {
	const size = await from.stat(path);
	const known = await to.stat(path);
	if (known !== undefined && (size === undefined || size === known)) return true;
	if (size === undefined) return false;
	const content = await from.read(path);
	if (!content) return false;
	await to.put(path, content, size);
	return true;
};

/** Copies every content of an organisation that is not there yet. */
export const carryAll = async (
	from: BlobStore,
	to: BlobStore,
	org: string,
	progress: (contents: number) => void,
): Promise<void> => {
	let carried = 0;
	for await (const { path } of from.list(org)) {
		await carryContent(from, to, path);
		progress(++carried);
	}
};

const PAGE = 200;

/** Contents that an organisation needs: those its living documents name, and those that just came. */
export async function* contentsNeeded(
	store: DocumentStore,
	catalogue: Catalogue,
	org: string,
): AsyncGenerator<BlobPath> {
	for (const type of catalogue.documents.values()) {
		if (!type.files) continue;
		for (let after: KeyText | undefined, isOver = false; !isOver; ) {
			const asked = { limit: PAGE, ...(after === undefined ? {} : { after }) };
			const rows = await store.snapshot(org, (reader) => reader.documentsOfType(type.name, asked));
			for (const row of rows)
				for (const { folder, fid } of placesOf(catalogue, row)?.contents ?? [])
					yield blobPathOf(org, folder, fid);
			after = rows.at(-1)?.id;
			isOver = rows.length < PAGE;
		}
	}
	const loose = await store.snapshot(org, (reader) =>
		reader.looseBlobs(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
	);
	for (const row of loose) {
		const content = readyContent(row);
		if (content) yield blobPathOf(org, content.folder, content.fid);
	}
}
