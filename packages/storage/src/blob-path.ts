import type { Brand } from '@navette/core';

/**
 * Where a content is kept: `org/folder/fid`. The folder is the text of a key in safe characters, so
 * that a branch (`a` holds `a` and `a.b`) is found without a look at documents.
 */
export type BlobPath = Brand<string, 'BlobPath'>;

const ORG = /^[a-z0-9-]{4,16}$/;
const FOLDER = /^[A-Za-z0-9_%-]+(\.[A-Za-z0-9_%-]+)*$/;
const FID = /^[A-Za-z0-9_-]{22}$/;

/** First term of the folders whose contents clients seal themselves; no value is written so. */
export const CLIENT_SEALED = '%S';

/** Whether what is kept at a path was sealed by clients before it came. */
export const isClientSealed = (path: BlobPath): boolean => {
	const folder = path.split('/')[1] ?? '';
	return folder === CLIENT_SEALED || folder.startsWith(`${CLIENT_SEALED}.`);
};

/** Longest folder, in characters: it is one name in a file system. */
export const MAX_FOLDER = 200;

/** Whether a text is the id of a content: 128 bits in unpadded base64url. */
export const isFid = (text: string): boolean => FID.test(text);

/** Whether a text may name a folder: terms joined by single dots, never `.` or `..`. */
export const isFolder = (text: string): boolean => text.length <= MAX_FOLDER && FOLDER.test(text);

/** The path of a content. Parts that are not safe are a defect: it throws. */
export const blobPathOf = (org: string, folder: string, fid: string): BlobPath => {
	if (!ORG.test(org) || !isFolder(folder) || !isFid(fid))
		throw new Error('not a path of a content');
	return `${org}/${folder}/${fid}` as BlobPath;
};

/** The parts of a path; throws when the text is none, so that a provider never leaves its root. */
export const blobPathParts = (
	path: string,
): { readonly org: string; readonly folder: string; readonly fid: string } => {
	const [org = '', folder = '', fid = '', ...rest] = path.split('/');
	if (rest.length > 0) throw new Error('not a path of a content');
	blobPathOf(org, folder, fid);
	return { org, folder, fid };
};

/** Whether a folder is that of a branch, or below it. */
export const isInBranch = (folder: string, branch: string): boolean =>
	folder === branch || folder.startsWith(`${branch}.`);
