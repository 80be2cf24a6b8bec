export { compareText, compareValue } from './binary-order.ts';
export {
	type BlobPath,
	blobPathOf,
	blobPathParts,
	CLIENT_SEALED,
	isClientSealed,
	isFid,
	isFolder,
	isInBranch,
	MAX_FOLDER,
} from './blob-path.ts';
export type {
	BlobEntry,
	BlobSigner,
	BlobStore,
	ByteRange,
	ByteStream,
	Presentation,
	SignedRequest,
} from './blob-store.ts';
export type {
	DocumentRow,
	LooseBlob,
	OrganisationRow,
	OrganisationStatus,
	RowHandle,
	StoredAnswer,
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
	NameQuery,
	PageQuery,
	PropertyQuery,
	StoreTransaction,
	TypeQuery,
} from './document-store.ts';
export { createMemoryBlobStore } from './memory/memory-blob-store.ts';
export { createMemoryDocumentStore } from './memory/memory-document-store.ts';
export { createMemoryNoticeBus } from './memory/memory-notice-bus.ts';
export type { CommitNotice, NoticeBus, ThreadChange } from './notice-bus.ts';
export {
	createNoticeRelay,
	type NoticeCarrier,
	type NoticeRelay,
	PULSE_MS,
} from './notice-relay.ts';
export type { OnceRegister } from './once-register.ts';
export { createPool, type Pool } from './pool.ts';
export type { ContentCipher, ContentPlace } from './sealed/content-cipher.ts';
export { type ResealDeps, type Resealed, resealRows } from './sealed/reseal.ts';
export { DamagedRow, type RowCipher, type RowContext } from './sealed/row-cipher.ts';
export { checkSeals, type SealCheck } from './sealed/seal-check.ts';
export { type SealedBlobStore, sealBlobStore } from './sealed/sealed-blob-store.ts';
export { sealDocumentStore } from './sealed/sealed-document-store.ts';
export { StorageFault, type StorageFaultCode } from './storage-fault.ts';
export { TransactionFull } from './transaction-full.ts';
