import { type Key, type KeyText, keyToText, textToKey } from './key.ts';

/** What documents are attached to. Its id is a text of `key` properties; no property = singleton. */
export interface ThreadType {
	/** Upper-case letters, unique in an application. */
	readonly name: string;
	/** Properties that identify a thread of this type, in order. */
	readonly key: readonly string[];
}

/** A thread inside the server: its type and its id. Never sent to a device as a name. */
export interface ThreadPath {
	readonly type: string;
	readonly id: KeyText;
}

/** `type/id`, the name of a thread in the store and in the `open` call. */
export const threadPathToText = (path: ThreadPath): string => `${path.type}/${path.id}`;

/** The path of the thread of `type` that a key designates. */
export const threadPathOf = (type: ThreadType, key: Key): ThreadPath => ({
	type: type.name,
	id: keyToText(type.key, key),
});

/** The key of a thread, from its path. `undefined` when the path is not one of this type. */
export const threadKeyOf = (type: ThreadType, path: ThreadPath): Key | undefined =>
	path.type === type.name ? textToKey(type.key, path.id) : undefined;
