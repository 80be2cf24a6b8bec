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
