export type {
	DocumentRow,
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
export type { NoticeBus, ThreadChange } from './notice-bus.ts';
