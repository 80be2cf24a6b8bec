import { err, ok, type Result } from '@navette/core';
import type {
	LocalDocument,
	LocalStore,
	LocalStoreFault,
	OutboxRecord,
	ThreadWrite,
} from '@navette/local-store';

interface KeptThread {
	readonly cursor: ThreadWrite['cursor'];
	readonly documents: ReadonlyMap<string, LocalDocument>;
}

/** No device of these runs types drafts. */
export const noDrafts: LocalStore['drafts'] = {
	list: async () => [],
	read: async () => undefined,
	write: async () => err('full'),
	addPhoto: async () => err('full'),
	readPhoto: async () => undefined,
	removePhoto: async () => err('full'),
};

const nothingWrong: Result<void, LocalStoreFault> = ok(undefined);

const withChanges = (kept: KeptThread | undefined, write: ThreadWrite): KeptThread => {
	const documents = new Map(write.replace ? [] : kept?.documents);
	for (const document of write.documents) {
		const name = `${document[0]}/${document[1]}`;
		if (document[4] === null) documents.delete(name);
		else documents.set(name, document);
	}
	return { cursor: write.cursor, documents };
};

/**
 * The contract of `LocalStore` in plain maps: what a device keeps when the sealing itself is not what
 * is looked at. Every write is whole.
 */
export const createPlainLocalStore = (): LocalStore => {
	const threads = new Map<string, KeptThread>();
	const outbox = new Map<number, unknown>();
	const values = new Map<string, unknown>();
	let next = 1;
	return {
		async readThread(name) {
			const kept = threads.get(name);
			return kept && { cursor: kept.cursor, documents: [...kept.documents.values()] };
		},
		async writeThread(name, write) {
			threads.set(name, withChanges(threads.get(name), write));
			return nothingWrong;
		},
		async eraseThread(name) {
			threads.delete(name);
			return nothingWrong;
		},
		readReport: async () => undefined,
		writeReport: async () => err('full'),
		readOutbox: async () =>
			[...outbox]
				.sort(([a], [b]) => a - b)
				.map(([position, value]): OutboxRecord => {
					return { position, value };
				}),
		async addToOutbox(value) {
			outbox.set(next, value);
			return ok(next++);
		},
		async writeOutbox(position, value) {
			if (value === undefined) outbox.delete(position);
			else outbox.set(position, value);
			return nothingWrong;
		},
		drafts: noDrafts,
		readMeta: async (name) => values.get(name),
		async writeMeta(name, value) {
			values.set(name, value);
			return nothingWrong;
		},
		async wipe() {
			threads.clear();
			outbox.clear();
			values.clear();
			return nothingWrong;
		},
		close: async () => {},
	};
};
