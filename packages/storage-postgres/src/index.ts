export { inspectPostgres, type PostgresInspection } from './inspect.ts';
export { createPostgresDocumentStore, type PostgresOptions } from './postgres-document-store.ts';
export { createPostgresOnceRegister, type PostgresOnceOptions } from './postgres-once-register.ts';
