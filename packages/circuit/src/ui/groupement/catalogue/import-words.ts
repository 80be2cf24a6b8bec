import type { Formats } from '@navette/ui';
import type { CellChange } from '../../../client/index.ts';
import { type ImportLine, shownNumber } from '../../../model/index.ts';
import type { CatalogueTexts } from './catalogue-texts.ts';

const valueText = (
	{ column: { kind, id } }: CellChange,
	value: unknown,
	{ files }: CatalogueTexts,
	formats: Formats,
): string => {
	if (value === null || value === undefined || value === '') return files.nothing;
	if (typeof value === 'boolean') return value ? files.yes : files.no;
	if (Array.isArray(value)) return value.join(', ') || files.nothing;
	if (id === 'par') return value === 2 ? files.yes : files.no;
	if (typeof value !== 'number') return String(value);
	if (kind === 'cents') return formats.money(value);
	if (kind === 'day') return formats.day(String(value), 'date');
	if (kind === 'basis-points') return formats.percent(value);
	return formats.number(shownNumber(value, kind));
};

const isSaid = (value: unknown): boolean =>
	value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What a line of a file of products changes, column by column. */
export const changesInWords = (
	line: ImportLine,
	changes: readonly CellChange[],
	text: CatalogueTexts,
	formats: Formats,
): string[] => {
	const isNew = line.effet === 'nouveau';
	return changes
		.filter(({ after }) => !isNew || isSaid(after))
		.map((change) => {
			const title = change.column.title[formats.language];
			const after = valueText(change, change.after, text, formats);
			return isNew
				? text.files.set(title, after)
				: text.files.change(title, valueText(change, change.before, text, formats), after);
		});
};
