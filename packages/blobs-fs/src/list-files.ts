import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BlobEntry, blobPathOf, isFid, isFolder, isInBranch } from '@navette/storage';
import { ifThere } from './fs-fault.ts';

/** Contents below the folder of an organisation; what is removed meanwhile may be left out. */
export async function* listFiles(
	root: string,
	org: string,
	branch: string | undefined,
): AsyncGenerator<BlobEntry> {
	const base = path.join(root, org);
	for (const folder of (await ifThere(() => readdir(base))) ?? []) {
		if (!isFolder(folder) || (branch !== undefined && !isInBranch(folder, branch))) continue;
		for (const fid of (await ifThere(() => readdir(path.join(base, folder)))) ?? []) {
			const found = isFid(fid)
				? await ifThere(() => stat(path.join(base, folder, fid)))
				: undefined;
			if (found) yield { path: blobPathOf(org, folder, fid), size: found.size };
		}
	}
}
