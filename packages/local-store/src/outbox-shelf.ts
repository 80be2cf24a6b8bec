import { type Log, ok, type Result } from '@navette/core';
import type { LocalStoreFault, OutboxRecord } from './local-store.ts';
import type { RecordStore } from './record-store.ts';
import type { Sealer } from './sealer.ts';

/** The outbox on its shelf: position 0 holds the next position, the others an operation each. */
export interface OutboxShelf {
	read(): Promise<readonly OutboxRecord[]>;
	add(value: unknown): Promise<Result<number, LocalStoreFault>>;
	write(position: number, value: unknown): Promise<Result<void, LocalStoreFault>>;
	/** Forgets what was remembered of the shelf. */
	forget(): void;
}

export const createOutboxShelf = async ({
	records,
	sealer,
	log,
}: {
	readonly records: RecordStore;
	readonly sealer: Sealer;
	readonly log: Log;
}): Promise<OutboxShelf> => {
	const shelf = await sealer.shelfOf('outbox', '');

	const readAll = async (): Promise<readonly OutboxRecord[]> => {
		const stored = await records.read(shelf);
		const opened = await Promise.all(
			stored.map(async ({ position, bytes }) => ({
				position,
				value: await sealer.open(shelf, position, bytes),
			})),
		);
		const damaged = opened.filter((record) => record.value === undefined);
		if (damaged.length > 0) {
			log.error('local.damaged', { what: 'outbox', count: damaged.length });
			await records.write(damaged.map(({ position }) => ({ shelf, position, bytes: undefined })));
		}
		return opened.filter((record) => record.value !== undefined);
	};

	/** Read once: a store has one owner, and hundreds are added during a day without network. */
	let next: number | undefined;

	const nextPosition = async (): Promise<number> => {
		if (next !== undefined) return next;
		const all = await readAll();
		const counter = all.find((record) => record.position === 0)?.value;
		const last = all.at(-1)?.position ?? 0;
		return Math.max(typeof counter === 'number' ? counter : 1, last + 1);
	};

	return {
		read: async () => (await readAll()).filter((record) => record.position > 0),
		async add(value) {
			const position = await nextPosition();
			const written = await records.write([
				{ shelf, position, bytes: await sealer.seal(shelf, position, value) },
				{ shelf, position: 0, bytes: await sealer.seal(shelf, 0, position + 1) },
			]);
			if (!written.ok) return written;
			next = position + 1;
			return ok(position);
		},
		forget() {
			next = undefined;
		},
		async write(position, value) {
			const bytes = value === undefined ? undefined : await sealer.seal(shelf, position, value);
			return records.write([{ shelf, position, bytes }]);
		},
	};
};
