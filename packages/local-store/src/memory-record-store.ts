import { err, ok } from '@navette/core';
import type { RecordStore } from './record-store.ts';

/** Records in memory: nothing outlives the process. For anonymous devices and tests. */
export const createMemoryRecordStore = (): RecordStore => {
	const shelves = new Map<string, Map<number, Uint8Array>>();
	let closed = false;
	return {
		async read(shelf, from = 0) {
			const records = closed ? [] : [...(shelves.get(shelf) ?? [])];
			return records
				.filter(([position]) => position >= from)
				.sort(([a], [b]) => a - b)
				.map(([position, bytes]) => ({ position, bytes }));
		},
		async write(changes) {
			if (closed) return err('gone');
			for (const change of changes) {
				if ('clear' in change) shelves.delete(change.shelf);
				else {
					const records = shelves.get(change.shelf) ?? new Map<number, Uint8Array>();
					shelves.set(change.shelf, records);
					if (change.bytes) records.set(change.position, change.bytes);
					else records.delete(change.position);
				}
			}
			return ok(undefined);
		},
		async wipe() {
			if (closed) return err('gone');
			shelves.clear();
			return ok(undefined);
		},
		async close() {
			closed = true;
		},
	};
};
