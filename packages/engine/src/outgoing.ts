import { encodeCbor } from '@navette/codec';
import { type Catalogue, passesOneOf, textToKey } from '@navette/model';
import type { DocumentRow } from '@navette/storage';
import type { Grant } from './access.ts';
import { typeNamed } from './document-source.ts';
import { storedToData, storedToWire } from './stored-data.ts';

/** A document on its way out: `[type, id, version, deleted day or 0, data or null]`. */
export type OutgoingDocument = [string, string, number, number, Uint8Array | null];

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
	return [row.type, row.id, row.version, 0, data];
};
