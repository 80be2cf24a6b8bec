import {
	type Account,
	type Catalogue,
	checkKey,
	type DocumentType,
	type Key,
	type KeyText,
	keyToText,
} from '@navette/model';
import type { DocumentReader, StoredDocument } from '@navette/storage';
import {
	createSource,
	type DocumentSource,
	groupingOf,
	type LiveDocument,
	typeNamed,
} from './document-source.ts';

/** A write that waits for the end of the operation. */
export interface PendingWrite {
	readonly type: DocumentType;
	readonly key: Key;
	readonly id: KeyText;
	/** The row before, tombstone included. */
	readonly previous: StoredDocument | undefined;
	/** New data, or `undefined` to delete. */
	readonly data: unknown;
}

/** What the handler of an operation may do: read, and say what it writes. It has no other effect. */
export interface OperationContext extends DocumentSource {
	readonly org: string;
	readonly account: Account;
	/** Creates or replaces a document; a deleted one is born again. Later reads see it. */
	write(type: string, key: Key, data: unknown): Promise<void>;
	/** Deletes a document; nothing happens when it does not live. */
	remove(type: string, key: Key): Promise<void>;
}

/** A context and what its handler asked to write. */
export interface OpenContext {
	readonly context: OperationContext;
	pending(): readonly PendingWrite[];
}

const byId = (a: LiveDocument, b: LiveDocument, type: DocumentType): number => {
	const left = keyToText(type.key, a.key);
	const right = keyToText(type.key, b.key);
	return left < right ? -1 : left > right ? 1 : 0;
};

/** Rows found in the store, corrected by what the operation wrote since. */
const overlay = <Data>(
	type: DocumentType,
	found: readonly LiveDocument<Data>[],
	writes: ReadonlyMap<string, PendingWrite>,
	matches: (key: Key) => boolean,
): readonly LiveDocument<Data>[] => {
	const own = [...writes.values()].filter((w) => w.type === type && matches(w.key));
	if (own.length === 0) return found;
	const replaced = new Set(own.map((w) => w.id));
	return [
		...found.filter((document) => !replaced.has(keyToText(type.key, document.key))),
		...own
			.filter((w) => w.data !== undefined)
			.map((w) => ({ type: type.name, key: w.key, version: 0, data: w.data as Data })),
	].sort((a, b) => byId(a, b, type));
};

/** Opens a context over a reader of the transaction. */
export const openContext = (input: {
	readonly catalogue: Catalogue;
	readonly reader: DocumentReader;
	readonly org: string;
	readonly account: Account;
	readonly now: number;
}): OpenContext => {
	const { catalogue, reader, now } = input;
	const source = createSource(catalogue, reader, now);
	const writes = new Map<string, PendingWrite>();
	const note = async (name: string, key: Key, data: unknown): Promise<void> => {
		const type = typeNamed(catalogue, name);
		const checked = checkKey(type.key, key);
		if (!checked.ok)
			throw new Error(`${name}: key ${checked.error.property} ${checked.error.reason}`);
		const id = keyToText(type.key, key);
		const earlier = writes.get(`${name}/${id}`);
		const previous = earlier ? earlier.previous : await reader.document(name, id);
		writes.set(`${name}/${id}`, { type, key: checked.value, id, previous, data });
	};
	const context: OperationContext = {
		org: input.org,
		account: input.account,
		now,
		write: (type, key, data) => {
			if (data === undefined) throw new Error(`${type}: nothing to write`);
			return note(type, key, data);
		},
		remove: (type, key) => note(type, key, undefined),
		async read<Data>(name: string, key: Key) {
			const type = typeNamed(catalogue, name);
			const own = writes.get(`${name}/${keyToText(type.key, key)}`);
			return own ? (own.data as Data | undefined) : source.read<Data>(name, key);
		},
		async list<Data>(name: string) {
			return overlay(typeNamed(catalogue, name), await source.list<Data>(name), writes, () => true);
		},
		async byGrouping<Data>(name: string, grouping: string, key: Key) {
			const type = typeNamed(catalogue, name);
			const properties = groupingOf(type, grouping);
			const value = keyToText(properties, key);
			const found = await source.byGrouping<Data>(name, grouping, key);
			return overlay(type, found, writes, (other) => keyToText(properties, other) === value);
		},
		async byProperty<Data>(name: string, property: string, query?: object) {
			if ([...writes.values()].some((write) => write.type.name === name))
				throw new Error(`${name}: search by property before writing`);
			return source.byProperty<Data>(name, property, query);
		},
	};
	return {
		context,
		pending: () =>
			[...writes.values()].filter(
				(w) => w.data !== undefined || (w.previous && w.previous.del === 0),
			),
	};
};
