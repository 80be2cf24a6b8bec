import type { Catalogue } from '@navette/model';
import { textToKey } from '@navette/model';
import type { DocumentRow, LooseBlob } from '@navette/storage';
import { storedToFiles } from './files/descriptor.ts';
import { folderOf } from './files/folder.ts';
import { openLoose } from './files/loose-note.ts';
import { threadsOf } from './plan.ts';

/** A content of a file, and where it is kept in its organisation. */
export interface KeptContent {
	readonly folder: string;
	readonly fid: string;
	/** Bytes. */
	readonly size: number;
}

/** Where a row stands, as its type says; `undefined` when the type is not declared, or the id no key. */
export const placesOf = (
	catalogue: Catalogue,
	row: Pick<DocumentRow, 'type' | 'id' | 'files'>,
): { readonly paths: readonly string[]; readonly contents: readonly KeptContent[] } | undefined => {
	const type = catalogue.documents.get(row.type);
	const key = type && textToKey(type.key, row.id);
	if (!type || !key) return undefined;
	const files = storedToFiles(type, row.files);
	const folder = files.length > 0 ? folderOf(type, key) : '';
	return {
		paths: threadsOf(catalogue, type, key),
		contents: files.map(({ fid, size }) => ({ folder, fid, size })),
	};
};

/** A content that came whole and that no document names yet; `undefined` for any other loose one. */
export const readyContent = (row: LooseBlob): KeptContent | undefined => {
	const { fid, folder, note } = openLoose(row);
	return note.state === 'ready' ? { folder, fid, size: note.size } : undefined;
};
