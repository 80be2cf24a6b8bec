import { decodeCbor } from '@navette/codec';
import type { Log } from '@navette/core';
import { type Catalogue, type DocumentType, textToKey } from '@navette/model';
import type { HeldDocument, TypeTable } from './held-documents.ts';
import { LayeredMap } from './layered-map.ts';
import type { LiveDocument } from './live-thread.ts';

/** Makes documents out of what is held, according to the application's types. */
export interface DocumentReader {
	/** Shape of what the server sends now for a type (0 = unknown type). */
	shapeOf(type: string): number;
	isSealed(type: string): boolean;
	/** The living documents of a table that can be read. Each is decoded once in its life. */
	read(type: string, table: TypeTable | undefined): ReadonlyMap<string, LiveDocument>;
}

const NOTHING: ReadonlyMap<string, LiveDocument> = new Map();

/** Data of a document, in today's shape; `undefined` when there is nothing to show (yet). */
const dataOf = (type: DocumentType, held: HeldDocument): { readonly data: unknown } | undefined => {
	if (type.sealing === 'sealed') return held.opened;
	const decoded = decodeCbor(held.data);
	if (!decoded.ok || held.shape > type.shape || held.shape < 1) return undefined;
	const upgrades = (type.upgrades ?? []).slice(held.shape - 1);
	return { data: upgrades.reduce((data, upgrade) => upgrade(data), decoded.value) };
};

export const createDocumentReader = (catalogue: Catalogue, log: Log): DocumentReader => {
	const decode = (type: DocumentType, held: HeldDocument): LiveDocument | null => {
		const key = held.opened?.key ?? textToKey(type.key, held.id);
		const found = key && dataOf(type, held);
		const { id, version, files } = held;
		if (key && found)
			return { type: type.name, id, key, version, data: found.data, ...(files ? { files } : {}) };
		log.warn('document.unreadable', { type: type.name, version });
		return null;
	};
	/** What to show of a document; `undefined` = not opened yet. */
	const show = (type: DocumentType, held: HeldDocument): LiveDocument | null | undefined => {
		if (type.sealing === 'sealed' && !held.opened) return undefined;
		if (held.live === undefined) held.live = decode(type, held);
		return held.live;
	};

	const showAll = (type: DocumentType, { documents }: TypeTable): LayeredMap<LiveDocument> => {
		const live = new Map<string, LiveDocument>();
		for (const [id, held] of documents) {
			const document = show(type, held);
			if (document) live.set(id, document);
		}
		return new LayeredMap(live);
	};

	/** A document that is not opened yet goes on being shown as it was. */
	const showChanges = (
		type: DocumentType,
		{ live, changes }: NonNullable<TypeTable['earlier']>,
	): LayeredMap<LiveDocument> => {
		const shown = new Map<string, LiveDocument | undefined>();
		for (const [id, held] of changes) {
			const document = held && show(type, held);
			if (document !== undefined || !held) shown.set(id, document ?? undefined);
		}
		return live.with(shown);
	};

	return {
		shapeOf: (name) => catalogue.documents.get(name)?.shape ?? 0,
		isSealed: (name) => catalogue.documents.get(name)?.sealing === 'sealed',
		read(name, table) {
			const type = catalogue.documents.get(name);
			if (!type || !table || table.documents.size === 0) return NOTHING;
			table.live ??= table.earlier ? showChanges(type, table.earlier) : showAll(type, table);
			return table.live;
		},
	};
};
