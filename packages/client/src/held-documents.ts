import type { LocalDocument } from '@navette/local-store';
import { createChecksum, type Key } from '@navette/model';
import type { WireFile } from '@navette/protocol';
import { LayeredMap } from './layered-map.ts';
import type { LiveDocument } from './live-thread.ts';

/** What a sealed document holds, and the key its id stands for. */
export interface OpenedDocument {
	readonly key: Key;
	readonly data: unknown;
}

/** A living document as received, and what was made of it. */
export interface HeldDocument {
	readonly type: string;
	readonly id: string;
	readonly version: number;
	readonly data: Uint8Array;
	/** Of a clear document that has some and is seen whole. */
	readonly files?: readonly WireFile[];
	/** Shape of `data`. */
	readonly shape: number;
	/** Decoded at first use; `null` = cannot be read. */
	live?: LiveDocument | null;
	/** What is in a sealed document, once opened. */
	opened?: OpenedDocument;
}

export type HeldChanges = ReadonlyMap<string, HeldDocument | undefined>;

/** The documents of one type at one moment; never changes but for what views make of it. */
export interface TypeTable {
	readonly documents: LayeredMap<HeldDocument>;
	/** What views made of it. */
	live?: LayeredMap<LiveDocument>;
	/** What views made of an earlier one, and what changed since. */
	readonly earlier?: { readonly live: LayeredMap<LiveDocument>; readonly changes: HeldChanges };
}

/** The living documents of a thread, by type. */
export interface HeldDocuments {
	/** Applies changes in order; a document already held at that version or later stays. */
	apply(changes: readonly LocalDocument[], shapeOf: (type: string) => number): void;
	/** Makes `documents` all there is; what did not change stays the same object. */
	replace(documents: readonly LocalDocument[], shapeOf: (type: string) => number): void;
	/** Tables as they are now; they will not change. */
	snapshot(): ReadonlyMap<string, TypeTable>;
	/** Views are to look again at these, if they are still held (sealed data were opened). */
	touch(documents: readonly HeldDocument[]): void;
	/** The held form of those of these documents that live. */
	heldOf(documents: readonly LocalDocument[]): readonly HeldDocument[];
	/** As they came over the wire and as a device keeps them. */
	toLocal(): readonly LocalDocument[];
	/** What they sum up to, as servers sum up. */
	checksum(): string;
}

/** Changes since views last looked, beyond which they had better begin again. */
const MOST_CHANGES = 512;

const equalData = (a: Uint8Array, b: Uint8Array): boolean => {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
	return true;
};

/** What views are to look at again, when what is held changed. */
const tableOf = (
	documents: TypeTable['documents'],
	table: TypeTable | undefined,
	changes: HeldChanges,
): TypeTable => {
	const live = table?.live ?? table?.earlier?.live;
	const before = table?.live ? undefined : table?.earlier?.changes;
	const all = before ? new Map([...before, ...changes]) : changes;
	return live && all.size <= MOST_CHANGES
		? { documents, earlier: { live, changes: all } }
		: { documents };
};

const changeTable = (table: TypeTable | undefined, changes: HeldChanges): TypeTable =>
	tableOf(
		(table?.documents ?? new LayeredMap<HeldDocument>(new Map())).with(changes),
		table,
		changes,
	);

const held = (
	[type, id, version, , data, files]: LocalDocument,
	shape: number,
): HeldDocument | undefined => {
	if (data === null) return undefined;
	const document = { type, id, version, data, shape };
	return files ? { ...document, files: files as readonly WireFile[] } : document;
};

/** Contents never change: the same ids are the same files. */
const equalFiles = (a: HeldDocument['files'] = [], b: HeldDocument['files'] = []): boolean =>
	a.length === b.length && a.every(({ fid }, at) => fid === b[at]?.fid);

/** Documents by type and id, the last state of each. */
const byType = (
	documents: readonly LocalDocument[],
	shapeOf: (type: string) => number,
	known: (type: string, id: string) => HeldDocument | undefined,
): Map<string, Map<string, HeldDocument | undefined>> => {
	const types = new Map<string, Map<string, HeldDocument | undefined>>();
	for (const document of documents) {
		const [type, id, version] = document;
		let changes = types.get(type);
		if (!changes) {
			changes = new Map();
			types.set(type, changes);
		}
		const before = changes.get(id) ?? (changes.has(id) ? undefined : known(type, id));
		if (!before || before.version < version) changes.set(id, held(document, shapeOf(type)));
	}
	return types;
};

export const createHeldDocuments = (): HeldDocuments => {
	let tables: ReadonlyMap<string, TypeTable> = new Map();
	const known = (type: string, id: string) => tables.get(type)?.documents.get(id);

	const change = (types: ReadonlyMap<string, HeldChanges>) => {
		const next = new Map(tables);
		for (const [type, changes] of types)
			if (changes.size > 0) next.set(type, changeTable(tables.get(type), changes));
		tables = next;
	};

	/** The object held before, when the document is the same. */
	const same = (document: HeldDocument): HeldDocument => {
		const old = known(document.type, document.id);
		const isSame =
			old?.version === document.version &&
			old.shape === document.shape &&
			equalData(old.data, document.data) &&
			equalFiles(old.files, document.files);
		return old && isSame ? old : document;
	};

	/** Views begin again with the types of these. */
	const lookAgain = (documents: readonly HeldDocument[]) => {
		const next = new Map(tables);
		for (const type of new Set(documents.map((document) => document.type))) {
			const table = tables.get(type);
			if (table) next.set(type, { documents: table.documents });
		}
		tables = next;
	};

	return {
		apply: (changes, shapeOf) => change(byType(changes, shapeOf, known)),
		replace(documents, shapeOf) {
			const next = new Map<string, TypeTable>();
			for (const [type, found] of byType(documents, shapeOf, () => undefined)) {
				for (const [id, document] of found)
					if (document) found.set(id, same(document));
					else found.delete(id);
				next.set(type, { documents: new LayeredMap(found as Map<string, HeldDocument>) });
			}
			tables = next;
		},
		snapshot: () => tables,
		touch(documents) {
			if (documents.length > MOST_CHANGES) return lookAgain(documents);
			const types = new Map<string, Map<string, HeldDocument>>();
			for (const document of documents) {
				if (known(document.type, document.id) !== document) continue;
				const changes = types.get(document.type) ?? new Map<string, HeldDocument>();
				types.set(document.type, changes.set(document.id, document));
			}
			const next = new Map(tables);
			for (const [type, changes] of types) {
				const table = tables.get(type);
				if (table) next.set(type, tableOf(table.documents, table, changes));
			}
			tables = next;
		},
		heldOf: (documents) => documents.flatMap(([type, id]) => known(type, id) ?? []),
		checksum() {
			const checksum = createChecksum();
			for (const { documents } of tables.values())
				for (const { type, id, version, data } of documents.values())
					checksum.add(type, id, version, data);
			return checksum.text();
		},
		toLocal: () =>
			[...tables.values()].flatMap((table) =>
				Array.from(
					table.documents.values(),
					({ type, id, version, data, files }): LocalDocument =>
						files ? [type, id, version, 0, data, files] : [type, id, version, 0, data],
				),
			),
	};
};
