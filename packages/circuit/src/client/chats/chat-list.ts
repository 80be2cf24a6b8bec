import type { Delivery, Instant } from '../../model/index.ts';
import { phaseOf } from '../../model/index.ts';
import type { ChatPlace } from './chat-place.ts';

/** A delivery that people may talk of. */
export interface TalkedDelivery {
	readonly gp: string;
	readonly livr: string;
	readonly delivery: Delivery;
}

/** Who looks for his chats. */
export interface ChatSeeker {
	readonly usage: string;
	readonly gc?: string;
	readonly gp?: string;
	/** Linked groupements of a group, linked groups of a groupement. */
	readonly gps: readonly string[];
	readonly gcs: readonly string[];
}

const isAlive = ({ delivery }: TalkedDelivery, now: Instant): boolean =>
	delivery.tOuv <= now && now < delivery.tArc && phaseOf(delivery, now) !== 6;

const groupsOf = ({ delivery }: TalkedDelivery): string[] =>
	Object.keys(delivery.pts).filter((gc) => delivery.pts[gc]?.retire === undefined);

/** The chats of one delivery, as a role may read them. */
const placesOf = (seeker: ChatSeeker, one: TalkedDelivery): ChatPlace[] => {
	const { gp, livr } = one;
	const chl: ChatPlace = { type: 'CHL', gp, livr };
	if (seeker.usage === 'PR') return [chl];
	const groups = groupsOf(one);
	const own = seeker.usage === 'GP' ? groups : groups.filter((gc) => gc === seeker.gc);
	if (seeker.usage !== 'GP' && own.length === 0) return [];
	return [chl, ...own.map((gc): ChatPlace => ({ type: 'CHD', gp, livr, gc }))];
};

/** Chats without an end: of the house, then of those that it deals with. */
const lastingPlaces = ({ usage, gc, gp, gps, gcs }: ChatSeeker): ChatPlace[] => {
	if (usage === 'PR' && gp !== undefined) return [{ type: 'CHPR', gp }];
	if (usage === 'GP' && gp !== undefined)
		return [{ type: 'CHPR', gp }, ...gcs.map((one): ChatPlace => ({ type: 'CHCO', gc: one }))];
	if (gc === undefined) return [];
	const partners = usage === 'GC' ? gps.map((one): ChatPlace => ({ type: 'CHPR', gp: one })) : [];
	return [{ type: 'CHCO', gc }, ...partners];
};

/** Every chat of a role: those without an end, then those of living deliveries, the next one first. */
export const chatPlaces = (
	seeker: ChatSeeker,
	deliveries: readonly TalkedDelivery[],
	now: Instant,
): readonly ChatPlace[] => [
	...lastingPlaces(seeker),
	...deliveries
		.filter((one) => isAlive(one, now))
		.toSorted((a, b) => a.livr.localeCompare(b.livr) || a.gp.localeCompare(b.gp))
		.flatMap((one) => placesOf(seeker, one)),
];
