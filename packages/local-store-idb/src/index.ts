export {
	createIdbLocalStore,
	type IdbFault,
	type IdbLocalStoreOptions,
	removeIdbLocalStore,
} from './create-idb-local-store.ts';
export type { OpenFault } from './database.ts';
export { deviceKey } from './device-key.ts';
export { openIdbRecordStore } from './idb-record-store.ts';
