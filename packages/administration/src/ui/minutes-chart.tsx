import { Button } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { type Minute, scaleFor, summaryOf } from '../model/index.ts';
import { MinutesTable } from './minutes-table.tsx';
import { adminTexts } from './texts.ts';
import { useIsNarrow } from './use-is-narrow.ts';

const WIDE = 640;
const NARROW = 330;
const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 176;
const TOP = 12;

/** Bars of an hour; the refused part of each is drawn hatched, so that colour is not alone to tell. */
function Bars({ minutes, label }: { minutes: readonly Minute[]; label: string }) {
	const { number, time } = useFormats();
	const hatch = useId();
	const width = useIsNarrow() ? NARROW : WIDE;
	const { top, lines } = scaleFor(Math.max(...minutes.map(({ operations }) => operations)));
	const step = (width - LEFT) / minutes.length;
	const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
	return (
		<svg className="ad-chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
			<defs>
				<pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse">
					<path className="ad-hatch" d="M0 4 4 0" />
				</pattern>
			</defs>
			{[0, ...lines].map((value) => (
				<g key={value}>
					<path className="ad-line" d={`M${LEFT} ${y(value)}H${width}`} />
					<text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
						{number(value)}
					</text>
				</g>
			))}
			{minutes.map(({ at, operations, refused }, index) => {
				const x = LEFT + index * step + 1;
				const size = { x, width: Math.max(1, step - 2) };
				return (
					<g key={at}>
						<rect className="ad-bar" {...size} y={y(operations)} height={BOTTOM - y(operations)} />
						<rect
							{...size}
							fill={`url(#${hatch})`}
							className="ad-bar-refused"
							y={y(refused)}
							height={BOTTOM - y(refused)}
						/>
					</g>
				);
			})}
			{minutes.map(({ at }, index) =>
				index % 15 === 14 ? (
					<text
						key={at}
						x={index === minutes.length - 1 ? width : LEFT + (index + 0.5) * step}
						y={HEIGHT - 6}
						textAnchor={index === minutes.length - 1 ? 'end' : 'middle'}
					>
						{time(at)}
					</text>
				) : null,
			)}
		</svg>
	);
}

/** Operations per minute over an hour: in words, as bars, and as a table behind the same button. */
export function MinutesChart({ minutes }: { minutes: readonly Minute[] }) {
	const text = useText(adminTexts);
	const { number, time } = useFormats();
	const [asTable, setAsTable] = useState(false);
	const { operations, refused, busiest } = summaryOf(minutes);
	const summary = busiest
		? text.chartText(
				text.operations(operations, number(operations)),
				text.refusals(refused, number(refused)),
				number(busiest.operations),
				time(busiest.at),
			)
		: text.chartQuiet;
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-minutes">
			<div className="ad-head">
				<h2 id="ad-minutes">{text.chartTitle}</h2>
				<Button
					variant="default"
					size="sm"
					aria-pressed={asTable}
					leftSection={
						asTable ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />
					}
					onClick={() => setAsTable(!asTable)}
				>
					{asTable ? text.asChart : text.asTable}
				</Button>
			</div>
			<p className="nv-quiet">{summary}</p>
			{asTable ? (
				<MinutesTable minutes={minutes} />
			) : (
				<Bars minutes={minutes} label={`${text.chartTitle}. ${summary}`} />
			)}
		</section>
	);
}
