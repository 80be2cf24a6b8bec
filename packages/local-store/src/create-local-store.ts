import type { Log, Random } from '@navette/core';
import type { EnvelopeKey } from '@navette/crypto';
import { createDraftShelves } from './draft-shelf.ts';
import type { LocalStore } from './local-store.ts';
import { createMemoryRecordStore } from './memory-record-store.ts';
import { createOutboxShelf } from './outbox-shelf.ts';
import type { RecordStore } from './record-store.ts';
import { createReportShelves } from './report-shelf.ts';
import { createSealer, plainSealer, type Sealer } from './sealer.ts';
import { createSerial } from './serial.ts';
import { createThreadShelves } from './thread-shelf.ts';

/** A local store over a provider's records, sealed by the key of whoever opens it. */
export const createLocalStore = async (deps: {
	readonly records: RecordStore;
	readonly key: EnvelopeKey;
	readonly random: Random;
	readonly log: Log;
}): Promise<LocalStore> =>
	createStore(deps.records, await createSealer(deps.key, deps.random), deps.log);

const createStore = async (records: RecordStore, sealer: Sealer, log: Log): Promise<LocalStore> => {
	const parts = { records, sealer, log };
	const threads = createThreadShelves(parts);
	const reports = createReportShelves(parts);
	const drafts = createDraftShelves(parts);
	const outbox = await createOutboxShelf(parts);
	const serial = createSerial();

	const readMeta = async (name: string): Promise<unknown> => {
		const shelf = await sealer.shelfOf('meta', name);
		const [record] = await records.read(shelf);
		if (!record) return undefined;
		const value = await sealer.open(shelf, 0, record.bytes);
		if (value === undefined) {
			log.warn('local.damaged', { what: 'meta' });
			await records.write([{ shelf, clear: true }]);
		}
		return value;
	};

	const writeMeta = async (name: string, value: unknown) => {
		const shelf = await sealer.shelfOf('meta', name);
		if (value === undefined) return records.write([{ shelf, clear: true }]);
		return records.write([{ shelf, position: 0, bytes: await sealer.seal(shelf, 0, value) }]);
	};

	return {
		readThread: (name) => serial(() => threads.read(name)),
		writeThread: (name, write) => serial(() => threads.write(name, write)),
		eraseThread: (name) => serial(() => threads.erase(name)),
		readReport: (name, input) => serial(() => reports.read(name, input)),
		writeReport: (name, input, report) => serial(() => reports.write(name, input, report)),
		readOutbox: () => serial(() => outbox.read()),
		addToOutbox: (value) => serial(() => outbox.add(value)),
		writeOutbox: (position, value) => serial(() => outbox.write(position, value)),
		drafts: {
			list: () => serial(() => drafts.list()),
			read: (name) => serial(() => drafts.read(name)),
			write: (name, value, changed) => serial(() => drafts.write(name, value, changed)),
			addPhoto: (name, photo, changed) => serial(() => drafts.addPhoto(name, photo, changed)),
			readPhoto: (name, position) => serial(() => drafts.readPhoto(name, position)),
			removePhoto: (name, position) => serial(() => drafts.removePhoto(name, position)),
		},
		readMeta: (name) => serial(() => readMeta(name)),
		writeMeta: (name, value) => serial(() => writeMeta(name, value)),
		wipe: () =>
			serial(async () => {
				threads.forget();
				outbox.forget();
				return records.wipe();
			}),
		close: () =>
			serial(async () => {
				await records.close();
				threads.forget();
				sealer.forget();
			}),
	};
};

/** A local store in memory, which ends with the process: for anonymous devices and tests. */
export const createMemoryLocalStore = ({ log }: { readonly log: Log }): Promise<LocalStore> =>
	createStore(createMemoryRecordStore(), plainSealer, log);
