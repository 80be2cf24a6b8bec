/**
 * What providers share: the watch over a transaction, and rows of those that speak SQL.
 */
export { type AccessGuard, createAccessGuard, watch, watchAll } from './access-guard.ts';
export {
	columnsToDocument,
	columnsToLooseBlob,
	columnsToThread,
	DOCUMENT_COLUMNS,
	type DocumentColumns,
	fieldsToText,
	LOOSE_COLUMNS,
	type LooseColumns,
	THREAD_COLUMNS,
	type ThreadColumns,
} from './sql-rows.ts';
