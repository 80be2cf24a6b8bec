import {
	alertsFor,
	type Delivery,
	type GroupOrder,
	type Instant,
	type NextDate,
	type Phase,
	phaseForGroup,
	phaseOf,
} from '../../model/index.ts';

/** A stop of a tour: one group, and where its delivery stands. */
export interface TourStop {
	readonly gc: string;
	readonly phase: Phase;
	readonly retired: boolean;
}

/** A delivery as its groupement sees it. */
export interface Tour {
	readonly gp: string;
	readonly livr: string;
	readonly label?: string;
	readonly phase: Phase;
	readonly next?: NextDate;
	/** In the order of the tour. */
	readonly stops: readonly TourStop[];
	readonly cancelled?: string;
}

interface Keyed<Data> {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Data;
}

const nextOf = (delivery: Delivery, now: Instant): NextDate | undefined => {
	const dates = [
		{ date: 'tOuv', at: delivery.tOuv },
		{ date: 'tClo', at: delivery.tClo },
		{ date: 'tExp', at: delivery.tExp },
		{ date: 'tArc', at: delivery.tArc },
	] as const;
	return delivery.ann ? undefined : dates.find(({ at }) => at > now);
};

const stopsOf = (delivery: Delivery, now: Instant): TourStop[] =>
	Object.entries(delivery.pts)
		.sort(([, a], [, b]) => a.ordre - b.ordre)
		.map(([gc, stop]) => ({
			gc,
			phase: phaseForGroup(delivery, gc, now),
			retired: stop.retire !== undefined,
		}));

/** One tour at an instant. */
export const tourOf = ({ key, data }: Keyed<Delivery>, now: Instant): Tour => {
	const next = nextOf(data, now);
	return {
		gp: key.gp ?? '',
		livr: key.livr ?? '',
		...(data.lib === undefined ? {} : { label: data.lib }),
		phase: phaseOf(data, now),
		...(next ? { next } : {}),
		stops: stopsOf(data, now),
		...(data.ann ? { cancelled: data.ann.raison } : {}),
	};
};

/** Columns of the board of tours, in the order of a tour's life. */
export const BOARD = ['planned', 'open', 'closed', 'shipped', 'past'] as const;
export type BoardColumn = (typeof BOARD)[number];

const columnOf = (phase: Phase): BoardColumn => {
	switch (phase) {
		case 0:
			return 'planned';
		case 1:
			return 'open';
		case 2:
			return 'closed';
		case 3:
			return 'shipped';
		default:
			return 'past';
	}
};

/** Tours by phase; the past starts with the latest. Every column is there, empty or not. */
export const boardOf = (tours: readonly Tour[]): Record<BoardColumn, Tour[]> => {
	const board: Record<BoardColumn, Tour[]> = {
		planned: [],
		open: [],
		closed: [],
		shipped: [],
		past: [],
	};
	for (const tour of [...tours].sort((a, b) => a.livr.localeCompare(b.livr)))
		board[columnOf(tour.phase)].push(tour);
	board.past.reverse();
	return board;
};

/** Figures of a tour over its groups. */
export interface TourFigures {
	readonly groups: number;
	readonly groupsOrdering: number;
	/** Consumers' orders. */
	readonly people: number;
	/** Gross grams. */
	readonly weight: number;
	/** Cents, estimated. */
	readonly price: number;
	/** Alert bits that a groupement is shown. */
	readonly alerts: number;
}

/** Adds the orders of the groups of a tour. */
export const tourFigures = (
	stops: readonly TourStop[],
	orders: Iterable<Pick<GroupOrder, 'tot'>>,
): TourFigures => {
	const figures = { groupsOrdering: 0, people: 0, weight: 0, price: 0, alerts: 0 };
	for (const { tot } of orders) {
		figures.groupsOrdering += tot.nref > 0 ? 1 : 0;
		figures.people += tot.nco;
		figures.weight += tot.pb;
		figures.price += tot.px;
		figures.alerts |= tot.al;
	}
	return {
		...figures,
		alerts: alertsFor('GP', figures.alerts),
		groups: stops.filter((stop) => !stop.retired).length,
	};
};
