export { createPostgresDocumentStore, type PostgresOptions } from './postgres-document-store.ts';
