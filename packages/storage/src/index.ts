export { compareText, compareValue } from './binary-order.ts';
export type {
	DocumentRow,
	LooseBlob,
	OrganisationRow,
	OrganisationStatus,
	RowHandle,
	StoredDocument,
	StoredThread,
	ThreadReference,
} from './document-row.ts';
export type {
	Awaitable,
	ChangesQuery,
	DocumentReader,
	DocumentStore,
	DocumentWriter,
	PageQuery,
	PropertyQuery,
	StoreTransaction,
} from './document-store.ts';
export { createMemoryDocumentStore } from './memory/memory-document-store.ts';
export { createMemoryNoticeBus } from './memory/memory-notice-bus.ts';
export type { CommitNotice, NoticeBus, ThreadChange } from './notice-bus.ts';
export { createPool, type Pool } from './pool.ts';
export { StorageFault, type StorageFaultCode } from './storage-fault.ts';
