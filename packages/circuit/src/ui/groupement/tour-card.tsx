import { Chip, ScreenLink, Stat, Stats, useFormats, useText, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	documentsOf,
	type Tour,
	type TourFigures,
	type TourStop,
	tourFigures,
} from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { PhaseTrack } from '../parts/phase-track.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { tourHeadTexts } from './parts/tour-texts.ts';
import { tourTexts } from './texts.ts';

interface Props {
	readonly tour: Tour;
	groupName(gc: string): string;
	readonly now: number;
}

/** The orders of a tour, live; nothing is asked of tours without orders yet or long past. */
function useTourFigures(tour: Tour): TourFigures | undefined {
	const isLive = tour.phase !== 0 && tour.phase !== 6 && tour.phase !== 'X';
	const view = useThread(isLive ? `CMDGP/${tour.gp}.${tour.livr}` : undefined);
	const orders = documentsOf(view, 'BCG');
	const { stops } = tour;
	return useMemo(
		() =>
			isLive && view.status === 'ready'
				? tourFigures(
						stops,
						[...orders.values()].map((one) => one.data),
					)
				: undefined,
		[isLive, view.status, stops, orders],
	);
}

function Figures({ figures }: { readonly figures: TourFigures }) {
	const text = useText(tourTexts);
	const { number, money, weight } = useFormats();
	return (
		<>
			<Stats>
				<Stat name={text.people} value={number(figures.people)} />
				<Stat name={text.amount} value={`≈ ${money(figures.price)}`} />
				<Stat name={text.weight} value={weight(figures.weight)} />
			</Stats>
			<p>
				<strong>{text.groupsOf(figures.groupsOrdering, figures.groups)}</strong>
			</p>
			<AlertChips bits={figures.alerts} />
		</>
	);
}

/** One tour: where it stands, its groups, how much. */
export function TourCard({ tour, groupName, now }: Props) {
	const text = useText(tourTexts);
	const head = useText(tourHeadTexts);
	const { day } = useFormats();
	const words = usePhaseWords();
	const figures = useTourFigures(tour);
	const served = tour.stops.filter((stop) => !stop.retired);
	const stopText = ({ gc, phase }: TourStop) =>
		tour.phase === 3 ? text.stopAt(groupName(gc), words.phase(phase)) : groupName(gc);
	return (
		<li className="nv-card ci-card">
			<PhaseTrack phase={tour.phase} />
			<div className="ci-card-head">
				<h3>
					<ScreenLink to={`deliveries/${tour.gp}/${tour.livr}/orders`} className="ci-card-link">
						{day(tour.livr)}
					</ScreenLink>
					{tour.label ? <small>{tour.label}</small> : null}
				</h3>
				<PhaseChip phase={tour.phase} />
			</div>
			{tour.next ? <p className="ci-next">{words.next(tour.next, now)}</p> : null}
			{tour.cancelled ? <Chip tone="danger">{text.cancelled(tour.cancelled)}</Chip> : null}
			{figures ? <Figures figures={figures} /> : null}
			<p className="nv-quiet cg-stops">{served.map(stopText).join(' → ')}</p>
			<p className="cg-card-links">
				{(['delivery', 'catalogue', 'loading'] as const).map((page) => (
					<ScreenLink
						key={page}
						to={`deliveries/${tour.gp}/${tour.livr}${page === 'delivery' ? '' : `/${page}`}`}
						aria-label={`${head[page]}, ${day(tour.livr)}`}
					>
						{head[page]}
					</ScreenLink>
				))}
			</p>
		</li>
	);
}
