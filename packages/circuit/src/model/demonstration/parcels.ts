import { type ConsumerShare, rebuildCarton, refreshCarton, writeCarton } from '../carton.ts';
import { productCode } from '../codes.ts';
import type { Instant } from '../fields.ts';
import { rebuildGroupOrder, withGroupLine } from '../group-order.ts';
import type { Carton, GroupOrder, Package } from '../orders.ts';
import { applyCartonChange } from '../packages.ts';
import type { CatalogueLine, DeliveryCatalogue } from '../product.ts';
import type { GroupSheet } from '../sheets.ts';
import type { Chance } from './chance.ts';
import type { GroupOrders } from './orders.ts';
import type { Tour } from './tours.ts';

/** A group's part of a tour, as it goes through its life. */
export interface Parcel {
	readonly orders: GroupOrders;
	readonly group: GroupOrder | null;
	/** By producer. */
	readonly cartons: Readonly<Record<string, Carton>>;
}

/** What a parcel is made from. */
export interface ParcelContext {
	readonly tour: Tour;
	readonly gc: string;
	readonly catalogue: DeliveryCatalogue;
	readonly sheet: GroupSheet;
	/** Initials of the consumers, by `co`. */
	readonly initials: Readonly<Record<string, string>>;
	readonly chance: Chance;
	readonly now: Instant;
}

/** What prices and judges the documents of a parcel. */
export const derivationOf = ({ catalogue, sheet }: ParcelContext) => ({
	catalogue,
	tolerance: sheet.par,
});

const sharesOf = (orders: GroupOrders, context: ParcelContext): ConsumerShare[] =>
	Object.entries(orders).map(([co, order]) => {
		const init = context.sheet.par.detPr ? context.initials[co] : undefined;
		return { order, ...(init === undefined ? {} : { init }) };
	});

/** The group's order and the cartons, derived from the consumers' orders. */
export const derivedParcel = (orders: GroupOrders, context: ParcelContext): Parcel => {
	const base = derivationOf(context);
	const group = rebuildGroupOrder(Object.values(orders), null, base);
	const shares = sharesOf(orders, context);
	const made = context.tour.producers.flatMap((pr): [string, Carton][] => {
		const carton = rebuildCarton(shares, null, { ...base, pr, group });
		return carton ? [[pr, carton]] : [];
	});
	return { orders, group, cartons: Object.fromEntries(made) };
};

/** A weight within ±3 % of what was wanted. */
const about = (chance: Chance, grams: number): number =>
	grams + Math.floor((grams * chance.integer(-30, 30)) / 1_000);

const packagesOf = (context: ParcelContext, code: string, count: number) => {
	const { act } = context.catalogue.lignes[code] ?? {};
	return Array.from({ length: count }, (_, index) => ({
		id: `${context.gc}-${code.replace('.', '-')}-${index + 1}`,
		g: Math.floor(((act?.pn ?? 1_000) * context.chance.integer(930, 1_080)) / 1_000),
	}));
};

const shippedOf = (carton: Carton, pr: string, context: ParcelContext) => {
	const mark = {
		t: context.tour.delivery.tExp - 8 * 3_600_000,
		par: `PR/${context.tour.gp}.${pr}`,
	};
	const exp: Record<string, NonNullable<Carton['lignes'][string]['exp']>> = {};
	const paq: Record<string, { id: string; g: number }[]> = {};
	for (const [rp, { cmd }] of Object.entries(carton.lignes)) {
		const code = productCode(pr, rp);
		const mode = context.catalogue.lignes[code]?.perm.mode ?? 'U';
		if (mode === 'P') exp[rp] = { g: about(context.chance, cmd.g), ...mark };
		else exp[rp] = { q2: cmd.q2, ...mark };
		if (mode === 'UP') paq[rp] = packagesOf(context, code, cmd.q2 / 2);
	}
	return { write: { exp, paq }, mark };
};

/** The parcel once the producers `ready` packed theirs, in the given state (2 ready, 3 loaded). */
export const shippedParcel = (
	parcel: Parcel,
	context: ParcelContext,
	etat: 2 | 3,
	ready: readonly string[] = Object.keys(parcel.cartons),
): Parcel => {
	const base = derivationOf(context);
	let group = parcel.group;
	const cartons: Record<string, Carton> = { ...parcel.cartons };
	for (const [pr, carton] of Object.entries(parcel.cartons)) {
		if (!ready.includes(pr)) continue;
		const { write, mark } = shippedOf(carton, pr, context);
		const after = writeCarton(carton, { ...write, etat }, { ...base, pr, group });
		group = applyCartonChange(carton, after, group, { ...base, pr, ...mark });
		if (after) cartons[pr] = after;
	}
	return { ...parcel, group, cartons };
};

/** Something that went wrong in the truck, to be settled by the group. */
export interface Discrepancy {
	readonly code: string;
	/** Whole units (packages, crates) that were shipped and not received. */
	readonly lost: number;
}

const receivedLine = (
	group: GroupOrder,
	code: string,
	product: CatalogueLine,
	lost: number,
	mark: { t: Instant; par: string },
) => {
	const line = group.lignes[code];
	const shipped = line?.exp ?? { q2: 0, g: 0 };
	const packages = line?.paq;
	const rec =
		product.perm.mode === 'P' ? { g: shipped.g, ...mark } : { q2: shipped.q2 - 2 * lost, ...mark };
	const kept = (packages?.length ?? 0) - lost;
	const paq = packages?.map(
		(one, index): Package => (index < kept ? one : { ...one, st: 1, ...mark }),
	);
	return { rec, ...(paq ? { paq } : {}) };
};

/** The parcel once `codes` are unloaded: what was shipped is received, but for the discrepancies. */
export const receivedParcel = (
	parcel: Parcel,
	context: ParcelContext,
	discrepancies: readonly Discrepancy[],
	codes: readonly string[] = Object.keys(parcel.group?.lignes ?? {}),
): Parcel => {
	const base = derivationOf(context);
	const stop = context.tour.delivery.pts[context.gc];
	const mark = { t: (stop?.tLiv ?? context.now) + 1_800_000, par: `GC/${context.gc} Lucie` };
	let group = parcel.group;
	for (const code of codes) {
		const product = context.catalogue.lignes[code];
		if (!group || !product) continue;
		const lost = discrepancies.find((one) => one.code === code)?.lost ?? 0;
		const owned = receivedLine(group, code, product, lost, mark);
		group = withGroupLine(group, code, owned, base);
	}
	return refreshedParcel({ ...parcel, group }, context);
};

/** Cartons judged again from what the group found. */
export const refreshedParcel = (parcel: Parcel, context: ParcelContext): Parcel => {
	const base = derivationOf(context);
	const cartons = Object.entries(parcel.cartons).flatMap(([pr, carton]): [string, Carton][] => {
		const after = refreshCarton(carton, { ...base, pr, group: parcel.group });
		return after ? [[pr, after]] : [];
	});
	return { ...parcel, cartons: Object.fromEntries(cartons) };
};
