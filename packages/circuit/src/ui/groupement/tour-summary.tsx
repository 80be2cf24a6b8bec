import { useFormats, useText } from '@navette/ui';
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
	const { money, weight, moment } = useFormats();
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
		<section className="ci-summary">
			<PhaseChip phase={tour.phase} />
			<span className="ci-next">
				{closing === undefined ? text.isFinal : text.finalOn(moment(closing, now))}
			</span>
			<span className="ci-figures">
				<b>{text.groupsOf(figures.groupsOrdering, figures.groups)}</b>
				<b>{text.orderCount(figures.people)}</b>
				<b>≈ {money(figures.price)}</b>
				<b>{weight(figures.weight)}</b>
			</span>
			<AlertChips bits={figures.alerts} />
		</section>
	);
}
