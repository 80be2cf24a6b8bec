import type { Catalogue } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import type { ArchiveProgress } from './progress.ts';
import { recordToBytes } from './record.ts';
import { rowsOf } from './rows-of.ts';
import { createTally, type Tally } from './tally.ts';

/** Reads an organisation whole from one snapshot, and adds it up as an archive does. */
export const tallyOrganisation = (
	{ store, catalogue }: { readonly store: DocumentStore; readonly catalogue: Catalogue },
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
