import { type Catalogue, type DocumentType, type Key, keyToText, textToKey } from '@navette/model';
import type { DocumentReader, PropertyQuery, StoredDocument } from '@navette/storage';
import type { DataMemory } from './data-memory.ts';
import { type FileDescriptor, storedToFiles } from './files/descriptor.ts';
import { storedToData } from './stored-data.ts';

/** A living document with its data opened. */
export interface LiveDocument<Data = unknown> {
	readonly type: string;
	readonly key: Key;
	readonly version: number;
	readonly data: Data;
}

/** Reads of one state of an organisation, documents opened; what policies and reports are given. */
export interface DocumentSource {
	/** Time of the organisation, ms, the same for the whole call. */
	readonly now: number;
	/** Data of a living document; frozen: whoever changes them writes others. */
	read<Data>(type: string, key: Key): Promise<Data | undefined>;
	/** All living documents of a type, by id. */
	list<Data>(type: string): Promise<readonly LiveDocument<Data>[]>;
	/** Living documents whose grouping has the value this key gives, by id. */
	byGrouping<Data>(
		type: string,
		grouping: string,
		key: Key,
	): Promise<readonly LiveDocument<Data>[]>;
	/** Living documents by an indexable property. */
	byProperty<Data>(
		type: string,
		property: string,
		query?: PropertyQuery,
	): Promise<readonly LiveDocument<Data>[]>;
	/** Files of a document, in the order in which they were attached; none when it does not live. */
	files(type: string, key: Key): Promise<readonly FileDescriptor[]>;
}

/** The declared type of a name; an undeclared name is a defect of the caller. */
export const typeNamed = (catalogue: Catalogue, name: string): DocumentType => {
	const type = catalogue.documents.get(name);
	if (!type) throw new Error(`document type ${name} is not declared`);
	return type;
};

/** Properties of a declared grouping. */
export const groupingOf = (type: DocumentType, name: string): readonly string[] => {
	const properties = type.groupings?.[name];
	if (!properties) throw new Error(`${type.name} has no grouping ${name}`);
	return properties;
};

/** Opens a living row. */
const rowToDocument = <Data>(type: DocumentType, row: StoredDocument): LiveDocument<Data> => {
	const key = textToKey(type.key, row.id);
	if (!key || !row.data) throw new Error(`${type.name}: row ${row.id} cannot be opened`);
	return {
		type: type.name,
		key,
		version: row.version,
		data: storedToData(type, row.data) as Data,
	};
};

/** Source over one reader. */
export const createSource = (
	catalogue: Catalogue,
	reader: DocumentReader,
	now: number,
	memory: DataMemory,
): DocumentSource => ({
	now,
	async read<Data>(name: string, key: Key) {
		const type = typeNamed(catalogue, name);
		const row = await reader.document(name, keyToText(type.key, key));
		if (!row?.data) return undefined;
		const { id, version, data } = row;
		return memory.dataOf(type, { id, version, data }) as Data;
	},
	async list<Data>(name: string) {
		const type = typeNamed(catalogue, name);
		const rows = await reader.documentsOfType(name);
		return rows.map((row) => rowToDocument<Data>(type, row));
	},
	async byGrouping<Data>(name: string, grouping: string, key: Key) {
		const type = typeNamed(catalogue, name);
		const value = keyToText(groupingOf(type, grouping), key);
		const rows = await reader.documentsByGrouping(name, grouping, value);
		return rows.map((row) => rowToDocument<Data>(type, row));
	},
	async byProperty<Data>(name: string, property: string, query?: PropertyQuery) {
		const type = typeNamed(catalogue, name);
		const rows = await reader.documentsByProperty(name, property, query);
		return rows.map((row) => rowToDocument<Data>(type, row));
	},
	async files(name: string, key: Key) {
		const type = typeNamed(catalogue, name);
		const row = await reader.document(name, keyToText(type.key, key));
		return storedToFiles(type, row?.files);
	},
});
