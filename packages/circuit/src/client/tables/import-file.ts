import { readCsv } from '../../model/index.ts';

/** Why a file is not read, for the screen to say. */
export type ImportFileFault = 'empty' | 'unreadable' | 'too-long';

/** Lines of one file, titles included. */
export const MAX_IMPORT_LINES = 3_001;

const decode = (bytes: Uint8Array): string => {
	const utf8 = new TextDecoder('utf-8').decode(bytes);
	// Spreadsheets of Windows write their CSV in its code page unless told otherwise.
	return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
};

const cellsOf = async (bytes: Uint8Array): Promise<string[][] | undefined> => {
	const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (!isArchive) return bytes.includes(0) ? undefined : readCsv(decode(bytes));
	const { readXlsx } = await import('./xlsx.ts');
	return readXlsx(bytes);
};

/** The cells of a CSV or XLSX file, titles first, to be sent to `CatgEssai` or `CmdEssai`. */
export const importFile = async (
	bytes: Uint8Array,
): Promise<{ readonly cells: string[][] } | { readonly fault: ImportFileFault }> => {
	const cells = await cellsOf(bytes);
	if (!cells) return { fault: 'unreadable' };
	if (cells.length < 2) return { fault: 'empty' };
	return cells.length > MAX_IMPORT_LINES ? { fault: 'too-long' } : { cells };
};
