export { inspectSqlite, type SqliteInspection } from './inspect.ts';
export { createSqliteDocumentStore, type SqliteOptions } from './sqlite-document-store.ts';
