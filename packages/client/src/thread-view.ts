import { passesFilter } from '@navette/model';
import type { DocumentReader } from './document-reader.ts';
import type { TypeTable } from './held-documents.ts';
import { type Interest, wantsType } from './interest.ts';
import type { LiveDocument, ThreadView } from './live-thread.ts';

/** What a view is made of, beside its documents. */
export type ViewState = Omit<ThreadView, 'documents'>;

/** Makes the views of one watcher, keeping the maps that did not change. */
export interface ViewMaker {
	make(state: ViewState, tables: ReadonlyMap<string, TypeTable>): ThreadView;
}

type Documents = ReadonlyMap<string, LiveDocument>;

const NOTHING: Documents = new Map();

const sameDocuments = (a: Documents, b: Documents): boolean => {
	if (a.size !== b.size) return false;
	for (const [id, document] of a) if (b.get(id) !== document) return false;
	return true;
};

export const createViewMaker = (reader: DocumentReader, interest: Interest): ViewMaker => {
	/** By type: the last map filtered, and what of. */
	const last = new Map<string, { readonly of: Documents; readonly filtered: Documents }>();

	const filtered = (type: string, documents: Documents): Documents => {
		const filter = interest.filters?.[type];
		if (!filter) return documents;
		const before = last.get(type);
		if (before?.of === documents) return before.filtered;
		const kept = new Map([...documents].filter(([, { key }]) => passesFilter(filter, key)));
		const result = before && sameDocuments(before.filtered, kept) ? before.filtered : kept;
		last.set(type, { of: documents, filtered: result });
		return result;
	};

	return {
		make: (state, tables) => ({
			...state,
			documents: (type) =>
				state.status === 'ready' && wantsType(interest, type)
					? filtered(type, reader.read(type, tables.get(type)))
					: NOTHING,
		}),
	};
};
