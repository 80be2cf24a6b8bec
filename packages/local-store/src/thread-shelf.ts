import { err, type Log, type Result } from '@navette/core';
import type {
	LocalCursor,
	LocalDocument,
	LocalStoreFault,
	LocalThread,
	ThreadWrite,
} from './local-store.ts';
import { mergeDocuments } from './merge-documents.ts';
import { packsToMerge } from './pack-plan.ts';
import type { RecordChange, RecordStore } from './record-store.ts';
import type { Sealer } from './sealer.ts';

/**
 * The record at position 0 of a thread's shelf: its cursor and the packs that count, oldest first.
 * A pack that it does not name is not there, so writing a pack and the head is one step.
 */
interface Head {
	readonly cursor: LocalCursor;
	readonly next: number;
	readonly packs: readonly (readonly [position: number, entries: number])[];
}

/** Threads on their shelves. Called one at a time. */
export interface ThreadShelves {
	read(name: string): Promise<LocalThread | undefined>;
	write(name: string, write: ThreadWrite): Promise<Result<void, LocalStoreFault>>;
	erase(name: string): Promise<Result<void, LocalStoreFault>>;
	/** Forgets what was remembered of the shelves. */
	forget(): void;
}

const HEAD = 0;
const EMPTY: Head = { cursor: {}, next: 1, packs: [] };

/** What a thread's shelf holds in each record, opened; `undefined` in place of a damaged one. */
const openPacks = async (
	{ records, sealer }: { readonly records: RecordStore; readonly sealer: Sealer },
	shelf: string,
	positions: readonly number[],
): Promise<readonly (readonly LocalDocument[] | undefined)[]> => {
	const stored = await records.read(shelf, Math.min(...positions));
	const bytes = new Map(stored.map((record) => [record.position, record.bytes]));
	return Promise.all(
		positions.map(async (position) => {
			const sealed = bytes.get(position);
			const opened = sealed && (await sealer.open(shelf, position, sealed));
			return opened as readonly LocalDocument[] | undefined;
		}),
	);
};

const allThere = <T>(parts: readonly (T | undefined)[]): parts is readonly T[] =>
	!parts.includes(undefined);

export const createThreadShelves = (deps: {
	readonly records: RecordStore;
	readonly sealer: Sealer;
	readonly log: Log;
}): ThreadShelves => {
	const { records, sealer, log } = deps;
	const heads = new Map<string, Head>();

	const readHead = async (shelf: string): Promise<Head | undefined> => {
		const known = heads.get(shelf);
		if (known) return known;
		const [first] = await records.read(shelf);
		if (!first) return EMPTY;
		const opened = first.position === HEAD && (await sealer.open(shelf, HEAD, first.bytes));
		return opened ? (opened as Head) : undefined;
	};

	const clear = async (shelf: string) => {
		heads.delete(shelf);
		return records.write([{ shelf, clear: true }]);
	};

	const drop = async (shelf: string): Promise<undefined> => {
		log.warn('local.damaged', { what: 'thread' });
		await clear(shelf);
		return undefined;
	};

	/** The new pack, made of as many of the last ones as the plan says, and the head that names it. */
	const planWrite = async (shelf: string, head: Head, write: ThreadWrite) => {
		const entries = [...head.packs.map(([, count]) => count), write.documents.length];
		const merged = write.replace ? entries.length : packsToMerge(entries);
		const kept = head.packs.slice(0, entries.length - merged);
		const replaced = head.packs.slice(kept.length).map(([position]) => position);
		const older =
			write.replace || replaced.length === 0 ? [] : await openPacks(deps, shelf, replaced);
		if (!allThere(older)) return undefined;
		const documents = mergeDocuments([...older, write.documents], kept.length === 0);
		return { kept, replaced, documents };
	};

	const writeThread = async (
		shelf: string,
		write: ThreadWrite,
	): Promise<Result<void, LocalStoreFault>> => {
		const known = await readHead(shelf);
		if (!known && !write.replace) return err('damaged');
		const head = known ?? EMPTY;
		const plan = await planWrite(shelf, head, write);
		if (!plan) return err('damaged');
		const { kept, replaced, documents } = plan;
		const added = documents.length > 0;
		const next: Head = {
			cursor: write.cursor,
			next: head.next + (added ? 1 : 0),
			packs: added ? [...kept, [head.next, documents.length]] : kept,
		};
		const changes: RecordChange[] = [
			...(write.replace ? [{ shelf, clear: true } as const] : []),
			...replaced.map((position) => ({ shelf, position, bytes: undefined })),
			{ shelf, position: HEAD, bytes: await sealer.seal(shelf, HEAD, next) },
		];
		if (added) {
			const bytes = await sealer.seal(shelf, head.next, documents);
			changes.push({ shelf, position: head.next, bytes });
		}
		const written = await records.write(changes);
		if (written.ok) heads.set(shelf, next);
		return written;
	};

	return {
		async read(name) {
			const shelf = await sealer.shelfOf('thread', name);
			const head = await readHead(shelf);
			if (!head) return drop(shelf);
			if (head === EMPTY) return undefined;
			const positions = head.packs.map(([position]) => position);
			const packs = positions.length === 0 ? [] : await openPacks(deps, shelf, positions);
			if (!allThere(packs)) return drop(shelf);
			heads.set(shelf, head);
			return { cursor: head.cursor, documents: mergeDocuments(packs, true) };
		},
		async write(name, write) {
			return writeThread(await sealer.shelfOf('thread', name), write);
		},
		async erase(name) {
			return clear(await sealer.shelfOf('thread', name));
		},
		forget: () => heads.clear(),
	};
};
