import { err, failure, ok } from '@navette/core';
import type { KeyText } from '@navette/model';
import { blobPathParts, type DocumentWriter, type StoredDocument } from '@navette/storage';
import { creditFiles } from '../quotas/charge.ts';
import { atStore, type FileDeps } from './at-store.ts';
import type { Files } from './contract.ts';
import { storedToFiles } from './descriptor.ts';
import { folderOfTerms, isWholeFolder } from './folder.ts';
import { announcedBytes, looseToRow } from './loose-note.ts';
import type { DroppedFile } from './settle-files.ts';

const PAGE = 1_000;

/** Living documents of a type, page after page. */
async function* livingOf(writer: DocumentWriter, type: string): AsyncGenerator<StoredDocument> {
	for (let after: KeyText | undefined, more = true; more; ) {
		const page = await writer.documentsOfType(type, { ...(after ? { after } : {}), limit: PAGE });
		yield* page;
		after = page.at(-1)?.id;
		more = page.length === PAGE;
	}
}

/** Removes what no living document names below a folder. */
export const createPurgeBranch = (deps: FileDeps): Files['purgeBranch'] => {
	/** Ids of the contents that living documents name. */
	const namedIn = async (writer: DocumentWriter): Promise<ReadonlySet<string>> => {
		const types = [...deps.catalogue.documents.values()].filter((type) => type.files);
		const named = new Set<string>();
		for (const type of types)
			for await (const row of livingOf(writer, type.name))
				for (const { fid } of storedToFiles(type, row.files)) named.add(fid);
		return named;
	};

	return async (org, terms) => {
		if (terms.length > 0 && !isWholeFolder(terms))
			return err(failure('E-INPUT', { path: 'terms', reason: 'too long' }));
		const branches =
			terms.length > 0
				? [folderOfTerms(terms, 'clear'), folderOfTerms(terms, 'sealed')]
				: [undefined];
		const found: DroppedFile[] = [];
		const listed = await atStore(deps.log, async () => {
			for (const branch of branches)
				for await (const { path } of deps.blobs.list(org, branch))
					found.push({ path, size: 0, forget: false });
		});
		if (!listed.ok) return listed;
		const doomed = await deps.store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const named = await namedIn(writer);
			const loose = found.filter(({ path }) => !named.has(blobPathParts(path).fid));
			let freed = 0;
			for (const { path } of loose) {
				const { fid, folder } = blobPathParts(path);
				freed += announcedBytes(await writer.takeLooseBlob(fid));
				const note = { state: 'doomed' as const };
				await writer.putLooseBlob(looseToRow({ fid, folder, since: deps.clock.now(), note }));
			}
			await creditFiles(writer, { now: deps.clock.now(), random: deps.random }, freed);
			return loose;
		});
		const removed = await atStore(deps.log, async () => {
			for (const { path } of doomed) await deps.blobs.remove(path);
		});
		if (!removed.ok) return removed;
		return ok({ removed: doomed.length, kept: found.length - doomed.length });
	};
};
