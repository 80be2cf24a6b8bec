import type { Filter } from './filter.ts';
import type { Key } from './key.ts';

/** One thing an account may be: a usage (`CO`, `GC`, `ADM`…) on a subject (`dupleix.3`). */
export interface Right {
	/** Upper-case letters. */
	readonly usage: string;
	/** Text of a key; empty when the usage has no subject. */
	readonly subject: string;
	/** 1 = main, 2 = helper; what it means is the application's business. */
	readonly power: number;
}

/** Who an operation acts for. */
export interface Account {
	/** Opaque, unique in the organisation. */
	readonly id: string;
	readonly rights: readonly Right[];
	/** Names what it was known by, so that it can be known again later; no secret. */
	readonly credential?: string;
}

/** What an account may see of one type of document. */
export interface TypeAccess {
	/** Only documents whose key passes one of them; absent = all of the thread. */
	readonly filters?: readonly Filter[];
	/** What this reader may see of the document; absent = whole. Applied on every way out. */
	readonly project?: Projection;
}

/** A named, pure cut of a document's data. The name lets equal answers be encoded once. */
export interface Projection {
	readonly name: string;
	readonly apply: (data: unknown, key: Key) => unknown;
}

/** What an account may see of a thread, by document type; a type not named is not seen. */
export type ThreadAccess = Readonly<Record<string, TypeAccess>>;
