import { column, type Table } from '../../model/index.ts';
import type { Printing } from './print-data.ts';
import type {
	PrintCode,
	PrintColumn,
	PrintColumnKind,
	PrintDocument,
	PrintPart,
} from './print-document.ts';

export const printColumn = (
	title: string,
	width: number,
	kind: PrintColumnKind = 'text',
): PrintColumn => ({ title, width, kind });

/** The texts of a print as a table: its parts under each other, each row with the title of its part. */
const tableOfParts = (parts: readonly PrintPart[]): Table => {
	const widest = parts.reduce((most, { columns }) => Math.max(most, columns.length), 0);
	const titles = parts.find(({ columns }) => columns.length === widest)?.columns ?? [];
	return {
		columns: [
			column('part', 'text', 'Partie', 'Part'),
			...titles.map(({ title }, at) => column(`c${at}`, 'text', title, title)),
		],
		rows: parts.flatMap(({ title = '', rows }) =>
			rows.map(({ cells }) => [title, ...titles.map((_, at) => cells[at] ?? '')]),
		),
	};
};

interface Made {
	readonly parts: readonly PrintPart[];
	readonly landscape?: boolean;
	readonly note?: string;
	readonly labels?: PrintDocument['labels'];
	/** Figures as integers, when the application has them as a table. */
	readonly table?: Table;
	/** Whose print it is, beside the delivery. */
	readonly whose?: string;
}

/** A print with what all of them have: its title, what it is about, when it was made. */
export const printOf = (code: PrintCode, printing: Printing, made: Made): PrintDocument => {
	const { words, formats, groupement, groups, livr, gp, now } = printing;
	const [only] = groups;
	const whose = groups.length === 1 && only ? words.group(only.name) : words.allGroups;
	return {
		...{ code, title: words.titles[code], parts: made.parts },
		about: [groupement, words.delivery(formats.day(livr)), made.whose ?? whose],
		issued: words.issued(formats.dateTime(now)),
		landscape: made.landscape ?? false,
		...(made.note === undefined ? {} : { note: made.note }),
		...(made.labels ? { labels: made.labels } : {}),
		table: made.table ?? tableOfParts(made.parts),
		fileName: `${code}-${gp}-${livr}${groups.length === 1 && only ? `-${only.gc}` : ''}`,
	};
};

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
