import { BarChart, useFormats, useText } from '@navette/ui';
import type { ComponentProps } from 'react';
import { type Figures, highestOf, totalOf } from '../../client/index.ts';
import { chartTexts } from './charts-texts.ts';

type Drawing = Pick<
	ComponentProps<typeof BarChart>,
	'layout' | 'mark' | 'unit' | 'formatTick' | 'format' | 'of' | 'controls'
>;

interface Props extends Drawing {
	readonly title: string;
	readonly figures: Figures;
	categoryName(category: string): string;
	seriesName(id: string): string;
	/** The sentence, when a sum would say nothing. */
	readonly sentence?: string;
}

/** Figures as a chart, with the sentence that says them. */
export function FigureChart(props: Props) {
	const { title, figures, categoryName, seriesName, sentence, ...drawing } = props;
	const { format } = drawing;
	const text = useText(chartTexts);
	const highest = highestOf(figures);
	const summary =
		highest === undefined
			? text.nothing
			: (sentence ?? text.sum(format(totalOf(figures)), categoryName(highest))).replace(
					/\.\.$/,
					'.',
				);
	const data = {
		categories: figures.categories.map(categoryName),
		series: figures.series.map(({ id, values }) => ({ name: seriesName(id), values })),
	};
	return <BarChart {...{ title, summary, data }} {...drawing} />;
}

/** `12 juin`, `2025-06`: how the categories of charts are said. */
export function useCategoryNames() {
	const { day } = useFormats();
	return {
		delivery: (livr: string) => day(livr, 'short').replace(/^\p{L}+\.? /u, ''),
		month: (month: string) => `${month.slice(4)}/${month.slice(0, 4)}`,
	};
}
