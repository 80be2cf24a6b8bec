export { createSqliteRecordStore } from './sqlite-record-store.ts';
