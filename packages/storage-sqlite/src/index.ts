export { createSqliteDocumentStore, type SqliteOptions } from './sqlite-document-store.ts';
