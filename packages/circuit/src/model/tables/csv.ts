import { decimalsOf, shownNumber, type Table, type TableColumn, type TableValue } from './table.ts';

export type CsvLanguage = 'fr' | 'en';

/** French programs read `;` and decimal commas, English ones `,` and decimal points. */
const SIGNS = { fr: { between: ';', decimal: ',' }, en: { between: ',', decimal: '.' } } as const;
const BOM = '\uFEFF';

const dayText = (day: number, language: CsvLanguage): string => {
	const text = String(day);
	const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
	return language === 'fr' ? `${date}/${month}/${year}` : `${year}-${month}-${date}`;
};

/** A text that a spreadsheet would take for a formula is told to be a text. */
const unarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const armed = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const quoted = (text: string, between: string): string =>
	text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (value: TableValue, { kind }: TableColumn, language: CsvLanguage): string => {
	const { between, decimal } = SIGNS[language];
	if (value === null) return '';
	if (typeof value === 'string') return quoted(unarmed(value), between);
	if (typeof value === 'object') return quoted(value[language], between);
	if (kind === 'day') return dayText(value, language);
	const text = shownNumber(value, kind).toFixed(decimalsOf(value, kind));
	return quoted(text.replace('.', decimal), between);
};

/** A table as a CSV file: with a mark of its encoding, titles on the first line, CRLF (RFC 4180). */
export const writeCsv = ({ columns, rows }: Table, language: CsvLanguage): string => {
	const { between } = SIGNS[language];
	const head = columns.map(({ title }) => quoted(title[language], between));
	const body = rows.map((row) =>
		columns.map((one, index) => cellText(row[index] ?? null, one, language)),
	);
	return BOM + [head, ...body].map((cells) => `${cells.join(between)}\r\n`).join('');
};

/** The separator of a file: the sign that its first line has most often outside of quotes. */
const separatorOf = (text: string): string => {
	const line = (text.split(/\r?\n/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
	const count = (sign: string) => line.split(sign).length;
	return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
};

/** Reads a CSV file with `;`, `,` or tabs, with or without quotes; empty lines are left out. */
export const readCsv = (file: string): string[][] => {
	const text = file.startsWith(BOM) ? file.slice(1) : file;
	const between = separatorOf(text);
	const cell = new RegExp(
		`(?:"((?:[^"]|"")*)"|([^${between === '\t' ? '\\t' : between}\\r\\n]*))(${between === '\t' ? '\\t' : between}|\\r?\\n|\\r|$)`,
		'y',
	);
	const rows: string[][] = [];
	let row: string[] = [];
	while (cell.lastIndex < text.length) {
		const found = cell.exec(text);
		// A quote in the middle of nothing: what is left is one cell as it stands.
		if (!found) return [...rows, [...row, text.slice(cell.lastIndex)]];
		const [whole, inQuotes, bare = '', end] = found;
		row.push(armed(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"')));
		if (end !== between) {
			if (row.some((one) => one.trim() !== '')) rows.push(row);
			row = [];
		}
		if (whole === '') break;
	}
	return row.some((one) => one.trim() !== '') ? [...rows, row] : rows;
};
