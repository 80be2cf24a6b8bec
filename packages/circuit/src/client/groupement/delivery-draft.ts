import { type Day, dayOf, startOfDay } from '@navette/core';
import {
	type CalendarEntry,
	checkDates,
	type Delivery,
	defaultArchive,
	deliveryDay,
	type Instant,
	instantOf,
	type Stop,
	shiftLocal,
} from '../../model/index.ts';
import { dayToText, momentToText, textToDay, textToMoment } from './moment-text.ts';

/** A delivery as it is typed: days and moments as fields hold them. */
export interface DeliveryDraft {
	readonly day: string;
	/** `a`–`z` when two tours share a day, or nothing. */
	readonly suffix: string;
	readonly label: string;
	readonly tOuv: string;
	readonly tClo: string;
	readonly tExp: string;
	readonly groups: readonly string[];
}

/** Where a draft takes what is not typed from. */
export interface DraftFacts {
	readonly timeZone: string;
	/** The latest delivery: its offsets, its stops; absent before the first. */
	readonly model?: { readonly livr: string; readonly delivery: Delivery } | undefined;
	/** Groups that may be served. */
	readonly linked: readonly string[];
	/** Where a group is reached when no delivery says it. */
	addressOf(gc: string): string;
}

const DAY = 86_400_000;
const MOMENTS = ['tOuv', 'tClo', 'tExp'] as const;

const daysBetween = (from: number, to: number): number =>
	Math.round((startOfDay(to as Day) - startOfDay(from as Day)) / DAY);

const modelDates = (day: number, { timeZone, model }: DraftFacts) => {
	const from = model && deliveryDay(model.livr);
	if (!model || from === undefined) return undefined;
	const days = daysBetween(from, day);
	const { tOuv, tClo, tExp } = model.delivery;
	return [tOuv, tClo, tExp].map((at) => momentToText(shiftLocal(at, days, timeZone), timeZone));
};

/** Open for two weeks, closed two days before, leaving early. */
const usualDates = (day: number, timeZone: string): string[] =>
	[
		{ before: 16, hour: 8 },
		{ before: 2, hour: 20 },
		{ before: 0, hour: 6 },
	].map(({ before, hour }) => {
		const then = dayOf(startOfDay(day as Day) - before * DAY);
		return momentToText(instantOf({ day: then, hour, minute: 0 }, timeZone), timeZone);
	});

/** A draft for a day: dates and groups as those of the model, failing that usual ones. */
export const draftFor = (day: number, facts: DraftFacts): DeliveryDraft => {
	const [tOuv = '', tClo = '', tExp = ''] =
		modelDates(day, facts) ?? usualDates(day, facts.timeZone);
	const served = facts.model?.delivery.pts;
	return {
		...{ day: dayToText(day), suffix: '', label: facts.model?.delivery.lib ?? '' },
		...{ tOuv, tClo, tExp },
		groups: served ? facts.linked.filter((gc) => served[gc]) : facts.linked,
	};
};

/** A draft whose day changed: its dates follow, unless one of them was typed. */
export const movedDraft = (
	before: DeliveryDraft,
	after: DeliveryDraft,
	facts: DraftFacts,
): DeliveryDraft => {
	const [from, to] = [textToDay(before.day), textToDay(after.day)];
	if (from === undefined || to === undefined) return after;
	const usual = draftFor(from, facts);
	const isTyped = MOMENTS.some((field) => usual[field] !== before[field]);
	if (isTyped) return after;
	const { tOuv, tClo, tExp } = draftFor(to, facts);
	return { ...after, tOuv, tClo, tExp };
};

/** What a delivery that was only announced already says. */
export const draftOfEntry = (entry: CalendarEntry, timeZone: string): DeliveryDraft => ({
	day: dayToText(deliveryDay(entry.livr) ?? 0),
	suffix: entry.livr.slice(8),
	label: entry.lib ?? '',
	tOuv: momentToText(entry.tOuv, timeZone),
	tClo: momentToText(entry.tClo, timeZone),
	tExp: momentToText(entry.tExp, timeZone),
	groups: entry.gcs,
});

/** The code of the delivery typed, when its day is one. */
export const codeOfDraft = ({ day, suffix }: DeliveryDraft): string | undefined => {
	const read = textToDay(day);
	return read === undefined || !/^[a-z]?$/.test(suffix) ? undefined : `${read}${suffix}`;
};

/** The first field that is not possible, and why. */
export interface DraftFault {
	readonly field: 'day' | 'tOuv' | 'tClo' | 'tExp';
	readonly why: 'missing' | 'taken' | 'past' | 'order' | 'departure';
}

/** A draft that can be sent. */
export interface ReadDraft {
	readonly livr: string;
	readonly lib?: string;
	readonly tOuv: Instant;
	readonly tClo: Instant;
	readonly tExp: Instant;
	readonly gcs: readonly string[];
}

/** Reads a draft against the calendar it goes into. `taken`: codes of deliveries that exist. */
export const readDraft = (
	draft: DeliveryDraft,
	calendar: readonly CalendarEntry[],
	{ timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): { readonly draft: ReadDraft } | { readonly fault: DraftFault } => {
	const livr = codeOfDraft(draft);
	const fault = (field: DraftFault['field'], why: DraftFault['why']) => ({ fault: { field, why } });
	if (livr === undefined) return fault('day', 'missing');
	if (calendar.some((one) => one.livr === livr && one.det)) return fault('day', 'taken');
	const [tOuv, tClo, tExp] = MOMENTS.map((field) => textToMoment(draft[field], timeZone));
	if (tOuv === undefined) return fault('tOuv', 'missing');
	if (tClo === undefined) return fault('tClo', 'missing');
	if (tExp === undefined) return fault('tExp', 'missing');
	if (tClo <= now) return fault('tClo', 'past');
	const order = checkDates({ tOuv, tClo, tExp, tArc: defaultArchive(tExp, []), pts: {} });
	if (!order.ok) return fault(order.error.detail?.champ === 'tExp' ? 'tExp' : 'tClo', 'order');
	const others = calendar.filter((one) => one.livr !== livr && one.ann === undefined);
	if (others.some((one) => one.tExp === tExp)) return fault('tExp', 'departure');
	const lib = draft.label.trim();
	return {
		draft: { livr, ...(lib === '' ? {} : { lib }), tOuv, tClo, tExp, gcs: draft.groups },
	};
};

const HOUR = 3_600_000;

const stopOf = (gc: string, index: number, read: ReadDraft, facts: DraftFacts): Stop => {
	const { model, timeZone } = facts;
	const before = model?.delivery.pts[gc];
	const [from, to] = [model && deliveryDay(model.livr), deliveryDay(read.livr)];
	if (!before || from === undefined || to === undefined) {
		const adr = facts.addressOf(gc);
		const tLiv = read.tExp + 3 * HOUR;
		return { tLiv, adrL: adr, tDis: tLiv + HOUR, adrD: adr, ordre: index + 1 };
	}
	const { retire: _retire, finDis, ...kept } = before;
	const days = daysBetween(from, to);
	const shift = (at: Instant) => shiftLocal(at, days, timeZone);
	// A departure moved later pushes the arrival, and what follows it.
	const tLiv = Math.max(shift(kept.tLiv), read.tExp);
	const tDis = Math.max(shift(kept.tDis), tLiv);
	const end = finDis === undefined ? undefined : Math.max(shift(finDis), tDis);
	return { ...kept, tLiv, tDis, ...(end === undefined ? {} : { finDis: end }) };
};

/** The stops of a new delivery: as in the model, failing that three hours after the departure. */
export const stopsOfDraft = (read: ReadDraft, facts: DraftFacts): Record<string, Stop> =>
	Object.fromEntries(read.gcs.map((gc, index) => [gc, stopOf(gc, index, read, facts)]));
