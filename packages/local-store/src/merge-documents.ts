import type { LocalDocument } from './local-store.ts';

/** The last state of each document; `living` = without tombstones. Order of first appearance. */
export const mergeDocuments = (
	parts: readonly (readonly LocalDocument[])[],
	living: boolean,
): readonly LocalDocument[] => {
	const byId = new Map<string, LocalDocument>();
	for (const part of parts)
		for (const document of part) {
			const id = `${document[0]}/${document[1]}`;
			if (living && document[4] === null) byId.delete(id);
			else byId.set(id, document);
		}
	return [...byId.values()];
};
