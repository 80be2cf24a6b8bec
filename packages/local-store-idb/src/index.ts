export {
	createIdbLocalStore,
	type IdbFault,
	type IdbLocalStoreOptions,
	removeIdbLocalStore,
} from './create-idb-local-store.ts';
export type { OpenFault } from './database.ts';
