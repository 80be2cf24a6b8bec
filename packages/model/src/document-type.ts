import type { Key } from './key.ts';

/** An indexable property of a document, computed from what it holds. */
export interface PropertyDeclaration {
	readonly kind: 'string' | 'number';
	/** At most one living document of the type has a given value in an organisation. */
	readonly unique?: boolean;
	/** The value for a document, or `undefined` when it has none. */
	readonly of: (key: Key, data: unknown) => string | number | undefined;
}

/** What files the documents of a type may hold. */
export interface FilesDeclaration {
	/**
	 * `unique`: a new file takes the place of the one of its name. `revisions`: files of one name stay
	 * side by side. The names of a sealed type are known to its clients only.
	 */
	readonly names: 'unique' | 'revisions';
	/** Grouping whose text is the folder where contents are kept; absent = the whole key. */
	readonly folder?: string;
	/** Largest content, bytes. */
	readonly maxBytes: number;
}

/** One declared type of document. Pure data: the engine reads it, nothing else is needed. */
export interface DocumentType {
	/** Upper-case letters and digits, unique in an application. */
	readonly name: string;
	/** Identifying properties, in the order of the document's id. */
	readonly key: readonly string[];
	/** Subsets of the key with an index, by name (`z1`, or a word). */
	readonly groupings?: Readonly<Record<string, readonly string[]>>;
	/** Indexable properties, by name. */
	readonly properties?: Readonly<Record<string, PropertyDeclaration>>;
	/** Thread types it is attached to (at most `MAX_THREADS`). The thread's key is a part of its own. */
	readonly threads: readonly string[];
	/**
	 * A document deleted leaves no tombstone, and is new when it comes again. Only for what is attached to
	 * no thread, so that nobody is to be told.
	 */
	readonly traceless?: true;
	/**
	 * Left out of backups and archives, because putting an old one back would undo what counts on it.
	 * Only for what is attached to no thread.
	 */
	readonly neverCopied?: true;
	/** `clear`: the server reads `data`. `sealed`: only clients open it. */
	readonly sealing: 'clear' | 'sealed';
	/** Absent = its documents hold no file. */
	readonly files?: FilesDeclaration;
	/** Number of the current shape of `data`, from 1. */
	readonly shape: number;
	/** `upgrades[n]` turns `data` of shape n+1 into shape n+2; applied on read. */
	readonly upgrades?: readonly ((data: unknown) => unknown)[];
}

/** A document may be attached to this many threads (architecture decision D2). */
export const MAX_THREADS = 3;
