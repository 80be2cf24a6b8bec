import {
	alertsFor,
	type Calendar,
	type Delivery,
	type GroupOrder,
	type Instant,
	type NextDate,
	nextDate,
	type OrderSynthesis,
	type Phase,
	phaseForGroup,
	totalSynthesis,
} from '../../model/index.ts';

/** A delivery in the timeline of a group. */
export interface DeliveryEntry {
	readonly gp: string;
	readonly livr: string;
	readonly label?: string;
	readonly phase: Phase;
	readonly next?: NextDate;
	/** Consumers who have an order. */
	readonly people: number;
	readonly synthesis: OrderSynthesis;
	/** Where the truck stops, and where consumers collect. */
	readonly places?: { readonly delivery: string; readonly distribution: string };
	/** Reason of a cancellation. */
	readonly cancelled?: string;
	/** Only announced in the calendar: its dates are known, nothing else. */
	readonly announced?: true;
}

interface Keyed<Data> {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Data;
}

/** What is known of one groupement: its deliveries, and the group's orders by delivery code. */
export interface GroupementSource {
	readonly gp: string;
	readonly deliveries: Iterable<Keyed<Delivery>>;
	readonly orders: ReadonlyMap<string, GroupOrder>;
	readonly calendar?: Calendar;
}

const entryOf = (
	gp: string,
	{ key, data }: Keyed<Delivery>,
	order: GroupOrder | undefined,
	gc: string,
	now: Instant,
): DeliveryEntry | undefined => {
	const stop = data.pts[gc];
	if (!stop || (stop.retire !== undefined && !order)) return undefined;
	const next = nextDate(data, gc, now);
	const synthesis = totalSynthesis(order ?? null);
	return {
		gp,
		livr: key.livr ?? '',
		...(data.lib === undefined ? {} : { label: data.lib }),
		phase: phaseForGroup(data, gc, now),
		...(next ? { next } : {}),
		people: order?.tot.nco ?? 0,
		synthesis: { ...synthesis, alerts: alertsFor('GC', synthesis.alerts) },
		places: { delivery: stop.adrL, distribution: stop.adrD },
		...(data.ann ? { cancelled: data.ann.raison } : {}),
	};
};

/** Deliveries of a calendar that are only announced to a group and not over. */
const announcedEntries = (
	gp: string,
	calendar: Calendar | undefined,
	gc: string,
	now: Instant,
): DeliveryEntry[] =>
	(calendar?.livrs ?? [])
		.filter((one) => !one.det && one.ann === undefined && one.gcs.includes(gc) && one.tOuv > now)
		.map((one) => ({
			...{ gp, livr: one.livr, phase: 0, people: 0, announced: true },
			...(one.lib === undefined ? {} : { label: one.lib }),
			next: { date: 'tOuv', at: one.tOuv },
			synthesis: totalSynthesis(null),
		}));

/** The deliveries that serve a group, in all its groupements, next date first. */
export const deliveryEntries = (
	groupements: readonly GroupementSource[],
	gc: string,
	now: Instant,
): DeliveryEntry[] =>
	groupements
		.flatMap(({ gp, deliveries, orders, calendar }) => [
			...[...deliveries].flatMap((one) => {
				const entry = entryOf(gp, one, orders.get(one.key.livr ?? ''), gc, now);
				return entry ? [entry] : [];
			}),
			...announcedEntries(gp, calendar, gc, now),
		])
		.sort((a, b) => (a.next?.at ?? 0) - (b.next?.at ?? 0) || a.livr.localeCompare(b.livr));

/** Parts of the timeline, in the order in which they ask for attention. */
export const TIMELINE = ['open', 'here', 'coming', 'planned', 'past'] as const;
export type TimelinePart = (typeof TIMELINE)[number];

/** open: orders run; here: at the group; coming: prepared or on the road; then planned, then past. */
export const timelinePart = (phase: Phase): TimelinePart => {
	switch (phase) {
		case 0:
			return 'planned';
		case 1:
			return 'open';
		case 2:
		case 3:
			return 'coming';
		case 4:
		case 5:
			return 'here';
		default:
			return 'past';
	}
};

/** The timeline: parts that have deliveries; the past starts with the latest. */
export const timelineOf = (
	entries: readonly DeliveryEntry[],
): { part: TimelinePart; entries: DeliveryEntry[] }[] =>
	TIMELINE.map((part) => {
		const own = entries.filter((entry) => timelinePart(entry.phase) === part);
		return {
			part,
			entries: part === 'past' ? own.sort((a, b) => b.livr.localeCompare(a.livr)) : own,
		};
	}).filter(({ entries: own }) => own.length > 0);
