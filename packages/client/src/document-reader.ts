import { decodeCbor } from '@navette/codec';
import type { Log } from '@navette/core';
import { type Catalogue, type DocumentType, textToKey } from '@navette/model';
import type { HeldDocument, TypeTable } from './held-documents.ts';
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
		const key = textToKey(type.key, held.id);
		const found = key && dataOf(type, held);
		if (key && found)
			return { type: type.name, id: held.id, key, version: held.version, data: found.data };
		log.warn('document.unreadable', { type: type.name, version: held.version });
		return null;
	};
	return {
		shapeOf: (name) => catalogue.documents.get(name)?.shape ?? 0,
		isSealed: (name) => catalogue.documents.get(name)?.sealing === 'sealed',
		read(name, table) {
			const type = catalogue.documents.get(name);
			if (!type || !table || table.documents.size === 0) return NOTHING;
			if (table.live) return table.live;
			const live = new Map<string, LiveDocument>();
			for (const [id, held] of table.documents) {
				if (type.sealing === 'sealed' && !held.opened) continue;
				if (held.live === undefined) held.live = decode(type, held);
				if (held.live) live.set(id, held.live);
			}
			table.live = live;
			return live;
		},
	};
};
