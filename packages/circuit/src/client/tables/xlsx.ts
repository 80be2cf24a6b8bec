import { read as readWorkbook, utils, write as writeWorkbook } from '@e965/xlsx';
import {
	type CsvLanguage,
	decimalsOf,
	shownNumber,
	type Table,
	type TableColumn,
	type TableValue,
} from '../../model/index.ts';

/** Formats of numbers as spreadsheets name them. */
const FORMATS: Readonly<Partial<Record<TableColumn['kind'], string>>> = {
	cents: '0.00',
	grams: '0',
	'basis-points': '0.00',
	day: 'yyyy-mm-dd',
};

const dayCell = (day: number) => {
	const at = Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
	// Spreadsheets count days from 30 December 1899.
	return { t: 'n', v: Math.round((at - Date.UTC(1899, 11, 30)) / 86_400_000), z: FORMATS.day };
};

const cellOf = (value: TableValue, { kind }: TableColumn, language: CsvLanguage) => {
	if (value === null) return { t: 'z' };
	if (typeof value === 'string') return { t: 's', v: value };
	if (typeof value === 'object') return { t: 's', v: value[language] };
	if (kind === 'day') return dayCell(value);
	const z = FORMATS[kind] ?? (decimalsOf(value, kind) > 0 ? '0.0' : '0');
	return { t: 'n', v: shownNumber(value, kind), z };
};

/** A table as an XLSX file of one sheet. Numbers stay numbers, texts are never formulas. */
export const writeXlsx = (
	{ columns, rows }: Table,
	{ name, language }: { readonly name: string; readonly language: CsvLanguage },
): Uint8Array => {
	const head = columns.map(({ title }) => ({ t: 's', v: title[language] }));
	const body = rows.map((row) =>
		columns.map((column, index) => cellOf(row[index] ?? null, column, language)),
	);
	const sheet = utils.aoa_to_sheet([head, ...body]);
	const book = utils.book_new(sheet, name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
	return new Uint8Array(writeWorkbook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

/**
 * Reads the cells of the first sheet of an XLSX file as texts; days as `yyyy-mm-dd`. `undefined` when
 * it is not such a file. Formulas count by what they last gave.
 */
export const readXlsx = (bytes: Uint8Array): string[][] | undefined => {
	// A workbook is a ZIP archive: anything else would be guessed at.
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
	try {
		const book = readWorkbook(bytes, { type: 'array', dense: true, cellDates: true, UTC: true });
		const sheet = book.Sheets[book.SheetNames[0] ?? ''];
		if (!sheet) return [];
		const rows = utils.sheet_to_json<readonly unknown[]>(sheet, {
			header: 1,
			raw: true,
			defval: '',
			UTC: true,
		});
		return rows
			.map((row) => row.map(textOf))
			.filter((row) => row.some((cell) => cell.trim() !== ''));
	} catch {
		return undefined;
	}
};

const textOf = (value: unknown): string =>
	value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
