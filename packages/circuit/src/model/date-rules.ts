import type { Delivery } from './delivery.ts';
import type { Instant } from './fields.ts';
import type { Phase } from './phases.ts';

/** A change of one date or place: `gc` names the stop for those of a stop. */
export type DateChange =
	| { readonly field: 'tOuv' | 'tClo' | 'tExp' | 'tArc'; readonly to: Instant }
	| { readonly field: 'tLiv' | 'tDis' | 'finDis'; readonly gc: string; readonly to: Instant }
	| { readonly field: 'adrL' | 'adrD'; readonly gc: string; readonly to: string };

/** What the rules must know besides the delivery. */
export interface DateFacts {
	readonly now: Instant;
	readonly role: 'GP' | 'GC';
	/** A carton of the delivery is in progress, ready or loaded. */
	readonly cartonStarted: boolean;
	/** A basket of the group was picked up. */
	readonly basketPicked: boolean;
	/** `tExp` of the other deliveries of the groupement. */
	readonly otherExpeditions: readonly Instant[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Notice given to people who have not ordered yet, before an earlier closing. */
export const CLOSING_NOTICE = 12 * HOUR;
/** The archive is never later than this after `tExp`. */
export const MAX_DAYS_BEFORE_ARCHIVE = 90;

type Check = (delivery: Delivery, to: number, facts: DateFacts) => boolean;
type Row = Readonly<Partial<Record<Phase, Readonly<Partial<Record<'GP' | 'GC', Check>>>>>>;

const free: Check = () => true;
const byGp = { GP: free };
const byBoth = { GP: free, GC: free };

const closeOpen: Check = (delivery, to, { now }) =>
	to >= delivery.tClo || to >= now + CLOSING_NOTICE;
const reopen: Check = (delivery, to, { now, cartonStarted }) =>
	to > now && to <= delivery.tExp && !cartonStarted;
const archiveLater: Check = (delivery, to) =>
	to > delivery.tArc && to <= delivery.tExp + MAX_DAYS_BEFORE_ARCHIVE * DAY;
const notPicked = { GC: ((_d, _to, facts) => !facts.basketPicked) satisfies Check };

const arrival: Row = { 0: byGp, 1: byGp, 2: byGp, 3: byGp };
const distribution: Row = {
	0: byBoth,
	1: byBoth,
	2: byBoth,
	3: { GC: free },
	4: notPicked,
	5: notPicked,
};

/** Who may change which date in which phase, and on what condition. */
export const dateTable: Readonly<Record<DateChange['field'], Row>> = {
	tOuv: { 0: byGp },
	tClo: { 0: byGp, 1: { GP: closeOpen }, 2: { GP: reopen } },
	tExp: { 0: byGp, 1: byGp, 2: { GP: (_delivery, to, { now }) => to >= now } },
	tLiv: arrival,
	adrL: arrival,
	tDis: distribution,
	finDis: distribution,
	adrD: distribution,
	tArc: {
		0: byGp,
		1: byGp,
		2: byGp,
		3: byGp,
		4: { GP: archiveLater },
		5: { GP: archiveLater },
	},
};
