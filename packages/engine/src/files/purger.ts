import type { Clock, Log, Random } from '@navette/core';
import { type BlobStore, blobPathOf, blobPathParts, type DocumentStore } from '@navette/storage';
import { creditFiles } from '../quotas/charge.ts';
import { announcedBytes, looseToRow, openLoose } from './loose-note.ts';
import type { DroppedFile } from './settle-files.ts';

/** Removes contents that no living document names. */
export interface Purger {
	/** Removes what an operation dropped, after its commit, in the background. */
	drop(org: string, dropped: readonly DroppedFile[]): void;
	/** Removes what has been loose since `until` (ms) or before; answers how many. */
	sweep(org: string, until: number): Promise<number>;
	/** Waits for what is under way. */
	idle(): Promise<void>;
}

/** Contents looked at in one transaction. */
const ROUND = 100;

export const createPurger = (deps: {
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	readonly log: Log;
	readonly clock: Clock;
	readonly random: Random;
}): Purger => {
	const { store, blobs, log, clock, random } = deps;
	const underWay = new Set<Promise<void>>();

	/** Forgets contents whose bytes are gone. */
	const forget = (org: string, fids: readonly string[]): Promise<void> =>
		store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			for (const fid of fids) {
				const row = await writer.takeLooseBlob(fid);
				if (row && openLoose(row).note.state !== 'doomed') await writer.putLooseBlob(row);
			}
		});

	const removeAll = async (org: string, dropped: readonly DroppedFile[]): Promise<void> => {
		for (const { path } of dropped) await blobs.remove(path);
		const gone = dropped.filter((file) => file.forget).map(({ path }) => blobPathParts(path).fid);
		if (gone.length > 0) await forget(org, gone);
	};

	/** Dooms some of what is too old, so that nobody attaches it while it is removed. */
	const doom = (org: string, until: number, failed: ReadonlySet<string>) =>
		store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const found = await writer.looseBlobs(until, ROUND + failed.size);
			const rows = found.filter((row) => !failed.has(row.fid)).slice(0, ROUND);
			let freed = 0;
			for (const row of rows) {
				if (openLoose(row).note.state === 'doomed') continue;
				freed += announcedBytes(await writer.takeLooseBlob(row.fid));
				await writer.putLooseBlob(looseToRow({ ...row, note: { state: 'doomed' } }));
			}
			await creditFiles(writer, { now: clock.now(), random }, freed);
			return rows;
		});

	return {
		drop(org, dropped) {
			if (dropped.length === 0) return;
			const work = removeAll(org, dropped).catch((error: unknown) => {
				log.warn('content-left-for-later', { error: String(error), contents: dropped.length });
			});
			const tracked = work.finally(() => underWay.delete(tracked));
			underWay.add(tracked);
		},
		async sweep(org, until) {
			const failed = new Set<string>();
			for (let removed = 0; ; ) {
				const rows = await doom(org, until, failed);
				if (rows.length === 0) return removed;
				const gone: string[] = [];
				for (const { fid, folder } of rows) {
					try {
						await blobs.remove(blobPathOf(org, folder, fid));
						gone.push(fid);
					} catch (error) {
						failed.add(fid);
						log.warn('content-not-removed', { error: String(error) });
					}
				}
				await forget(org, gone);
				removed += gone.length;
			}
		},
		async idle() {
			await Promise.all(underWay);
		},
	};
};
