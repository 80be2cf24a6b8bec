import type { Log } from '@navette/core';
import { type Catalogue, textToKey } from '@navette/model';
import type { HeldDocument } from './held-documents.ts';
import type { SealedDocument, SessionOptions } from './session-options.ts';

/** A document as it came, before it is held. */
type Received = Pick<HeldDocument, 'type' | 'id' | 'version' | 'data'>;

/** Opens sealed documents, a batch at a time. */
export interface SealedOpener {
	/** Opens what is held, and says which were opened. */
	open(documents: readonly HeldDocument[], opened: (some: readonly HeldDocument[]) => void): void;
	/** Begins to open what will be held once all pages are there: the next page is on its way. */
	begin(documents: readonly Received[]): void;
}

/** A document that is being opened, by its bytes. */
interface Begun {
	readonly batch: Promise<void>;
	opened?: { readonly data: unknown };
}

const NONE: SealedOpener = { open: () => undefined, begin: () => undefined };

/** Without `openSealed`, sealed documents are kept but not shown. */
export const createSealedOpener = (
	catalogue: Catalogue,
	opener: SessionOptions['openSealed'],
	log: Log,
): SealedOpener => {
	if (!opener) return NONE;
	const begun = new Map<Uint8Array, Begun>();

	const toSealed = (received: Received): SealedDocument | undefined => {
		const type = catalogue.documents.get(received.type);
		const key = type && textToKey(type.key, received.id);
		const { version, data } = received;
		return key && { type: received.type, key, version, data };
	};

	const begin = (documents: readonly Received[]): void => {
		const all = documents.flatMap((one) => toSealed(one) ?? []);
		const batch = opener(all).then((data) => {
			for (const [at, { data: sealed }] of all.entries()) {
				const one = begun.get(sealed);
				if (one && data[at] !== undefined) one.opened = { data: data[at] };
			}
		});
		for (const { data } of all) begun.set(data, { batch });
	};

	const open = async (
		documents: readonly HeldDocument[],
		opened: (some: readonly HeldDocument[]) => void,
	) => {
		begin(documents.filter(({ data }) => !begun.has(data)));
		await Promise.all(new Set(documents.map(({ data }) => begun.get(data)?.batch)));
		const done = documents.filter((held) => {
			const found = begun.get(held.data)?.opened;
			if (found) held.opened = found;
			return found !== undefined;
		});
		if (done.length < documents.length)
			log.warn('document.sealed', { count: documents.length - done.length });
		if (done.length > 0) opened(done);
	};

	return { open: (documents, opened) => void open(documents, opened), begin };
};
