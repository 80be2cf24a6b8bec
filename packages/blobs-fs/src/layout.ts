import path from 'node:path';
import { type BlobPath, blobPathParts } from '@navette/storage';

/** Where things are below the root. Codes of organisations have no dot, so nothing collides. */
export interface Layout {
	readonly root: string;
	/** Contents and segments being written; emptied when the store is opened. */
	readonly incoming: string;
	/** Segments of unfinished uploads. */
	readonly uploads: string;
	/** The folder of a content. Throws when the path is none: nothing outside the root is touched. */
	folderOf(blob: BlobPath): string;
	fileOf(blob: BlobPath): string;
	uploadOf(blob: BlobPath): string;
}

export const createLayout = (folder: string): Layout => {
	const root = path.resolve(folder);
	const uploads = path.join(root, '.uploads');
	const join = (base: string, blob: BlobPath): string => {
		const parts = blobPathParts(blob);
		return path.join(base, parts.org, parts.folder, parts.fid);
	};
	return {
		root,
		uploads,
		incoming: path.join(root, '.incoming'),
		folderOf: (blob) => path.dirname(join(root, blob)),
		fileOf: (blob) => join(root, blob),
		uploadOf: (blob) => join(uploads, blob),
	};
};
