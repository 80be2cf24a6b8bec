import type { Instant } from '../fields.ts';
import { rebuildGroupOrder, withGroupLine } from '../group-order.ts';
import { writeAttributed } from '../order-lines.ts';
import type { ConsumerOrder, GroupLine, GroupOrder, Package } from '../orders.ts';
import { packagesByConsumer, withHeldPackages } from '../packages.ts';
import type { GroupOrders } from './orders.ts';
import { derivationOf, type Parcel, type ParcelContext, refreshedParcel } from './parcels.ts';

/** Packages present, one by one, to those who ordered, the first ordered first. */
const assigned = (list: readonly Package[], code: string, orders: GroupOrders): Package[] => {
	const slots = Object.entries(orders)
		.flatMap(([co, order]) => {
			const line = order.lignes[code];
			return line ? [{ co, t1: line.t1, count: (line.cmd.q2 ?? 0) / 2 }] : [];
		})
		.toSorted((a, b) => a.t1 - b.t1)
		.flatMap(({ co, count }) => Array.from({ length: count }, () => co));
	const present = list.filter((one) => one.st === 0);
	return list.map((one) =>
		one.st === 0 ? { ...one, co: slots[present.indexOf(one)] ?? null } : one,
	);
};

const givenWeights = (orders: GroupOrders, code: string, received: number) => {
	const wanted = Object.entries(orders).flatMap(([co, order]) => {
		const line = order.lignes[code];
		return line ? [{ co, g: line.cmd.g ?? 0 }] : [];
	});
	const total = wanted.reduce((sum, one) => sum + one.g, 0);
	return wanted.map(({ co, g }) => ({ co, g: Math.floor((received * g) / total) }));
};

const give = (
	orders: GroupOrders,
	co: string,
	line: { code: string; amount: number; now: Instant },
	context: ParcelContext,
): GroupOrders => {
	const write = { ...line, author: `GC/${context.gc} Lucie` };
	const result = writeAttributed(orders[co] ?? null, 'dis', write, context);
	if (!result.ok) throw new Error(`demonstration distribution refused: ${result.error.code}`);
	return result.value.order ? { ...orders, [co]: result.value.order } : orders;
};

/** Units to those who ordered them, weights in proportion to what was ordered. */
const givenLoose = (
	orders: GroupOrders,
	code: string,
	line: GroupLine,
	context: ParcelContext,
): GroupOrders => {
	const now = (context.tour.delivery.pts[context.gc]?.tDis ?? context.now) - 3_600_000;
	const isBulk = context.catalogue.lignes[code]?.perm.mode === 'P';
	const shares = isBulk
		? givenWeights(orders, code, line.rec?.g ?? 0).map(({ co, g }) => ({ co, amount: g }))
		: Object.entries(orders).flatMap(([co, order]) => {
				const amount = order.lignes[code]?.cmd.q2;
				return amount === undefined ? [] : [{ co, amount }];
			});
	return shares.reduce(
		(all, { co, amount }) => give(all, co, { code, amount, now }, context),
		orders,
	);
};

const givenPackages = (
	orders: GroupOrders,
	code: string,
	list: readonly Package[],
	{ catalogue }: ParcelContext,
): GroupOrders => {
	const all: GroupOrders = { ...orders };
	for (const [co, held] of Object.entries(packagesByConsumer(list))) {
		const order = withHeldPackages(all[co] ?? null, code, held, catalogue);
		if (order) all[co] = order;
	}
	return all;
};

const distributed = (orders: GroupOrders, group: GroupOrder, context: ParcelContext) => {
	let all = orders;
	const packages: Record<string, Package[]> = {};
	for (const [code, line] of Object.entries(group.lignes)) {
		if (context.catalogue.lignes[code]?.perm.mode === 'UP') {
			const list = assigned(line.paq ?? [], code, all);
			packages[code] = list;
			all = givenPackages(all, code, list, context);
		} else all = givenLoose(all, code, line, context);
	}
	return { all, packages };
};

const pickedUp = (order: ConsumerOrder, co: string, context: ParcelContext): ConsumerOrder => ({
	...order,
	ret: {
		t: (context.tour.delivery.pts[context.gc]?.tDis ?? context.now) + 60_000 * Number(co),
		par: `GC/${context.gc} Lucie`,
		qui: context.initials[co] ?? co,
	},
});

/** The parcel once shared among the consumers; two baskets out of three are already picked up. */
export const distributedParcel = (parcel: Parcel, context: ParcelContext): Parcel => {
	if (!parcel.group) return parcel;
	const base = derivationOf(context);
	const { all, packages } = distributed(parcel.orders, parcel.group, context);
	const orders = Object.fromEntries(
		Object.entries(all).map(([co, order]) => [
			co,
			Number(co) % 3 === 0 || co === '1' ? order : pickedUp(order, co, context),
		]),
	);
	let group = rebuildGroupOrder(Object.values(orders), parcel.group, base);
	for (const [code, paq] of Object.entries(packages))
		group = withGroupLine(group, code, { paq }, base);
	return refreshedParcel({ ...parcel, orders, group }, context);
};
