import type { ChartData } from './chart-data.ts';

const LINES = ['', 'M0 8L8 0', 'M0 0L8 8', 'M0 4H8', 'M4 0V8', 'M0 4H8M4 0V8'];

/** Which pattern a series has: they tell series apart without colour. */
const patternOf = (series: number): number => series % LINES.length;

/** The patterns of a chart, to be drawn once in it. */
export function Patterns({ id }: { readonly id: string }) {
	return (
		<defs>
			{LINES.map((path, at) => (
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

interface BarProps {
	readonly id: string;
	readonly series: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** One bar, in the pattern of its series. */
export function Bar({ id, series, ...box }: BarProps) {
	const at = patternOf(series);
	const thin = box.width < 6;
	return (
		<rect
			className="nv-chart-bar"
			data-series={at}
			data-thin={thin || undefined}
			fill={`url(#${id}-${at})`}
			{...box}
		/>
	);
}

/** Which pattern is which series; nothing for one alone. */
export function Legend({ data, id }: { readonly data: ChartData; readonly id: string }) {
	if (data.series.length < 2) return null;
	return (
		<ul className="nv-chart-legend" aria-hidden>
			{data.series.map(({ name }, at) => (
				<li key={name}>
					<svg width="18" height="18" aria-hidden="true">
						<Bar id={id} series={at} x={0} y={0} width={18} height={18} />
					</svg>
					{name}
				</li>
			))}
		</ul>
	);
}
