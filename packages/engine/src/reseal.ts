import { dayOf } from '@navette/core';
import type { Catalogue, DocumentType, KeyText } from '@navette/model';
import { textToKey } from '@navette/model';
import type { DocumentStore, DocumentWriter, ThreadReference } from '@navette/storage';
import { threadsOf } from './plan.ts';

interface ResealDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
}

const existing = (): ThreadReference => {
	throw new Error('a document stands on a thread that does not exist');
};

/** Writes a page of documents again as they are, same versions; answers the last id, if any. */
const resealPage = async (
	{ catalogue }: ResealDeps,
	writer: DocumentWriter,
	type: DocumentType,
	after: KeyText | undefined,
	limit: number,
): Promise<KeyText | undefined> => {
	const rows = await writer.documentsOfType(type.name, after ? { after, limit } : { limit });
	for (const { handle, ...row } of rows) {
		const key = textToKey(type.key, row.id);
		if (!key) throw new Error(`${type.name}: row ${row.id} has no key`);
		const paths = [...threadsOf(catalogue, type, key)];
		const locked = await writer.lockThreads(paths.sort(), { reference: existing, day: dayOf(0) });
		const handles = locked.map((thread) => thread.handle);
		await writer.putDocument(row, { ...row, handle }, handles);
	}
	return rows.length < limit ? undefined : rows.at(-1)?.id;
};

/**
 * Writes everything an organisation keeps again, in short transactions beside the work of others, so
 * that a store sealed by several keys is sealed by the newest. Versions do not move: nobody is told.
 * Remembered answers keep their key: it can be taken away when they are forgotten.
 * Answers how many transactions it took.
 */
export const resealOrganisation = async (
	deps: ResealDeps,
	org: string,
	limit: number,
): Promise<number> => {
	let transactions = 1;
	await deps.store.transaction(async (transaction) => {
		const writer = transaction.in(org);
		const row = await writer.organisation();
		if (row) await writer.putOrganisation(row);
	});
	for (const type of deps.catalogue.documents.values()) {
		let after: KeyText | undefined;
		do {
			const from = after;
			after = await deps.store.transaction((transaction) =>
				resealPage(deps, transaction.in(org), type, from, limit),
			);
			transactions++;
		} while (after !== undefined);
	}
	return transactions;
};
