import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { BlobStore, DocumentStore } from '@navette/storage';

/** How far a deletion is: contents of files, then rows. */
export type DeletionProgress = (kind: 'contents' | 'rows', removed: number) => void;

interface DeletionDeps {
	readonly store: DocumentStore;
	readonly blobs?: BlobStore;
	readonly soon: (work: () => void) => void;
}

/** From here on nobody enters, whatever happens; what is under way meets it at its commit. */
const shut = (store: DocumentStore, org: string): Promise<Result<void, Failure>> =>
	store.transaction(async (transaction) => {
		const writer = transaction.in(org);
		const row = await writer.organisation();
		if (!row) return err(failure('E-ORG'));
		await writer.putOrganisation({ ...row, status: 'deleting' });
		return ok(undefined);
	});

const removeContents = async (
	blobs: BlobStore,
	org: string,
	told: DeletionProgress,
): Promise<void> => {
	let removed = 0;
	for await (const { path } of blobs.list(org)) {
		await blobs.remove(path);
		told('contents', ++removed);
	}
};

/**
 * Removes an organisation: its contents of files, documents, threads, answers, tasks, and last its own
 * row, in short transactions. What a kill leaves is still `deleting`, and whoever asks again goes on.
 */
export const deleteOrganisation = async (
	{ store, blobs, soon }: DeletionDeps,
	org: string,
	limit: number,
	told: DeletionProgress = () => {},
): Promise<Result<void, Failure>> => {
	const begun = await shut(store, org);
	if (!begun.ok) return begun;
	if (blobs) await removeContents(blobs, org, told);
	for (let rows = 0; ; ) {
		const removed = await store.transaction((transaction) => transaction.in(org).removeSome(limit));
		if (removed === 0) break;
		rows += removed;
		told('rows', rows);
		await new Promise<void>((resolve) => soon(resolve));
	}
	/* what was on its way when the organisation was shut came since */
	if (blobs) await removeContents(blobs, org, told);
	return ok(undefined);
};
