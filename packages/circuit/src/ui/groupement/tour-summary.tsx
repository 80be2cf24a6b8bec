import { Stat, Stats, useFormats, useText } from '@navette/ui';
import { useMemo } from 'react';
import { type Tour, tourFigures } from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { tourTexts } from './texts.ts';
import type { TourView } from './use-tour.ts';

interface Props {
	readonly view: TourView;
	readonly tour: Tour;
}

/** Where the tour stands, how sure its quantities are, and its figures. */
export function TourSummary({ view, tour }: Props) {
	const text = useText(tourTexts);
	const { number, money, weight, moment } = useFormats();
	const { groups, now } = view;
	const figures = useMemo(
		() =>
			tourFigures(
				tour.stops,
				groups.flatMap(({ order }) => (order ? [order] : [])),
			),
		[tour.stops, groups],
	);
	const closing = tour.next?.date === 'tClo' ? tour.next.at : undefined;
	return (
		<section className="cg-summary">
			<p className="cg-standing">
				<PhaseChip phase={tour.phase} />
				<span className="cg-next">
					{closing === undefined ? text.isFinal : text.finalOn(moment(closing, now))}
				</span>
			</p>
			<Stats>
				<Stat
					name={text.groups}
					value={`${number(figures.groupsOrdering)} / ${number(figures.groups)}`}
				/>
				<Stat name={text.people} value={number(figures.people)} />
				<Stat name={text.amount} value={`≈ ${money(figures.price)}`} />
				<Stat name={text.weight} value={weight(figures.weight)} />
			</Stats>
			<AlertChips bits={figures.alerts} />
		</section>
	);
}
