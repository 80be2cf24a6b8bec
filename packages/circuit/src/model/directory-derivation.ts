import { visibleContact } from './card.ts';
import type { Calendar, CalendarEntry, Delivery } from './delivery.ts';
import type { ConsumersDirectory, GeneralDirectory, ProducersDirectory } from './directories.ts';
import type { ConsumerSheet, GroupementSheet, GroupSheet, ProducerSheet } from './sheets.ts';

type Cards = GeneralDirectory['gcs'];

const cardsOf = (sheets: Readonly<Record<string, Pick<GroupSheet, 'carte'>>>): Cards =>
	Object.fromEntries(Object.entries(sheets).map(([code, { carte }]) => [code, carte]));

/** RG from the sheets of all groups and groupements, by code. */
export const rebuildGeneralDirectory = (
	groups: Readonly<Record<string, GroupSheet>>,
	groupements: Readonly<Record<string, GroupementSheet>>,
): GeneralDirectory => ({ gcs: cardsOf(groups), gps: cardsOf(groupements) });

/** RG after one sheet was written. */
export const withGeneralCard = (
	directory: GeneralDirectory | null,
	kind: 'gcs' | 'gps',
	code: string,
	sheet: Pick<GroupSheet | GroupementSheet, 'carte'>,
): GeneralDirectory => {
	const base = directory ?? { gcs: {}, gps: {} };
	return { ...base, [kind]: { ...base[kind], [code]: sheet.carte } };
};

/** The entry of a consumer in his group's directory. Rights given never leave the sheet. */
export const consumerEntry = (sheet: ConsumerSheet): ConsumersDirectory['cos'][string] => ({
	carte: sheet.carte,
	contact: sheet.contact,
	conf: sheet.conf,
	st: sheet.st,
});

/** The entry of a producer in his groupement's directory. */
export const producerEntry = (sheet: ProducerSheet): ProducersDirectory['prs'][string] => ({
	carte: sheet.carte,
	contact: sheet.contact,
	conf: sheet.conf,
	rayons: sheet.rayons,
});

/** RC of a group from its sheet and those of its consumers, by `co`; its own contact is public. */
export const rebuildConsumersDirectory = (
	group: GroupSheet,
	consumers: Readonly<Record<string, ConsumerSheet>>,
): ConsumersDirectory => ({
	g: visibleContact(group.contact, group.conf, 0),
	cos: Object.fromEntries(
		Object.entries(consumers).map(([co, sheet]) => [co, consumerEntry(sheet)]),
	),
});

/** RP of a groupement from its sheet and those of its producers, by `pr`. */
export const rebuildProducersDirectory = (
	groupement: GroupementSheet,
	producers: Readonly<Record<string, ProducerSheet>>,
): ProducersDirectory => ({
	g: visibleContact(groupement.contact, groupement.conf, 0),
	prs: Object.fromEntries(
		Object.entries(producers).map(([pr, sheet]) => [pr, producerEntry(sheet)]),
	),
});

/** The calendar entry of a delivery that exists; groups removed from the tour are not in it. */
export const calendarEntryOf = (livr: string, delivery: Delivery): CalendarEntry => ({
	livr,
	...(delivery.lib === undefined ? {} : { lib: delivery.lib }),
	tOuv: delivery.tOuv,
	tClo: delivery.tClo,
	tExp: delivery.tExp,
	tArc: delivery.tArc,
	gcs: Object.keys(delivery.pts)
		.filter((gc) => delivery.pts[gc]?.retire === undefined)
		.toSorted(),
	...(delivery.ann ? { ann: delivery.ann.t } : {}),
	det: true,
});

const byCode = (a: CalendarEntry, b: CalendarEntry): number => (a.livr < b.livr ? -1 : 1);

/** A calendar with an entry added or replaced. */
export const withCalendarEntry = (calendar: Calendar | null, entry: CalendarEntry): Calendar => ({
	livrs: [...(calendar?.livrs ?? []).filter((one) => one.livr !== entry.livr), entry].toSorted(
		byCode,
	),
});

/** A calendar without a delivery. */
export const withoutCalendarEntry = (calendar: Calendar, livr: string): Calendar => ({
	livrs: calendar.livrs.filter((one) => one.livr !== livr),
});

/** A calendar rebuilt from the deliveries that exist, keeping those only announced. */
export const rebuildCalendar = (
	deliveries: Readonly<Record<string, Delivery>>,
	current: Calendar | null,
): Calendar => ({
	livrs: [
		...(current?.livrs ?? []).filter((one) => !one.det && !deliveries[one.livr]),
		...Object.entries(deliveries).map(([livr, delivery]) => calendarEntryOf(livr, delivery)),
	].toSorted(byCode),
});
