import type { BlobPath, BlobStore } from '@navette/storage';

/**
 * Sizes of contents, looked up while no transaction waits: an operation that attaches a content not
 * looked at yet is undone, the content is looked at, and the operation runs again.
 */
export interface FileCheck {
	/** `undefined` as a size = nothing there. */
	readonly sizes: Map<BlobPath, number | undefined>;
	/** Contents to look at before the next run. */
	readonly asked: Set<BlobPath>;
}

export const createFileCheck = (): FileCheck => ({ sizes: new Map(), asked: new Set() });

/** Looks at what was asked for. */
export const lookUp = async (
	blobs: BlobStore | undefined,
	{ sizes, asked }: FileCheck,
): Promise<void> => {
	const paths = [...asked];
	asked.clear();
	for (const path of paths) sizes.set(path, await blobs?.stat(path));
};
