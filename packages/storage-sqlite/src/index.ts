export { backupSqlite } from './backup.ts';
export { inspectSqlite, type SqliteInspection } from './inspect.ts';
export { createSqliteDocumentStore, type SqliteOptions } from './sqlite-document-store.ts';
