import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { defineMessages } from '../i18n/index.ts';
import { useText } from '../preferences/preferences-context.tsx';
import { type ChartData, type ChartMark, stackedBars } from './chart-data.ts';
import { Legend, Patterns } from './chart-patterns.tsx';
import { ChartTable } from './chart-table.tsx';
import { COLUMNS_HEIGHT, ColumnsPlot } from './columns-plot.tsx';
import { RowsPlot, rowsHeight } from './rows-plot.tsx';
import './chart.css';

const texts = defineMessages({
	fr: { asTable: 'Voir le tableau', asChart: 'Voir le graphique' },
	en: { asTable: 'Show the table', asChart: 'Show the chart' },
});

interface Props {
	readonly title: string;
	/** What the chart says, in a sentence: for everybody, and instead of it for screen readers. */
	readonly summary: string;
	/** What the bars are of: head of the first column of the table. */
	readonly of: string;
	readonly data: ChartData;
	/** Columns over time, or rows of a ranking, whose names may be long. */
	readonly layout?: 'columns' | 'rows' | undefined;
	/** A moment to be seen on the axis of columns. */
	readonly mark?: ChartMark | undefined;
	/** The unit in which marks of the axis are round: 2 for halves. */
	readonly unit?: number | undefined;
	/** What chooses which figures are shown. */
	readonly controls?: ReactNode;
	format(value: number): string;
	/** Marks of the axis, when they are said shorter than the figures. */
	readonly formatTick?: ((value: number) => string) | undefined;
}

/** Until a chart knows how much room it has, px. */
const UNMEASURED = 640;

function Plot({ id, ...props }: Props & { readonly id: string }) {
	const { title, summary, data, layout, mark, unit, format, formatTick = format } = props;
	const { ref, width: measured } = useElementSize<HTMLDivElement>();
	const width = measured || UNMEASURED;
	const height = layout === 'rows' ? rowsHeight(data.categories.length) : COLUMNS_HEIGHT;
	return (
		<div className="nv-chart-plot" ref={ref}>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${summary}`}>
				<Patterns id={id} />
				{layout === 'rows' ? (
					<RowsPlot {...{ id, data, width, format }} />
				) : (
					<ColumnsPlot {...{ id, data, width, unit, mark, formatTick }} />
				)}
			</svg>
			<Legend data={data} id={id} />
		</div>
	);
}

/**
 * Stacked bars with their sentence, and the same figures as a table behind a key. Patterns tell the
 * series apart in grey; nothing moves. Of nothing there is only the sentence.
 */
export function BarChart(props: Props) {
	const text = useText(texts);
	const id = useId();
	const [isTable, setTable] = useState(false);
	const { title, summary, of, data, mark, format, controls } = props;
	const isEmpty = stackedBars(data).length === 0;
	return (
		<figure className="nv-card nv-chart">
			<figcaption>
				<h2 id={`${id}-title`}>{title}</h2>
				<p>{summary}</p>
			</figcaption>
			{controls ? <div className="nv-chart-controls nv-no-print">{controls}</div> : null}
			{isEmpty ? null : isTable ? (
				<ChartTable {...{ title, of, data, mark, format }} />
			) : (
				<Plot {...props} id={id} />
			)}
			{isEmpty ? null : (
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
			)}
		</figure>
	);
}
