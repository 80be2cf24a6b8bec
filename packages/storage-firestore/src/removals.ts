import type { DocumentWriter } from '@navette/storage';
import { below, belowBetween } from './row-key.ts';
import type { Draft } from './rows.ts';
import { type Cells, keyIn, TABLES, type Table } from './tables.ts';
import { takeDocument } from './write-document.ts';

/** Takes the oldest tombstones of a thread away; the rules are those of `DocumentWriter`. */
export const purgeTombstones = async (
	rows: Draft,
	org: string,
	path: string,
	{ before, today, limit }: Parameters<DocumentWriter['purgeTombstones']>[1],
): Promise<number> => {
	// Days are whole: before a day is until the one before it.
	const range = belowBetween(keyIn(TABLES.tombstones, org, path), undefined, before - 1);
	const found = await rows.scan(TABLES.tombstones, range, { limit });
	const keys = found.map(([, { type, id }]) => keyIn(TABLES.documents, org, type, id));
	const horizons = new Map<string, number>();
	for (const cells of await rows.getAll(TABLES.documents, keys)) {
		if (!cells) throw new Error('an index names a document that is not there');
		takeDocument(rows, org, cells);
		for (const thread of cells.threads)
			horizons.set(thread, Math.max(horizons.get(thread) ?? 0, cells.version));
	}
	const isClean = found.length < limit;
	for (const thread of new Set([...horizons.keys(), path])) {
		const key = keyIn(TABLES.threads, org, thread);
		const cells = await rows.get(TABLES.threads, key);
		if (!cells) throw new Error('a document is attached to a thread that is not there');
		const horizon = Math.max(cells.horizon, horizons.get(thread) ?? 0);
		const cleanDate = isClean && thread === path ? today : cells.cleanDate;
		rows.set(TABLES.threads, key, { ...cells, horizon, cleanDate });
	}
	return found.length;
};

/** Forgets answers of days before `before`, the oldest first. */
export const purgeAnswers = async (
	rows: Draft,
	org: string,
	before: number,
	limit: number,
): Promise<number> => {
	const range = belowBetween(keyIn(TABLES.answerDays, org), undefined, before - 1);
	const found = await rows.scan(TABLES.answerDays, range, { limit });
	for (const [key, { operation }] of found) {
		rows.delete(key);
		rows.delete(keyIn(TABLES.answers, org, operation));
	}
	return found.length;
};

const takeAll = async <V extends Cells>(
	rows: Draft,
	table: Table<V>,
	org: string,
	limit: number,
	take: (row: V) => void,
): Promise<number> => {
	const found = await rows.scan(table, below(keyIn(table, org)), { limit });
	for (const [key, row] of found) {
		rows.delete(key);
		take(row);
	}
	return found.length;
};

/** Removes rows of an organisation: documents, threads, answers, loose contents, then its own row. */
export const removeSome = async (rows: Draft, org: string, limit: number): Promise<number> => {
	const removals = [
		() =>
			takeAll(rows, TABLES.documents, org, limit, (cells) => {
				takeDocument(rows, org, cells);
			}),
		() =>
			takeAll(rows, TABLES.threads, org, limit, ({ reference }) => {
				rows.delete(keyIn(TABLES.references, org, reference));
			}),
		() =>
			takeAll(rows, TABLES.answers, org, limit, ({ day, operation }) => {
				rows.delete(keyIn(TABLES.answerDays, org, day, operation));
			}),
		() =>
			takeAll(rows, TABLES.looseBlobs, org, limit, ({ since, fid }) => {
				rows.delete(keyIn(TABLES.looseSince, org, since, fid));
			}),
	];
	for (const removal of removals) {
		const count = await removal();
		if (count > 0) return count;
	}
	const key = keyIn(TABLES.organisations, org);
	if (!(await rows.get(TABLES.organisations, key))) return 0;
	rows.delete(key);
	return 1;
};
