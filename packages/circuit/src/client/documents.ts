import type { LiveDocument, ThreadView } from '@navette/client';
import type { DocumentData, DocumentName } from '../model/index.ts';

/** Documents of one type, by id. */
export type Documents<N extends DocumentName> = ReadonlyMap<string, LiveDocument<DocumentData[N]>>;

/**
 * The documents of a type that a thread shows, with the type of their data: the server parsed them
 * when they were written and the client keeps them only under the same shape. The same map as long
 * as none of them changed.
 */
export const documentsOf = <N extends DocumentName>(view: ThreadView, name: N): Documents<N> =>
	view.documents(name) as Documents<N>;

/** The data of the document of a key text, if the thread shows it. */
export const documentOf = <N extends DocumentName>(
	view: ThreadView,
	name: N,
	id: string,
): DocumentData[N] | undefined => documentsOf(view, name).get(id)?.data;
