import type { Key } from '@navette/model';
import {
	rebuildCalendar,
	rebuildConsumersDirectory,
	rebuildGeneralDirectory,
	rebuildProducersDirectory,
} from '../directory-derivation.ts';
import type { DocumentData, DocumentName } from '../document-types.ts';
import type { Instant } from '../fields.ts';
import type { ConsumerSheet } from '../sheets.ts';
import { distributedParcel } from './baskets.ts';
import { generalCatalogues, tourCatalogue } from './catalogues.ts';
import { type Chance, createChance } from './chance.ts';
import { groupOrders } from './orders.ts';
import {
	type Discrepancy,
	derivedParcel,
	type Parcel,
	type ParcelContext,
	receivedParcel,
	shippedParcel,
} from './parcels.ts';
import { demonstrationProposals } from './proposals.ts';
import { consumerSheets, groupementSheets, groupSheets, producerSheets } from './sheets.ts';
import { groupChat, groupementChat, openDeliveryChat } from './talk.ts';
import { announcedDeliveries, demonstrationTours, type Tour } from './tours.ts';

/** One document of the demonstration. */
export type DemonstrationDocument = {
	[N in DocumentName]: { readonly type: N; readonly key: Key; readonly data: DocumentData[N] };
}[DocumentName];

/** The demonstration: what people wrote, and what follows from it. */
export interface Demonstration {
	/** Sheets, catalogues, deliveries, calendars (announced only), orders, chats. */
	readonly primary: readonly DemonstrationDocument[];
	/** Group orders, cartons, directories, whole calendars: consistent with `primary`. */
	readonly derived: readonly DemonstrationDocument[];
}

type Sheets = ReturnType<typeof createSheets>;

const createSheets = (chance: Chance, now: Instant) => ({
	groups: groupSheets(chance, now),
	groupements: groupementSheets(chance, now),
	producers: producerSheets(chance),
	consumers: consumerSheets(chance),
	catalogues: generalCatalogues(now),
});

const sheetDocuments = (sheets: Sheets): DemonstrationDocument[] => [
	...Object.entries(sheets.groups).map(([gc, data]) => ({
		type: 'FGC' as const,
		key: { gc },
		data,
	})),
	...Object.entries(sheets.groupements).map(([gp, data]) => ({
		type: 'FGP' as const,
		key: { gp },
		data,
	})),
	...Object.entries(sheets.consumers).flatMap(([gc, people]) =>
		Object.entries(people).map(([co, data]) => ({
			type: 'FCO' as const,
			key: { gc, co },
			data,
		})),
	),
	...sheets.producers.map(({ gp, pr, sheet }) => ({
		type: 'FPR' as const,
		key: { gp, pr },
		data: sheet,
	})),
	...Object.entries(sheets.catalogues).map(([gp, data]) => ({
		type: 'CATG' as const,
		key: { gp },
		data,
	})),
];

const directoryDocuments = (sheets: Sheets): DemonstrationDocument[] => [
	{ type: 'RG', key: {}, data: rebuildGeneralDirectory(sheets.groups, sheets.groupements) },
	...Object.entries(sheets.groups).map(([gc, group]) => ({
		type: 'RC' as const,
		key: { gc },
		data: rebuildConsumersDirectory(group, sheets.consumers[gc] ?? {}),
	})),
	...Object.entries(sheets.groupements).map(([gp, groupement]) => ({
		type: 'RP' as const,
		key: { gp },
		data: rebuildProducersDirectory(
			groupement,
			Object.fromEntries(
				sheets.producers.filter((one) => one.gp === gp).map(({ pr, sheet }) => [pr, sheet]),
			),
		),
	})),
];

const calendarDocuments = (tours: readonly Tour[], now: Instant) => {
	const announced = announcedDeliveries(now);
	const primary: DemonstrationDocument[] = [];
	const derived: DemonstrationDocument[] = [];
	for (const gp of ['bocage', 'agrumes'] as const) {
		const data = { livrs: announced[gp] };
		const own = tours.filter((tour) => tour.gp === gp);
		const deliveries = Object.fromEntries(own.map((tour) => [tour.livr, tour.delivery]));
		primary.push({ type: 'CALG', key: { gp }, data });
		derived.push({ type: 'CALG', key: { gp }, data: rebuildCalendar(deliveries, data) });
	}
	for (const { gp, livr, delivery } of tours)
		primary.push({ type: 'LIVRG', key: { gp, livr }, data: delivery });
	return { primary, derived };
};

const initialsOf = (people: Readonly<Record<string, ConsumerSheet>>): Record<string, string> =>
	Object.fromEntries(Object.entries(people).map(([co, sheet]) => [co, sheet.carte.init]));

/** What is short at `dupleix`: a crate of the citrus being unloaded, a chicken of the last tour. */
const discrepanciesOf = ({ tour, gc, catalogue }: ParcelContext, parcel: Parcel): Discrepancy[] => {
	if (gc !== 'dupleix') return [];
	const wanted = { 4: 'Oranges, caisse de 10 kg', 5: 'Poulet fermier' }[Number(tour.phase)];
	const code = Object.keys(parcel.group?.lignes ?? {}).find(
		(one) => catalogue.lignes[one]?.perm.lib === wanted,
	);
	return code === undefined ? [] : [{ code, lost: 1 }];
};

/** Where unloading has begun: the product at fault, and every other one. */
const unloadedSoFar = (parcel: Parcel, discrepancies: readonly Discrepancy[]): string[] =>
	discrepancies.length === 0
		? []
		: Object.keys(parcel.group?.lignes ?? {}).filter(
				(code, index) => index % 2 === 0 || discrepancies.some((one) => one.code === code),
			);

/** A parcel brought to where its tour is at the demonstration's instant. */
const livedParcel = (parcel: Parcel, context: ParcelContext): Parcel => {
	const { phase } = context.tour;
	if (phase < 2) return parcel;
	if (phase === 2) {
		const early = context.gc === 'agora' ? Object.keys(parcel.cartons) : [];
		return shippedParcel(parcel, context, 2, early);
	}
	const shipped = shippedParcel(parcel, context, 3);
	if (phase === 3) return shipped;
	const discrepancies = discrepanciesOf(context, shipped);
	if (phase === 5)
		return distributedParcel(receivedParcel(shipped, context, discrepancies), context);
	return receivedParcel(shipped, context, discrepancies, unloadedSoFar(shipped, discrepancies));
};

const parcelDocuments = (
	{ gp, livr }: Tour,
	gc: string,
	{ orders, group, cartons }: Parcel,
): Demonstration => ({
	primary: Object.entries(orders).map(([co, data]) => ({
		type: 'BCC',
		key: { gc, co, gp, livr },
		data,
	})),
	derived: [
		...(group ? [{ type: 'BCG' as const, key: { gc, gp, livr }, data: group }] : []),
		...Object.entries(cartons).map(([pr, data]) => ({
			type: 'CART' as const,
			key: { gp, pr, livr, gc },
			data,
		})),
	],
});

const tourDocuments = (tour: Tour, sheets: Sheets, chance: Chance, now: Instant): Demonstration => {
	const { gp, livr } = tour;
	const general = sheets.catalogues[gp];
	if (tour.phase === 0 || !general) return { primary: [], derived: [] };
	const catalogue = tourCatalogue(tour, general, now);
	const parts = Object.keys(tour.delivery.pts).map((gc) => {
		const sheet = sheets.groups[gc];
		if (!sheet) throw new Error(`no sheet of ${gc}`);
		const initials = initialsOf(sheets.consumers[gc] ?? {});
		const context = { tour, gc, catalogue, sheet, initials, chance, now };
		const orders = groupOrders(chance, { tour, gc, catalogue }, sheet, now);
		return parcelDocuments(tour, gc, livedParcel(derivedParcel(orders, context), context));
	});
	return {
		primary: [
			{ type: 'CATL', key: { gp, livr }, data: catalogue },
			...parts.flatMap((part) => part.primary),
		],
		derived: parts.flatMap((part) => part.derived),
	};
};

const chatDocuments = (tours: readonly Tour[], now: Instant): DemonstrationDocument[] => {
	const open = tours.find((tour) => tour.phase === 1);
	return [
		...(open
			? [
					{
						type: 'CHL' as const,
						key: { gp: open.gp, livr: open.livr },
						data: openDeliveryChat(now),
					},
				]
			: []),
		{ type: 'CHCO', key: { gc: 'dupleix' }, data: groupChat(now) },
		{ type: 'CHPR', key: { gp: 'bocage' }, data: groupementChat(now) },
	];
};

const proposalDocuments = ({ catalogues }: Sheets, now: Instant): DemonstrationDocument[] => {
	const { bocage } = catalogues;
	const data = bocage && demonstrationProposals(bocage, now);
	return data ? [{ type: 'PROP', key: { gp: 'bocage', pr: '2' }, data }] : [];
};

/**
 * The demonstration data: 2 groupements, 9 producers, 3 groups, 45 consumers, 62 products, and one
 * delivery in each phase 0–5 at `now` (ms). Pure: the same `now` and `seed` give the same data.
 */
export const createDemonstration = (options: {
	readonly now: Instant;
	readonly seed: number;
}): Demonstration => {
	const { now, seed } = options;
	const chance = createChance(seed);
	const sheets = createSheets(chance, now);
	const tours = demonstrationTours(now);
	const calendars = calendarDocuments(tours, now);
	const parts = tours.map((tour) => tourDocuments(tour, sheets, chance, now));
	return {
		primary: [
			...sheetDocuments(sheets),
			...calendars.primary,
			...parts.flatMap((part) => part.primary),
			...chatDocuments(tours, now),
			...proposalDocuments(sheets, now),
		],
		derived: [
			...directoryDocuments(sheets),
			...calendars.derived,
			...parts.flatMap((part) => part.derived),
		],
	};
};
