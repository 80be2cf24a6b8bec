export type { Account, Projection, Right, ThreadAccess, TypeAccess } from './account.ts';
export { type Catalogue, createCatalogue } from './application.ts';
export { type Checksum, createChecksum } from './checksum.ts';
export {
	type DocumentType,
	type FilesDeclaration,
	MAX_THREADS,
	type PropertyDeclaration,
} from './document-type.ts';
export { fileNameOf, MAX_FILE_NAME } from './file-name.ts';
export { type Filter, intersectFilters, passesFilter, passesOneOf } from './filter.ts';
export {
	checkKey,
	type Key,
	type KeyError,
	type KeyText,
	keyToText,
	MAX_KEY_VALUE,
	textToKey,
} from './key.ts';
export type { NewsChange, NewsRule, NewsWeight } from './news-rule.ts';
export {
	type ThreadPath,
	type ThreadType,
	threadKeyOf,
	threadPathOf,
	threadPathToText,
} from './thread.ts';
export {
	advanceThread,
	EMPTY_THREAD,
	nextVersion,
	type ThreadState,
	type Version,
} from './version.ts';
