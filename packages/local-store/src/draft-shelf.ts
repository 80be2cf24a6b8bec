import { type Log, ok, type Result } from '@navette/core';
import type { DraftMark, LocalDraft, LocalDrafts } from './local-drafts.ts';
import type { LocalStoreFault } from './local-store.ts';
import type { RecordChange, RecordStore } from './record-store.ts';
import type { Sealer } from './sealer.ts';

/**
 * The record at position 0 of a draft's shelf. A photo that it does not name is not there, so adding
 * a photo and naming it is one step.
 */
interface Head extends LocalDraft {
	readonly next: number;
}

const HEAD = 0;

/**
 * A shelf for each draft, its photos at their positions; and one shelf for the list, so that drafts
 * can be found by whoever does not know their names. Called one at a time.
 */
export const createDraftShelves = ({
	records,
	sealer,
	log,
}: {
	readonly records: RecordStore;
	readonly sealer: Sealer;
	readonly log: Log;
}): LocalDrafts => {
	const shelfOf = (name: string) => sealer.shelfOf('draft', name);
	const listShelf = sealer.shelfOf('drafts', '');

	const readAt = async (shelf: string, position: number): Promise<unknown> => {
		const found = (await records.read(shelf, position)).find((one) => one.position === position);
		if (!found) return undefined;
		const value = await sealer.open(shelf, position, found.bytes);
		if (value === undefined) {
			log.error('local.damaged', { what: 'draft' });
			await records.write([{ shelf, position, bytes: undefined }]);
		}
		return value;
	};

	const readHead = async (shelf: string) => (await readAt(shelf, HEAD)) as Head | undefined;
	const readList = async () => ((await readAt(await listShelf, 0)) ?? []) as readonly DraftMark[];

	/** The list with this draft last changed at this time, or without it. */
	const listed = async (name: string, changed: number | undefined): Promise<RecordChange> => {
		const others = (await readList()).filter((mark) => mark.name !== name);
		const marks = changed === undefined ? others : [{ name, changed }, ...others];
		const shelf = await listShelf;
		return { shelf, position: 0, bytes: await sealer.seal(shelf, 0, marks) };
	};

	const put = async (shelf: string, position: number, value: unknown): Promise<RecordChange> => ({
		shelf,
		position,
		bytes: await sealer.seal(shelf, position, value),
	});

	const empty = (changed: number): Head => ({ changed, value: null, photos: [], next: 1 });

	const erase = async (name: string): Promise<Result<void, LocalStoreFault>> =>
		records.write([{ shelf: await shelfOf(name), clear: true }, await listed(name, undefined)]);

	return {
		async list() {
			return [...(await readList())].sort((a, b) => b.changed - a.changed);
		},
		async read(name) {
			const head = await readHead(await shelfOf(name));
			return head && { changed: head.changed, value: head.value, photos: head.photos };
		},
		async write(name, value, changed) {
			if (value === undefined) return erase(name);
			const shelf = await shelfOf(name);
			const head = (await readHead(shelf)) ?? empty(changed);
			return records.write([
				await put(shelf, HEAD, { ...head, value, changed }),
				await listed(name, changed),
			]);
		},
		async addPhoto(name, { about, bytes }, changed) {
			const shelf = await shelfOf(name);
			const head = (await readHead(shelf)) ?? empty(changed);
			const position = head.next;
			const photos = [...head.photos, { position, about }];
			const written = await records.write([
				await put(shelf, position, bytes),
				await put(shelf, HEAD, { ...head, photos, changed, next: position + 1 }),
				await listed(name, changed),
			]);
			return written.ok ? ok(position) : written;
		},
		async readPhoto(name, position) {
			if (position <= HEAD) return undefined;
			const content = await readAt(await shelfOf(name), position);
			return content instanceof Uint8Array ? content : undefined;
		},
		async removePhoto(name, position) {
			const shelf = await shelfOf(name);
			const head = await readHead(shelf);
			if (!head || position <= HEAD) return ok(undefined);
			const photos = head.photos.filter((photo) => photo.position !== position);
			return records.write([
				{ shelf, position, bytes: undefined },
				await put(shelf, HEAD, { ...head, photos }),
			]);
		},
	};
};
