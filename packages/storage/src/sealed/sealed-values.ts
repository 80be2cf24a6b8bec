import type { KeyText } from '@navette/model';
import type { StoredDocument } from '../document-row.ts';
import type { DocumentReader } from '../document-store.ts';
import { createRecent } from './recent.ts';
import { DamagedRow, type RowCipher } from './row-cipher.ts';
import { createSealedRows } from './sealed-rows.ts';

/** One row of a store as it is kept, sealed. */
export type SealedRow =
	| { readonly kind: 'document'; readonly row: StoredDocument }
	| { readonly kind: 'answer'; readonly operation: string; readonly answer: Uint8Array }
	| { readonly kind: 'organisation'; readonly settings: Uint8Array };

/** The sealed values of a row. */
export const valuesOf = (sealed: SealedRow): readonly Uint8Array[] => {
	if (sealed.kind === 'answer') return [sealed.answer];
	if (sealed.kind === 'organisation') return [sealed.settings];
	const { data, files } = sealed.row;
	return [data, files].filter((value) => value !== null);
};

const PAGE = 500;

/** A page of what an organisation keeps, and where the next one begins; `undefined` at the end. */
export interface SealedPage {
	readonly rows: readonly SealedRow[];
	readonly next: SealedPosition | undefined;
}

/** Where a page begins: documents by type and id, then answers, then the organisation itself. */
export type SealedPosition =
	| { readonly kind: 'document'; readonly type: string; readonly after?: KeyText }
	| { readonly kind: 'answer'; readonly after?: string }
	| { readonly kind: 'organisation' };

const firstAfter = (types: readonly string[], type?: string): SealedPosition => {
	const next = types.find((one) => type === undefined || one > type);
	return next === undefined ? { kind: 'answer' } : { kind: 'document', type: next };
};

/** Reads one page of sealed rows, from the beginning when no position is given. */
export const readSealedPage = async (
	reader: DocumentReader,
	at?: SealedPosition,
): Promise<SealedPage> => {
	const from = at ?? firstAfter(await reader.types());
	if (from.kind === 'document') {
		const asked = { limit: PAGE, ...(from.after === undefined ? {} : { after: from.after }) };
		const found = await reader.documentsOfType(from.type, asked);
		const last = found.at(-1)?.id;
		const isEnd = found.length < PAGE || last === undefined;
		const next: SealedPosition = isEnd
			? firstAfter(await reader.types(), from.type)
			: { ...from, after: last };
		return { rows: found.map((row) => ({ kind: 'document', row })), next };
	}
	if (from.kind === 'answer') {
		const asked = { limit: PAGE, ...(from.after === undefined ? {} : { after: from.after }) };
		const found = await reader.answers(asked);
		const last = found.at(-1)?.operation;
		const isEnd = found.length < PAGE || last === undefined;
		return {
			rows: found.map(({ operation, answer }) => ({ kind: 'answer', operation, answer })),
			next: isEnd ? { kind: 'organisation' } : { kind: 'answer', after: last },
		};
	}
	const row = await reader.organisation();
	const rows: readonly SealedRow[] = row ? [{ kind: 'organisation', settings: row.settings }] : [];
	return { rows, next: undefined };
};

/** Whether a row opens where it stands. */
export const opens = (cipher: RowCipher, org: string, sealed: SealedRow): boolean => {
	const rows = createSealedRows(cipher, org, createRecent());
	try {
		if (sealed.kind === 'document') rows.openDocument(sealed.row);
		else if (sealed.kind === 'answer') rows.openAnswer(sealed.operation, sealed.answer);
		else rows.openOrganisation({ org, status: 'open', settings: sealed.settings });
		return true;
	} catch (error) {
		if (error instanceof DamagedRow) return false;
		throw error;
	}
};
