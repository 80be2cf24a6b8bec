import { defineMessages } from '../i18n/index.ts';
import { useText } from '../preferences/preferences-context.tsx';
import { type ChartData, type ChartMark, sumsOf } from './chart-data.ts';

const texts = defineMessages({ fr: { total: 'Total' }, en: { total: 'Total' } });

interface Props {
	readonly title: string;
	/** Head of the first column. */
	readonly of: string;
	readonly data: ChartData;
	readonly mark?: ChartMark | undefined;
	format(value: number): string;
}

/** The figures of a chart as a table, with their total when there are several series. */
export function ChartTable({ title, of, data, mark, format }: Props) {
	const text = useText(texts);
	const hasTotal = data.series.length > 1;
	const sums = sumsOf(data);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too
		<section className="nv-chart-table" aria-label={title} tabIndex={0}>
			<table>
				<caption className="nv-hidden">{title}</caption>
				<thead>
					<tr>
						<th scope="col">{of}</th>
						{data.series.map(({ name }) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
						{hasTotal ? <th scope="col">{text.total}</th> : null}
					</tr>
				</thead>
				<tbody>
					{data.categories.map((category, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: two categories may read alike
						<tr key={at}>
							<th scope="row">
								{category}
								{mark?.category === at ? <small>{mark.label}</small> : null}
							</th>
							{data.series.map(({ name, values }) => (
								<td key={name}>{format(values[at] ?? 0)}</td>
							))}
							{hasTotal ? <td>{format(sums[at] ?? 0)}</td> : null}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
