import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { defineMessages } from '../i18n/index.ts';
import { useText } from '../preferences/preferences-context.tsx';
import { type ChartData, scaleOf, stackedBars } from './chart-data.ts';
import './chart.css';

const texts = defineMessages({
	fr: { asTable: 'Voir le tableau', asChart: 'Voir le graphique', total: 'Total' },
	en: { asTable: 'Show the table', asChart: 'Show the chart', total: 'Total' },
});

interface Props {
	readonly title: string;
	/** What the chart says, in a sentence: for everybody, and instead of it for screen readers. */
	readonly summary: string;
	/** What the bars are of: head of the first column of the table. */
	readonly of: string;
	readonly data: ChartData;
	format(value: number): string;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 240, 128, 28, 12];
/** A bar is no wider than this, however few there are. */
const WIDEST = 72;

/** As much of a name as holds under a bar: the table has it whole. */
const shortName = (name: string, room: number): string => {
	const letters = Math.max(4, Math.floor(room / 8));
	return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`;
};

/** Series that a pattern tells apart without colour. */
const PATTERNS = 6;

function Patterns({ id }: { readonly id: string }) {
	const lines = ['', 'M0 8L8 0', 'M0 0L8 8', 'M0 4H8', 'M4 0V8', 'M0 4H8M4 0V8'];
	return (
		<defs>
			{lines.map((path, at) => (
				<pattern
					key={path}
					id={`${id}-${at}`}
					width="8"
					height="8"
					patternUnits="userSpaceOnUse"
					className="nv-chart-pattern"
					data-series={at}
				>
					<rect width="8" height="8" />
					{path === '' ? null : <path d={path} />}
				</pattern>
			))}
		</defs>
	);
}

function Bars({ data, format, id }: Pick<Props, 'data' | 'format'> & { readonly id: string }) {
	const { top, ticks } = scaleOf(data);
	const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
	const step = (WIDTH - LEFT) / Math.max(1, data.categories.length);
	const width = Math.min(WIDEST, step * 0.7);
	return (
		<>
			{ticks.map((tick) => (
				<g key={tick} className="nv-chart-tick">
					<line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
					<text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
						{format(tick)}
					</text>
				</g>
			))}
			{data.categories.map((category, at) => (
				<text key={category} x={LEFT + (at + 0.5) * step} y={HEIGHT - 8} textAnchor="middle">
					{data.categories.length > 8 && at % 2 === 1 ? '' : shortName(category, step)}
				</text>
			))}
			{stackedBars(data).map(({ category, series, from, to }) => (
				<rect
					key={`${category}-${series}`}
					className="nv-chart-bar"
					data-series={series % PATTERNS}
					fill={`url(#${id}-${series % PATTERNS})`}
					x={LEFT + (category + 0.5) * step - width / 2}
					width={width}
					y={y(to)}
					height={y(from) - y(to)}
				/>
			))}
		</>
	);
}

function Legend({ data, id }: { readonly data: ChartData; readonly id: string }) {
	if (data.series.length < 2) return null;
	return (
		<ul className="nv-chart-legend" aria-hidden>
			{data.series.map(({ name }, at) => (
				<li key={name}>
					<svg width="18" height="18" aria-hidden="true">
						<rect
							className="nv-chart-bar"
							data-series={at % PATTERNS}
							width="18"
							height="18"
							fill={`url(#${id}-${at % PATTERNS})`}
						/>
					</svg>
					{name}
				</li>
			))}
		</ul>
	);
}

function ChartTable({ title, of, data, format }: Omit<Props, 'summary'>) {
	const text = useText(texts);
	const hasTotal = data.series.length > 1;
	return (
		<div className="nv-chart-table">
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
					{data.categories.map((category, at) => {
						const values = data.series.map((one) => one.values[at] ?? 0);
						return (
							<tr key={category}>
								<th scope="row">{category}</th>
								{values.map((value, series) => (
									<td key={data.series[series]?.name}>{format(value)}</td>
								))}
								{hasTotal ? <td>{format(values.reduce((a, b) => a + b, 0))}</td> : null}
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

/**
 * Stacked bars with their sentence, and the same figures as a table behind a key. Patterns tell the
 * series apart in grey; nothing moves.
 */
export function BarChart({ title, summary, of, data, format }: Props) {
	const text = useText(texts);
	const id = useId();
	const [isTable, setTable] = useState(false);
	return (
		<figure className="nv-card nv-chart">
			<figcaption>
				<h2 id={`${id}-title`}>{title}</h2>
				<p>{summary}</p>
			</figcaption>
			{isTable ? (
				<ChartTable {...{ title, of, data, format }} />
			) : (
				<>
					<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${summary}`}>
						<Patterns id={id} />
						<Bars {...{ data, format, id }} />
					</svg>
					<Legend data={data} id={id} />
				</>
			)}
			<Button
				variant="default"
				className="nv-no-print"
				leftSection={
					isTable ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />
				}
				aria-describedby={`${id}-title`}
				onClick={() => setTable(!isTable)}
			>
				{isTable ? text.asChart : text.asTable}
			</Button>
		</figure>
	);
}
