import { type Day, dayOf } from '@navette/core';
import type { DocumentRow, ThreadReference } from '../document-row.ts';
import type { DocumentStore, DocumentWriter } from '../document-store.ts';
import { createRecent } from './recent.ts';
import { DamagedRow, type RowCipher } from './row-cipher.ts';
import { createSealedRows, type SealedRows } from './sealed-rows.ts';
import { readSealedPage, type SealedPosition, type SealedRow, valuesOf } from './sealed-values.ts';

/** What sealing again is given. */
export interface ResealDeps {
	/** As it is, not opened by the site. */
	readonly store: Pick<DocumentStore, 'snapshot' | 'transaction'>;
	readonly cipher: RowCipher;
	/** Whether a value is sealed by the key of now. */
	readonly isCurrent: (sealed: Uint8Array) => boolean;
	/** Threads of a document; `undefined` when its type is not declared: it is left as it is. */
	readonly pathsOf: (row: DocumentRow) => readonly string[] | undefined;
}

/** What was done. */
export interface Resealed {
	readonly rows: number;
	/** Rows that do not open, or whose type is not declared. */
	readonly left: number;
}

const DAY: Day = dayOf(0);

const existing = (): ThreadReference => {
	throw new Error('a document stands on a thread that does not exist');
};

const resealDocument = async (
	deps: ResealDeps,
	writer: DocumentWriter,
	rows: SealedRows,
	{ type, id }: DocumentRow,
): Promise<boolean> => {
	const stored = await writer.document(type, id);
	if (!stored || valuesOf({ kind: 'document', row: stored }).every(deps.isCurrent)) return true;
	const paths = deps.pathsOf(rows.openDocument(stored));
	if (!paths) return false;
	const locked = await writer.lockThreads([...paths].sort(), { reference: existing, day: DAY });
	const { handle: _, ...opened } = rows.openDocument(stored);
	const handles = locked.map((thread) => thread.handle);
	await writer.putDocument(rows.sealDocument(opened), stored, handles);
	return true;
};

/** Seals a row again, as it is by then; answers whether it could be. */
const resealRow = async (
	deps: ResealDeps,
	writer: DocumentWriter,
	rows: SealedRows,
	sealed: SealedRow,
): Promise<boolean> => {
	try {
		if (sealed.kind === 'document') return await resealDocument(deps, writer, rows, sealed.row);
		if (sealed.kind === 'answer') {
			const answer = await writer.answer(sealed.operation);
			if (!answer || deps.isCurrent(answer)) return true;
			const opened = rows.openAnswer(sealed.operation, answer);
			await writer.replaceAnswer(sealed.operation, rows.sealAnswer(sealed.operation, opened));
			return true;
		}
		const row = await writer.organisation();
		if (row && !deps.isCurrent(row.settings))
			await writer.putOrganisation(rows.sealOrganisation(rows.openOrganisation(row)));
		return true;
	} catch (error) {
		if (error instanceof DamagedRow) return false;
		throw error;
	}
};

/** Rows of one transaction: the work of others waits no longer than for these. */
const TOGETHER = 50;

/**
 * Seals again by the key of now whatever another key sealed, in short transactions beside the work of
 * others; versions do not move, nobody is told. What is sealed already is only read, so that it goes on
 * where it was stopped.
 */
export const resealRows = async (
	deps: ResealDeps,
	org: string,
	progress: (rows: number) => void = () => {},
): Promise<Resealed> => {
	let [rows, left, seen] = [0, 0, 0];
	const resealSome = (some: readonly SealedRow[]): Promise<number> =>
		deps.store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const sealed = createSealedRows(deps.cipher, org, createRecent());
			let refused = 0;
			for (const row of some) if (!(await resealRow(deps, writer, sealed, row))) refused++;
			return refused;
		});
	for (let at: SealedPosition | undefined, isOver = false; !isOver; ) {
		const from = at;
		const page = await deps.store.snapshot(org, (reader) => readSealedPage(reader, from));
		const stale = page.rows.filter((row) => !valuesOf(row).every(deps.isCurrent));
		for (let first = 0; first < stale.length; first += TOGETHER) {
			const some = stale.slice(first, first + TOGETHER);
			const refused = await resealSome(some);
			rows += some.length - refused;
			left += refused;
		}
		seen += page.rows.length;
		progress(seen);
		at = page.next;
		isOver = at === undefined;
	}
	return { rows, left };
};
