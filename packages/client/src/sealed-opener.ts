import type { Log } from '@navette/core';
import { type Catalogue, textToKey } from '@navette/model';
import type { HeldDocument, OpenedDocument } from './held-documents.ts';
import type { SealedDocument, SessionOptions } from './session-options.ts';

/** A document as it came, before it is held. */
type Received = Pick<HeldDocument, 'type' | 'id' | 'version' | 'data'>;

/** Documents that are being opened. */
export interface Opening {
	readonly done: Promise<void>;
	/** Once it is done: what was found in the bytes of each that could be opened. */
	readonly found: ReadonlyMap<Uint8Array, OpenedDocument>;
}

/** Opens sealed documents, a batch at a time. */
export interface SealedOpener {
	/** Begins to open what will be held once all pages are there: the next page is on its way. */
	begin(documents: readonly Received[]): Opening;
	/** Opens what is held, some of it begun before, and says which were opened. */
	open(
		documents: readonly HeldDocument[],
		begun: readonly Opening[],
		opened: (some: readonly HeldDocument[]) => void,
	): void;
}

const NOTHING: Opening = { done: Promise.resolve(), found: new Map() };
const NONE: SealedOpener = { open: () => undefined, begin: () => NOTHING };

/** Gives held documents what was found in their bytes; those of a page come one after the other. */
const createTaking = (openings: readonly Opening[]) => {
	let at = 0;
	return (held: HeldDocument): boolean => {
		for (let tried = 0; tried < openings.length; tried++) {
			const opened = openings[at]?.found.get(held.data);
			if (opened) held.opened = opened;
			if (opened) return true;
			at = (at + 1) % openings.length;
		}
		return false;
	};
};

/** Without `openSealed`, sealed documents are kept but not shown. */
export const createSealedOpener = (
	catalogue: Catalogue,
	opener: SessionOptions['openSealed'],
	log: Log,
): SealedOpener => {
	if (!opener) return NONE;

	const toSealed = (received: Received): SealedDocument | undefined => {
		const type = catalogue.documents.get(received.type);
		const key = type && textToKey(type.key, received.id);
		const { version, data } = received;
		return key && { type: received.type, key, version, data };
	};

	const begin = (documents: readonly Received[]): Opening => {
		const all: SealedDocument[] = [];
		for (const one of documents) {
			const sealed = toSealed(one);
			if (sealed) all.push(sealed);
		}
		const found = new Map<Uint8Array, OpenedDocument>();
		const done = opener(all).then((opened) => {
			all.forEach(({ key, data: sealed }, at) => {
				const data = opened[at];
				if (data !== undefined) found.set(sealed, { key, data });
			});
		});
		return { done, found };
	};

	const open = async (
		documents: readonly HeldDocument[],
		begun: readonly Opening[],
		opened: (some: readonly HeldDocument[]) => void,
	) => {
		for (const { done } of begun) await done;
		const take = createTaking(begun);
		const left = documents.filter((held) => !take(held));
		const last = left.length > 0 ? begin(left) : NOTHING;
		await last.done;
		const takeLast = createTaking([last]);
		const closed = left.filter((held) => !takeLast(held)).length;
		if (closed > 0) log.warn('document.sealed', { count: closed });
		if (closed < documents.length) opened(documents.filter((held) => held.opened));
	};

	return { open: (...asked) => void open(...asked), begin };
};
