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

const useTourFigures = ({ view: { groups }, tour: { stops } }: Props) =>
	useMemo(
		() =>
			tourFigures(
				stops,
				groups.flatMap(({ order }) => (order ? [order] : [])),
			),
		[stops, groups],
	);

/** The tour in one line of a phone. */
export function TourLine(props: Props) {
	const text = useText(tourTexts);
	const { money } = useFormats();
	const { people, price } = useTourFigures(props);
	return (
		<>
			<PhaseChip phase={props.tour.phase} />
			{text.orderCount(people)} · ≈ {money(price)}
		</>
	);
}

/** Where the tour stands, how sure its quantities are, and its figures. */
export function TourSummary({ view, tour }: Props) {
	const text = useText(tourTexts);
	const { money, weight, moment } = useFormats();
	const { now } = view;
	const figures = useTourFigures({ view, tour });
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
