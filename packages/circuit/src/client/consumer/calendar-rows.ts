import { consumerClose } from '../../model/index.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { type DeliveryCard, type DeliveryFacts, deliveryCard } from './delivery-cards.ts';

/** One delivery in a calendar, as the consumers of a group live it. Instants are ms. */
export interface CalendarRow extends Pick<DeliveryCard, 'gp' | 'livr' | 'lib' | 'phase' | 'next'> {
	readonly opens: number;
	/** Of the orders of this group's consumers. */
	readonly closes: number;
	readonly pickUp?: NonNullable<DeliveryCard['pickUp']>;
	/** Announced only: its details are not set. */
	readonly announced: boolean;
}

interface Viewer {
	readonly gc: string;
	readonly avance: number;
	readonly now: number;
}

/** The deliveries that serve a group, by day; those that are over are told apart. */
export const calendarRows = (
	facts: readonly DeliveryFacts[],
	viewer: Viewer,
): { readonly coming: readonly CalendarRow[]; readonly past: readonly CalendarRow[] } => {
	const rows = facts
		.filter(({ entry, delivery }) =>
			delivery ? delivery.pts[viewer.gc] !== undefined : entry.gcs.includes(viewer.gc),
		)
		.map((one): CalendarRow & { readonly isOver: boolean } => {
			const { gp, livr, lib, phase, next, pickUp } = deliveryCard(one, viewer);
			const { tOuv, tClo, tArc } = one.delivery ?? one.entry;
			const end = pickUp?.until ?? pickUp?.from ?? tArc;
			return {
				...{ gp, livr, phase, opens: tOuv, closes: consumerClose({ tClo }, viewer.avance) },
				...(lib === undefined ? {} : { lib }),
				...(next ? { next } : {}),
				...(pickUp ? { pickUp } : {}),
				announced: one.delivery === undefined,
				isOver: phase === 6 || end < viewer.now,
			};
		})
		.toSorted((a, b) => a.livr.localeCompare(b.livr) || a.gp.localeCompare(b.gp));
	const strip = ({ isOver: _over, ...row }: (typeof rows)[number]): CalendarRow => row;
	return {
		coming: rows.filter(({ isOver }) => !isOver).map(strip),
		past: rows
			.filter(({ isOver }) => isOver)
			.map(strip)
			.toReversed(),
	};
};

/** Titles of the events of a calendar file, with the name of a groupement. */
export interface EventWords {
	closing(groupement: string): string;
	pickUp(groupement: string): string;
}

const HALF_HOUR = 1_800_000;

/** Closings and distributions of deliveries to come: what a person puts in his own calendar. */
export const calendarEvents = (
	rows: readonly CalendarRow[],
	{ org, gc, now }: { readonly org: string; readonly gc: string; readonly now: number },
	nameOf: (gp: string) => string,
	words: EventWords,
): CalendarEvent[] =>
	rows
		.filter(({ phase }) => phase !== 'X')
		.flatMap(({ gp, livr, closes, pickUp }) => {
			const id = `${org}-${gc}-${gp}-${livr}`;
			const closing: CalendarEvent = {
				...{ uid: `closing-${id}`, from: closes - HALF_HOUR, until: closes },
				title: words.closing(nameOf(gp)),
			};
			return [
				...(closes > now ? [closing] : []),
				...(pickUp
					? [
							{
								...{ uid: `distribution-${id}`, from: pickUp.from, place: pickUp.place },
								...(pickUp.until === undefined ? {} : { until: pickUp.until }),
								title: words.pickUp(nameOf(gp)),
							},
						]
					: []),
			];
		});
