import type { DocumentRow, OrganisationRow, StoredDocument } from '../document-row.ts';
import type { Recent } from './recent.ts';
import { DamagedRow, type RowCipher, type RowContext } from './row-cipher.ts';

/** Rows of one organisation, sealed on the way in and opened on the way out. */
export interface SealedRows {
	sealDocument(row: DocumentRow): DocumentRow;
	openDocument(row: StoredDocument): StoredDocument;
	/** As `openDocument` for each; many at once are not remembered. */
	openDocuments(rows: readonly StoredDocument[]): StoredDocument[];
	sealAnswer(operation: string, answer: Uint8Array): Uint8Array;
	openAnswer(operation: string, answer: Uint8Array): Uint8Array;
	sealOrganisation(row: OrganisationRow): OrganisationRow;
	openOrganisation(row: OrganisationRow): OrganisationRow;
}

/** Lists longer than this go by once: remembered, they would push out what every operation reads. */
const FEW = 32;

/** What is opened and sealed: everything a store keeps but indexes, versions and days. */
export const createSealedRows = (cipher: RowCipher, org: string, recent: Recent): SealedRows => {
	const openOnce = (context: RowContext, bytes: Uint8Array): Uint8Array => {
		const opened = cipher.open(context, bytes);
		if (!opened) throw new DamagedRow(context);
		return opened;
	};
	const open = (context: RowContext, bytes: Uint8Array): Uint8Array => {
		const name = [org, context.table, ...context.row].join('\0');
		const known = recent.find(name, context.version, bytes);
		if (known) return known;
		const opened = openOnce(context, bytes);
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
	const openWith = (opener: typeof open, row: StoredDocument): StoredDocument => ({
		...row,
		data: row.data && opener(contextOf('document', row), row.data),
		files: row.files && opener(contextOf('files', row), row.files),
	});
	const openDocument = (row: StoredDocument): StoredDocument => openWith(open, row);
	const organisation: RowContext = { table: 'organisation', org, row: [], version: 0 };
	return {
		sealDocument: (row) => ({
			...row,
			data: row.data && cipher.seal(contextOf('document', row), row.data),
			files: row.files && cipher.seal(contextOf('files', row), row.files),
		}),
		openDocument,
		openDocuments: (rows) =>
			rows.length > FEW ? rows.map((row) => openWith(openOnce, row)) : rows.map(openDocument),
		sealAnswer: (operation, answer) => cipher.seal(answerOf(operation), answer),
		openAnswer: (operation, answer) => open(answerOf(operation), answer),
		sealOrganisation: (row) => ({ ...row, settings: cipher.seal(organisation, row.settings) }),
		openOrganisation: (row) => ({ ...row, settings: open(organisation, row.settings) }),
	};
};
