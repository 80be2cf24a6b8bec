import type { LocalDocument } from '@navette/local-store';
import type { LiveDocument } from './live-thread.ts';

/** A living document as received, and what was made of it. */
export interface HeldDocument {
	readonly type: string;
	readonly id: string;
	readonly version: number;
	readonly data: Uint8Array;
	/** Shape of `data`. */
	readonly shape: number;
	/** Decoded at first use; `null` = cannot be read. */
	live?: LiveDocument | null;
	/** Data of a sealed document, once opened. */
	opened?: { readonly data: unknown };
}

/** The documents of one type at one moment. Once read it never changes: a change copies it first. */
export interface TypeTable {
	readonly documents: Map<string, HeldDocument>;
	read: boolean;
	/** What views made of it. */
	live?: ReadonlyMap<string, LiveDocument>;
}

/** The living documents of a thread, by type. */
export interface HeldDocuments {
	/** Applies changes in order; a document already held at that version or later stays. */
	apply(changes: readonly LocalDocument[], shapeOf: (type: string) => number): void;
	/** Makes `documents` all there is; what did not change stays the same object. */
	replace(documents: readonly LocalDocument[], shapeOf: (type: string) => number): void;
	/** Tables as they are now; they will not change. */
	snapshot(): ReadonlyMap<string, TypeTable>;
	/** Forgets what views made of a type (sealed data were opened). */
	invalidate(type: string): void;
	all(): readonly HeldDocument[];
	/** As they came over the wire and as a device keeps them. */
	toLocal(): readonly LocalDocument[];
}

const equalData = (a: Uint8Array, b: Uint8Array): boolean => {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
	return true;
};

const newTable = (): TypeTable => ({ documents: new Map(), read: false });

export const createHeldDocuments = (): HeldDocuments => {
	let tables = new Map<string, TypeTable>();

	const writable = (type: string): TypeTable => {
		const table = tables.get(type) ?? newTable();
		const own = table.read ? { documents: new Map(table.documents), read: false } : table;
		if (own !== tables.get(type)) {
			tables = new Map(tables);
			tables.set(type, own);
		}
		delete own.live;
		return own;
	};

	const put = (
		into: TypeTable,
		[type, id, version, , data]: LocalDocument,
		shape: number,
	): void => {
		const held = into.documents.get(id);
		if (held && held.version > version) return;
		if (data === null) into.documents.delete(id);
		else if (!held || held.version < version)
			into.documents.set(id, { type, id, version, data, shape });
	};

	/** The new documents, with the objects held before where nothing changed. */
	const rebuilt = (
		documents: readonly LocalDocument[],
		shapeOf: (type: string) => number,
	): Map<string, TypeTable> => {
		const next = new Map<string, TypeTable>();
		for (const document of documents) {
			const table = next.get(document[0]) ?? newTable();
			next.set(document[0], table);
			put(table, document, shapeOf(document[0]));
		}
		for (const [type, table] of next) {
			const before = tables.get(type)?.documents;
			for (const [id, held] of table.documents) {
				const old = before?.get(id);
				const same =
					old?.version === held.version &&
					old.shape === held.shape &&
					equalData(old.data, held.data);
				if (old && same) table.documents.set(id, old);
			}
		}
		return next;
	};

	return {
		apply(changes, shapeOf) {
			const touched = new Map<string, TypeTable>();
			for (const change of changes) {
				const table = touched.get(change[0]) ?? writable(change[0]);
				touched.set(change[0], table);
				put(table, change, shapeOf(change[0]));
			}
		},
		replace(documents, shapeOf) {
			tables = rebuilt(documents, shapeOf);
		},
		snapshot() {
			for (const table of tables.values()) table.read = true;
			return tables;
		},
		invalidate(type) {
			if (tables.has(type)) writable(type);
		},
		all: () => [...tables.values()].flatMap((table) => [...table.documents.values()]),
		toLocal: () =>
			[...tables.values()].flatMap((table) =>
				[...table.documents.values()].map(
					({ type, id, version, data }): LocalDocument => [type, id, version, 0, data],
				),
			),
	};
};
