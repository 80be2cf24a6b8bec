export { createLocalStore, createMemoryLocalStore } from './create-local-store.ts';
export { createLocalBase, type LocalBase } from './local-base.ts';
export type { DraftMark, DraftPhoto, LocalDraft, LocalDrafts } from './local-drafts.ts';
export type {
	LocalCursor,
	LocalDocument,
	LocalReport,
	LocalStore,
	LocalStoreFault,
	LocalThread,
	OutboxRecord,
	ThreadWrite,
} from './local-store.ts';
export { createMemoryRecordStore } from './memory-record-store.ts';
export type { RecordChange, RecordStore, StoredRecord } from './record-store.ts';
