import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure, Results } from './results.ts';

const BEGIN = '<!-- measured -->';
const END = '<!-- /measured -->';

/** Figures as a Markdown table. */
const tableOfFigures = (figures: readonly Figure[]): string => {
	const rows = figures.map((one) => [
		one.name,
		`${one.value.toLocaleString('en')} ${one.unit}`,
		one.ratio === undefined ? '' : `${one.ratio} × ${one.versus ?? ''}`,
		one.bar ?? '',
		one.met === undefined ? '' : one.met ? 'met' : '**missed**',
	]);
	const heads = ['Figure', 'Value', 'Beside', 'Bar', ''];
	return [heads, heads.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
};

const loads = (values: readonly number[]): string => values.map((one) => one.toFixed(1)).join(', ');

/** What a page says of a run: when, where, how busy, the figures. */
const describeRun = (results: Results, file: string, table?: string): string => {
	const { machine, load, date, versions } = results;
	const shown = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	const missed = results.results.filter((one) => one.met === false);
	const missedNames = missed.map(({ name, value, unit, ratio, bar }) => {
		const beside = ratio === undefined ? '' : `, ${ratio} ×`;
		return `${name} (${value} ${unit}${beside}; bar ${bar})`;
	});
	return [
		`${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, ${machine.system}; load average ${loads(load.before)} before, ${loads(load.after)} after (other work on the same cores counts in it). [The whole run](${file}).`,
		table ?? tableOfFigures(results.results),
		missed.length === 0 ? 'Every bar is met.' : `Missed: ${missedNames.join('; ')}.`,
		`Versions: ${shown.join(', ')}.`,
	].join('\n\n');
};

/** As the formatter of the repository leaves it: lists of numbers on one line. */
const asFormatted = (results: Results): string => {
	const text = JSON.stringify(results, null, '\t');
	const inline = text.replace(
		/\[\s+([\d.,\s]+?)\s+\]/g,
		(_, numbers: string) => `[${numbers.split(/,\s*/).join(', ')}]`,
	);
	return `${inline}\n`;
};

/** Keeps a run beside its page in a folder, and shows it in the page's part that is measured. */
export const writeRun = (
	folder: string,
	name: { readonly page: string; readonly data: string },
	results: Results,
	table?: string,
): void => {
	writeFileSync(path.join(folder, name.data), asFormatted(results));
	const page = path.join(folder, name.page);
	const text = readFileSync(page, 'utf8');
	const from = text.indexOf(BEGIN);
	const to = text.indexOf(END);
	if (from < 0 || to < from) throw new Error(`${page} has no part that is measured`);
	const shown = describeRun(results, name.data, table);
	writeFileSync(page, `${text.slice(0, from)}${BEGIN}\n${shown}\n${text.slice(to)}`);
};
