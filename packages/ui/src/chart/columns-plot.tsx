import { type ChartData, type ChartMark, scaleOf, stackedBars } from './chart-data.ts';
import { Bar } from './chart-patterns.tsx';
import { roomOf, shownNames } from './chart-room.ts';

interface Props {
	readonly id: string;
	readonly data: ChartData;
	/** px */
	readonly width: number;
	/** The unit in which marks of the axis are round. */
	readonly unit?: number | undefined;
	readonly mark?: ChartMark | undefined;
	formatTick(value: number): string;
}

/** Height of every chart of columns, px. */
export const COLUMNS_HEIGHT = 220;
const [BOTTOM, TOP, TOP_WITH_MARK] = [24, 12, 28];
/** A bar is no wider than this, however few there are. */
const WIDEST = 72;

function Mark({ x, width, label }: { x: number; width: number; label: string }) {
	const isLeft = x > width / 2;
	return (
		<g className="nv-chart-mark">
			<path className="nv-chart-halo" d={`M${x} 6V${COLUMNS_HEIGHT - BOTTOM}`} />
			<line x1={x} x2={x} y1={6} y2={COLUMNS_HEIGHT - BOTTOM} />
			<text x={isLeft ? x - 6 : x + 6} y={14} textAnchor={isLeft ? 'end' : 'start'}>
				{label}
			</text>
		</g>
	);
}

/** Stacked columns over an axis of time. */
export function ColumnsPlot({ id, data, width, unit, mark, formatTick }: Props) {
	const { top, ticks } = scaleOf(data, unit);
	const left = Math.max(...ticks.map((tick) => roomOf(formatTick(tick)))) + 16;
	const above = mark ? TOP_WITH_MARK : TOP;
	const y = (value: number) => above + (COLUMNS_HEIGHT - above - BOTTOM) * (1 - value / top);
	const step = (width - left) / Math.max(1, data.categories.length);
	const bar = Math.min(WIDEST, step * 0.7);
	return (
		<>
			{ticks.map((tick) => (
				<g key={tick} className="nv-chart-tick">
					<line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
					<text x={left - 8} y={y(tick) + 4} textAnchor="end">
						{formatTick(tick)}
					</text>
				</g>
			))}
			{shownNames(data.categories, step, left).map(({ at, x, name }) => (
				<text key={at} x={x} y={COLUMNS_HEIGHT - 6} textAnchor="middle">
					{name}
				</text>
			))}
			{stackedBars(data).map(({ category, series, from, to }) => (
				<Bar
					key={`${category}-${series}`}
					{...{ id, series }}
					x={left + (category + 0.5) * step - bar / 2}
					y={y(to)}
					width={bar}
					height={y(from) - y(to)}
				/>
			))}
			{mark ? (
				<Mark x={left + (mark.category + mark.part) * step} width={width} label={mark.label} />
			) : null}
		</>
	);
}
