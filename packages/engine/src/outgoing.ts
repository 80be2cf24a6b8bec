import { encodeCbor } from '@navette/codec';
import { type Catalogue, passesOneOf, textToKey } from '@navette/model';
import type { DocumentRow } from '@navette/storage';
import type { Grant } from './access.ts';
import { typeNamed } from './document-source.ts';
import { type ClearDescriptor, type FileDescriptor, storedToFiles } from './files/descriptor.ts';
import { storedToData, storedToWire } from './stored-data.ts';

/** A file of a clear document on its way out; the files of a sealed one are inside its data. */
export interface OutgoingFile extends ClearDescriptor {
	readonly fid: string;
	readonly size: number;
	/** ms */
	readonly time: number;
}

/**
 * A document on its way out: `[type, id, version, deleted day or 0, data or null]`, and its files when
 * it has some and is seen whole.
 */
export type OutgoingDocument = [
	string,
	string,
	number,
	number,
	Uint8Array | null,
	(readonly OutgoingFile[])?,
];

const fileToOutgoing = ({ fid, size, time, clear }: FileDescriptor): readonly OutgoingFile[] =>
	clear ? [{ fid, size, time, ...clear }] : [];

/** A row as a reader may see it, or `undefined` when it is not for this reader. */
export const rowToOutgoing = (
	catalogue: Catalogue,
	grant: Grant,
	row: DocumentRow,
): OutgoingDocument | undefined => {
	const access = grant.types.get(row.type);
	if (!access) return undefined;
	const type = typeNamed(catalogue, row.type);
	const needsKey = access.project !== undefined || access.filters !== undefined;
	const key = needsKey ? textToKey(type.key, row.id) : undefined;
	if (needsKey && (!key || !passesOneOf(access.filters, key))) return undefined;
	if (!row.data) return [row.type, row.id, row.version, row.del, null];
	const data =
		access.project && key
			? encodeCbor(access.project.apply(storedToData(type, row.data), key))
			: storedToWire(type, row.data);
	const files = access.project ? [] : storedToFiles(type, row.files).flatMap(fileToOutgoing);
	return files.length > 0
		? [row.type, row.id, row.version, 0, data, files]
		: [row.type, row.id, row.version, 0, data];
};
