import type { DocumentRow, RowHandle, StoredDocument } from '@navette/storage';
import { fieldsToText } from '@navette/storage/provider';
import { valueToBytes } from './entry-value.ts';
import type { FieldKind, Names } from './names.ts';
import type { ReadSet } from './read-set.ts';
import type { Sendings } from './sendings.ts';
import type { Session } from './sql.ts';
import type { ThreadLedger } from './thread-ledger.ts';
import { WRITES } from './write-statements.ts';

type Fields = Readonly<Record<string, string | number>>;

const NONE: Fields = Object.freeze({});

/** Values claimed share this many marks in each field. */
const STRIPES = 1_024;

/** What the writes of a transaction share. */
export interface WriteAccess {
	readonly session: Session;
	readonly names: Names;
	readonly sendings: Sendings;
	readonly ledger: ThreadLedger;
	readonly reads: ReadSet;
	/** What tells the doors of this store from others'. */
	readonly house: number;
}

interface Entries {
	readonly fields: number[];
	readonly values: Uint8Array[];
}

/** Entries of `from` that are not the same in `to`. */
const entriesLeaving = async (
	{ names }: WriteAccess,
	type: number,
	from: DocumentRow | undefined,
	to: DocumentRow | undefined,
): Promise<Entries> => {
	const entries: Entries = { fields: [], values: [] };
	const kinds: readonly [FieldKind, Fields, Fields][] = [
		['z', from?.groupings ?? NONE, to?.groupings ?? NONE],
		['p', from?.properties ?? NONE, to?.properties ?? NONE],
	];
	for (const [kind, own, other] of kinds)
		for (const [name, value] of Object.entries(own)) {
			if (value === other[name]) continue;
			entries.fields.push(await names.makeField(type, kind, name));
			entries.values.push(valueToBytes(value));
		}
	return entries;
};

const stripeOf = (value: Uint8Array): number =>
	value.reduce((sum, byte) => (sum * 31 + byte) % STRIPES, 0);

/** Claims the values of a document that this transaction looked for before it gave them. */
const claimValues = async (
	{ session, names, sendings, reads }: WriteAccess,
	type: number,
	row: DocumentRow,
): Promise<void> => {
	const claims = Object.entries(row.properties).filter(([name, value]) =>
		reads.wasSearched(row.type, name, value),
	);
	if (claims.length === 0) return;
	const fields = await Promise.all(claims.map(([name]) => names.makeField(type, 'p', name)));
	const stripes = claims.map(([, value]) => stripeOf(valueToBytes(value)));
	sendings.send(session.run(WRITES.claim, fields, stripes));
};

const columnsOf = (type: number, row: DocumentRow) => {
	const groupings = fieldsToText(row.groupings);
	const properties = fieldsToText(row.properties);
	const { id, version, del, files, data } = row;
	return [type, id, version, del, groupings, properties, files, data] as const;
};

/** Sends the removal of a document attached to nothing. */
export const removeDocument = async (
	access: WriteAccess,
	org: string,
	previous: StoredDocument,
): Promise<void> => {
	const { session, sendings, reads, names } = access;
	const { handle, id, version } = previous;
	const type = await names.makeType(org, previous.type);
	const { fields, values } = await entriesLeaving(access, type, previous, undefined);
	reads.wrote(handle);
	sendings.send(
		session
			.run(WRITES.removeDocument, handle, type, id, version, fields, values)
			.then(({ rows }) => {
				if (rows[0]?.[0] !== 1) throw new Error('the previous row is not the one that is stored');
			}),
	);
};

/** Sends a document: its row, its place in each thread, what finds it. */
export const writeDocument = async (
	access: WriteAccess,
	org: string,
	row: DocumentRow,
	previous: StoredDocument | undefined,
	threads: readonly RowHandle[],
): Promise<void> => {
	const { session, sendings, ledger, reads } = access;
	if (threads.some((handle) => !ledger.byHandle(org, handle)))
		throw new Error('a thread that is not locked in this organisation');
	const type = await access.names.makeType(org, row.type);
	const before = previous?.del === 0 ? previous : undefined;
	const after = row.del === 0 ? row : undefined;
	const added = await entriesLeaving(access, type, after, before);
	const removed = await entriesLeaving(access, type, before, after);
	if (after) await claimValues(access, type, after);
	const written = [...columnsOf(type, row), threads, added.fields, added.values] as const;
	if (!previous) {
		const adding = session.run(WRITES.addDocument, ...written);
		sendings.send(
			adding.then(({ count }) => {
				if (count !== 1) throw new Error('there is a document, and no previous row was given');
			}),
		);
		return;
	}
	reads.wrote(previous.handle);
	const { handle, version } = previous;
	const gone = [handle, version, removed.fields, removed.values] as const;
	sendings.send(
		session.run(WRITES.changeDocument, ...written, ...gone).then(({ rows }) => {
			if (rows[0]?.[0] !== 1) throw new Error('the previous row is not the one that is stored');
			if (rows[0]?.[1] !== threads.length)
				throw new Error('a thread that is not one of this document');
		}),
	);
};
