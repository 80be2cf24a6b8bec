import type { DocumentRow, RowHandle, StoredDocument } from '@navette/storage';
import { fieldsToText } from '@navette/storage/provider';
import type { FieldKind, NamesWriter } from './names.ts';
import type { WriteStatements } from './write-statements.ts';

type Fields = Readonly<Record<string, string | number>>;

const NONE: Fields = Object.freeze({});

/** What a write of documents needs of the connection. */
export interface WriteAccess {
	readonly writes: WriteStatements;
	readonly names: NamesWriter;
	/** Threads that this transaction holds, with the number of their organisation. */
	readonly held: Map<RowHandle, number>;
}

const moveEntries = (
	{ writes, names }: WriteAccess,
	document: { readonly handle: number; readonly type: number; readonly id: string },
	kind: FieldKind,
	{ before, after }: { readonly before: Fields; readonly after: Fields },
): void => {
	const { handle, type, id } = document;
	for (const name in before) {
		const value = before[name];
		if (value !== undefined && value !== after[name])
			writes.removeEntry.run(names.makeField(type, kind, name), value, id);
	}
	for (const name in after) {
		const value = after[name];
		if (value !== undefined && value !== before[name])
			writes.addEntry.run(names.makeField(type, kind, name), value, id, handle);
	}
};

const insert = ({ writes }: WriteAccess, type: number, row: DocumentRow): RowHandle => {
	const groupings = fieldsToText(row.groupings);
	const properties = fieldsToText(row.properties);
	const { id, version, del, files, data } = row;
	return writes.addDocument.run(type, id, version, del, groupings, properties, files, data)
		.lastInsertRowid;
};

const update = (
	{ writes }: WriteAccess,
	type: number,
	{ id, version, del, groupings, properties, files, data }: DocumentRow,
	previous: StoredDocument,
): RowHandle => {
	const { changes } = writes.changeDocument.run(
		version,
		del,
		fieldsToText(groupings),
		fieldsToText(properties),
		files,
		data,
		previous.handle,
		type,
		id,
		previous.version,
	);
	if (changes !== 1) throw new Error('the previous row is not the one that is stored');
	return previous.handle;
};

/** Takes a document attached to nothing away, and what finds it. */
export const removeDocument = (
	access: WriteAccess,
	org: string,
	previous: StoredDocument,
): void => {
	const { writes, names } = access;
	const type = names.makeType(org, previous.type);
	const { handle, id, version, groupings, properties } = previous;
	const { changes } = writes.removeDocumentAsRead.run(handle, type, id, version);
	if (changes !== 1) throw new Error('the previous row is not the one that is stored');
	const document = { handle, type, id };
	moveEntries(access, document, 'z', { before: groupings, after: NONE });
	moveEntries(access, document, 'p', { before: properties, after: NONE });
};

/** A document is attached to threads of its own organisation, which the transaction holds. */
const expectHeld = ({ writes, names, held }: WriteAccess, org: string, thread: RowHandle): void => {
	const owner = names.makeOrg(org);
	if (held.get(thread) === owner) return;
	if (!writes.hasThread.get(thread, owner))
		throw new Error('a thread that is not of this organisation');
	held.set(thread, owner);
};

/** Writes a document: its row, its place in each thread, what finds it. */
export const writeDocument = (
	access: WriteAccess,
	org: string,
	row: DocumentRow,
	previous: StoredDocument | undefined,
	threads: readonly RowHandle[],
): void => {
	const { writes, names } = access;
	const type = names.makeType(org, row.type);
	const handle = previous ? update(access, type, row, previous) : insert(access, type, row);
	for (const thread of threads) {
		if (!previous) {
			expectHeld(access, org, thread);
			writes.addLink.run(thread, row.version, handle, row.del);
			continue;
		}
		const { changes } = writes.moveLink.run(row.version, row.del, thread, previous.version, handle);
		if (changes !== 1) throw new Error('a thread that is not one of this document');
	}
	const wasFound = previous?.del === 0;
	const isFound = row.del === 0;
	if (!wasFound && !isFound) return;
	const document = { handle, type, id: row.id };
	moveEntries(access, document, 'z', {
		before: wasFound ? previous.groupings : NONE,
		after: isFound ? row.groupings : NONE,
	});
	moveEntries(access, document, 'p', {
		before: wasFound ? previous.properties : NONE,
		after: isFound ? row.properties : NONE,
	});
};
