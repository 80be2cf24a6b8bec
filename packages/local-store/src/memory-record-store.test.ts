import { checkLocalStore } from './conformance.ts';
import { createMemoryRecordStore } from './memory-record-store.ts';
import type { RecordStore } from './record-store.ts';

/** Memory that outlives the opening of it, so that the suite may open it again. */
checkLocalStore('memory', async () => {
	const kept = createMemoryRecordStore();
	return {
		async open(): Promise<RecordStore> {
			let closed = false;
			const gone = { ok: false, error: 'gone' } as const;
			return {
				read: async (shelf, from) => (closed ? [] : kept.read(shelf, from)),
				write: async (changes) => (closed ? gone : kept.write(changes)),
				wipe: async () => (closed ? gone : kept.wipe()),
				async close() {
					closed = true;
				},
			};
		},
		remove: () => kept.close(),
	};
});
