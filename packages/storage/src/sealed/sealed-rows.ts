import type { DocumentRow, OrganisationRow, StoredDocument } from '../document-row.ts';
import { createRecent } from './recent.ts';
import { DamagedRow, type RowCipher, type RowContext } from './row-cipher.ts';

/** Rows of one organisation, sealed on the way in and opened on the way out. */
export interface SealedRows {
	sealDocument(row: DocumentRow): DocumentRow;
	openDocument(row: StoredDocument): StoredDocument;
	sealAnswer(operation: string, answer: Uint8Array): Uint8Array;
	openAnswer(operation: string, answer: Uint8Array): Uint8Array;
	sealOrganisation(row: OrganisationRow): OrganisationRow;
	openOrganisation(row: OrganisationRow): OrganisationRow;
}

/** What is opened and sealed: everything a store keeps but indexes, versions and days. */
export const createSealedRows = (cipher: RowCipher, org: string): SealedRows => {
	const recent = createRecent();
	const open = (context: RowContext, bytes: Uint8Array): Uint8Array => {
		const name = [context.table, ...context.row].join('\0');
		const known = recent.find(name, context.version, bytes);
		if (known) return known;
		const opened = cipher.open(context, bytes);
		if (!opened) throw new DamagedRow(context);
		recent.keep(name, context.version, bytes, opened);
		return opened;
	};
	const contextOf = (table: 'document' | 'files', row: DocumentRow): RowContext => ({
		table,
		org,
		row: [row.type, row.id],
		version: row.version,
	});
	const answerOf = (operation: string): RowContext => ({
		table: 'answer',
		org,
		row: [operation],
		version: 0,
	});
	const organisation: RowContext = { table: 'organisation', org, row: [], version: 0 };
	return {
		sealDocument: (row) => ({
			...row,
			data: row.data && cipher.seal(contextOf('document', row), row.data),
			files: row.files && cipher.seal(contextOf('files', row), row.files),
		}),
		openDocument: (row) => ({
			...row,
			data: row.data && open(contextOf('document', row), row.data),
			files: row.files && open(contextOf('files', row), row.files),
		}),
		sealAnswer: (operation, answer) => cipher.seal(answerOf(operation), answer),
		openAnswer: (operation, answer) => open(answerOf(operation), answer),
		sealOrganisation: (row) => ({ ...row, settings: cipher.seal(organisation, row.settings) }),
		openOrganisation: (row) => ({ ...row, settings: open(organisation, row.settings) }),
	};
};
