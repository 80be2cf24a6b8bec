import { type ChartData, stackedBars, sumsOf } from './chart-data.ts';
import { Bar } from './chart-patterns.tsx';
import { roomOf, shortened } from './chart-room.ts';

interface Props {
	readonly id: string;
	readonly data: ChartData;
	/** px */
	readonly width: number;
	format(value: number): string;
}

const ROW = 42;

/** Height of a chart of so many rows, px. */
export const rowsHeight = (count: number): number => count * ROW;

/** A ranking: each row has its name above its bar, at full length, and its value beside it. */
export function RowsPlot({ id, data, width, format }: Props) {
	const sums = sumsOf(data);
	const top = Math.max(1, ...sums);
	const x = (value: number) => (value / top) * (width - 2) + 1;
	return (
		<>
			{data.categories.map((name, at) => {
				const value = format(sums[at] ?? 0);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name while theirs load
					<g key={at}>
						<text className="nv-chart-name" x={0} y={at * ROW + 15}>
							{shortened(name, width - roomOf(value) - 12)}
						</text>
						<text x={width} y={at * ROW + 15} textAnchor="end">
							{value}
						</text>
					</g>
				);
			})}
			{stackedBars(data).map(({ category, series, from, to }) => (
				<Bar
					key={`${category}-${series}`}
					{...{ id, series }}
					x={x(from)}
					y={category * ROW + 21}
					width={x(to) - x(from)}
					height={13}
				/>
			))}
		</>
	);
}
