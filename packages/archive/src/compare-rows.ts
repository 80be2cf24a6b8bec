import { equalBytes } from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import type { ArchiveProgress } from './progress.ts';
import { type Manifest, recordToBytes } from './record.ts';
import { rowsOf } from './rows-of.ts';
import { createTally, equalCounts, type Tally } from './tally.ts';

/** Reads an organisation whole from one snapshot, and adds it up as an archive does. */
const tallyOrganisation = (
	{
		store,
		catalogue,
	}: { readonly store: Pick<DocumentStore, 'snapshot'>; readonly catalogue: Catalogue },
	org: string,
	progress: ArchiveProgress,
	total: number,
): Promise<Tally> =>
	store.snapshot(org, async (reader) => {
		const tally = createTally();
		let done = 0;
		for await (const { record, sizes } of rowsOf(catalogue, reader)) {
			tally.add({ record, bytes: recordToBytes(record) });
			for (const size of sizes) tally.expect(size);
			if (++done % 500 === 0) progress('compare', done, total);
		}
		return tally;
	});

/** Whether an organisation is, row by row, what an archive says. */
export const isAsInArchive = async (
	deps: Parameters<typeof tallyOrganisation>[0],
	org: string,
	{ counts, rows }: Manifest,
	progress: ArchiveProgress = () => {},
): Promise<boolean> => {
	const { threads, documents, tombstones, answers, loose } = counts;
	const total = threads + documents + tombstones + answers + loose;
	const tally = await tallyOrganisation(deps, org, progress, total);
	return equalCounts(tally.counts(), counts) && equalBytes(tally.rows(), rows);
};
