/** Figures of a chart and of its table: one value of each series for each category, 0 or more. */
export interface ChartData {
	readonly categories: readonly string[];
	readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** One bar: which category and series (by position), from which value to which. */
export interface StackedBar {
	readonly category: number;
	readonly series: number;
	readonly from: number;
	readonly to: number;
}

/** A moment on the axis: which category, how far into it (0–1), and what happens then. */
export interface ChartMark {
	readonly category: number;
	readonly part: number;
	readonly label: string;
}

/** The bars of each category on top of each other; no bar for nothing. */
export const stackedBars = ({ categories, series }: ChartData): StackedBar[] =>
	categories.flatMap((_, category) => {
		let from = 0;
		return series.flatMap(({ values }, at): StackedBar[] => {
			const value = values[category] ?? 0;
			if (value <= 0) return [];
			const bar = { category, series: at, from, to: from + value };
			from += value;
			return [bar];
		});
	});

/** What each category comes to, over all series. */
export const sumsOf = ({ categories, series }: ChartData): number[] =>
	categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));

/** The next of 1, 2 or 5 times a power of ten. */
const niceStep = (wanted: number): number => {
	const power = 10 ** Math.floor(Math.log10(wanted));
	const factor = [1, 2, 5, 10].find((one) => one * power >= wanted) ?? 10;
	return factor * power;
};

/**
 * Top of the axis and its marks, four or so, round in the unit that is shown (`2` for halves); never
 * below 1.
 */
export const scaleOf = (
	data: ChartData,
	unit = 1,
): { readonly top: number; readonly ticks: number[] } => {
	const highest = Math.max(1, ...sumsOf(data));
	const step = Math.max(1, Math.round(niceStep(highest / 4 / unit) * unit));
	const count = Math.ceil(highest / step);
	return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
};
