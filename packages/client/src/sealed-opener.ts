import type { Log } from '@navette/core';
import { type Catalogue, textToKey } from '@navette/model';
import type { HeldDocument } from './held-documents.ts';
import type { SealedDocument, SessionOptions } from './session-options.ts';

/** Opens sealed documents, a batch at a time, and says which were opened. */
export type SealedOpener = (
	documents: readonly HeldDocument[],
	opened: (some: readonly HeldDocument[]) => void,
) => void;

/** Without `openSealed`, sealed documents are kept but not shown. */
export const createSealedOpener = (
	catalogue: Catalogue,
	openSealed: SessionOptions['openSealed'],
	log: Log,
): SealedOpener => {
	const toSealed = (held: HeldDocument): SealedDocument | undefined => {
		const type = catalogue.documents.get(held.type);
		const key = type && textToKey(type.key, held.id);
		return key && { type: held.type, key, version: held.version, data: held.data };
	};

	const open = async (
		documents: readonly HeldDocument[],
		opened: (some: readonly HeldDocument[]) => void,
		opener: NonNullable<SessionOptions['openSealed']>,
	) => {
		const known = documents.flatMap((held) => {
			const sealed = toSealed(held);
			return sealed ? [{ held, sealed }] : [];
		});
		const data = await opener(known.map(({ sealed }) => sealed));
		const done = known.flatMap(({ held }, index) => {
			if (data[index] === undefined) return [];
			held.opened = { data: data[index] };
			return [held];
		});
		if (done.length < known.length)
			log.warn('document.sealed', { count: known.length - done.length });
		if (done.length > 0) opened(done);
	};

	return (documents, opened) => {
		if (openSealed) void open(documents, opened, openSealed);
	};
};
