import { type CsvLanguage, type Table, writeCsv } from '../../model/index.ts';

export type ExportFormat = 'csv' | 'xlsx' | 'json';

/** A file that leaves the device. */
export interface ExportFile {
	/** `BCG-dupleix-bocage-20250614.xlsx` */
	readonly name: string;
	/** Media type. */
	readonly type: string;
	readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
	csv: 'text/csv;charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json',
};

/** JSON keeps the integers of the application: cents, grams, half units, named by their columns. */
const jsonOf = ({ columns, rows }: Table, language: CsvLanguage): string =>
	JSON.stringify(
		{
			columns: columns.map(({ id, kind, title }) => ({ id, kind, title: title[language] })),
			rows: rows.map((row) =>
				Object.fromEntries(columns.map(({ id }, at) => [id, row[at] ?? null])),
			),
		},
		null,
		'\t',
	);

const contentOf = async (
	table: Table,
	format: ExportFormat,
	{ name, language }: { readonly name: string; readonly language: CsvLanguage },
): Promise<Uint8Array> => {
	if (format === 'csv') return new TextEncoder().encode(writeCsv(table, language));
	if (format === 'json') return new TextEncoder().encode(jsonOf(table, language));
	// Half a megabyte of library: loaded when somebody asks for such a file.
	const { writeXlsx } = await import('./xlsx.ts');
	return writeXlsx(table, { name, language });
};

/** A table as a file of a format, in the words and numbers of a language. `name`: without its ending. */
export const exportFile = async (
	table: Table,
	format: ExportFormat,
	named: { readonly name: string; readonly language: CsvLanguage },
): Promise<ExportFile> => ({
	name: `${named.name}.${format}`,
	type: TYPES[format],
	bytes: await contentOf(table, format, named),
});
