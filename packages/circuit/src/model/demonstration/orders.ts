import { GROUP_ITSELF } from '../codes.ts';
import type { Instant } from '../fields.ts';
import { writeOrdered } from '../order-lines.ts';
import type { ConsumerOrder } from '../orders.ts';
import { consumerClose } from '../phases.ts';
import type { CatalogueLine, DeliveryCatalogue } from '../product.ts';
import type { GroupSheet } from '../sheets.ts';
import type { Chance } from './chance.ts';
import type { Tour } from './tours.ts';

const HOUR = 3_600_000;

/** Orders of a group for a tour, by `co`. */
export type GroupOrders = Record<string, ConsumerOrder>;

const amountOf = (chance: Chance, { perm }: CatalogueLine): number => {
	if (perm.mode === 'P') return (perm.pas ?? 1) * chance.integer(1, 4);
	if (perm.emb === 'caisse') return chance.pick([1, 1, 1, 2, 2, 4]);
	if (perm.demi) return chance.pick([1, 2, 2, 4]);
	return 2 * chance.pick([1, 1, 1, 2, 2, 3]);
};

interface Ordering {
	readonly tour: Tour;
	readonly catalogue: DeliveryCatalogue;
	readonly gc: string;
}

const write = (
	order: ConsumerOrder | null,
	where: Ordering,
	line: { code: string; amount: number; author: string; now: Instant },
	byAnimator = false,
): ConsumerOrder | null => {
	const written = writeOrdered(order, line, where, byAnimator);
	if (!written.ok) throw new Error(`demonstration order refused: ${written.error.code}`);
	return written.value.order;
};

/** Faithful consumers never miss a delivery, nor these products: there is always something to see. */
const FAITHFUL: readonly string[] = ['2', '3'];
const FAVOURITES: readonly string[] = ['Poulet fermier', 'Oranges, caisse de 10 kg'];

const isFaithfulTo = (co: string, line: CatalogueLine): boolean =>
	FAITHFUL.includes(co) && FAVOURITES.includes(line.perm.lib);

/** Minutes before the closing in which many remember. */
const LAST_EVENING = 20 * 60;

/**
 * When somebody begins to order, minutes after the opening, from one even draw: two people out of five
 * wait for the last hours, as everywhere.
 */
const beginning = (draw: number, span: number): number =>
	draw % 5 < 2 && span > LAST_EVENING ? span - (draw % LAST_EVENING) : draw;

const consumerOrder = (
	chance: Chance,
	where: Ordering,
	co: string,
	window: { from: Instant; to: Instant; isClosed: boolean },
): ConsumerOrder | null => {
	const offered = Object.entries(where.catalogue.lignes).filter(([, line]) => line.act.dispo > 0);
	const picked = new Set(chance.some(offered, chance.integer(3, Math.min(11, offered.length))));
	const chosen = offered.filter((one) => picked.has(one) || isFaithfulTo(co, one[1]));
	const span = Math.floor((window.to - window.from) / 60_000) - chosen.length;
	const draw = chance.integer(0, span);
	const start = window.from + (window.isClosed ? beginning(draw, span) : draw) * 60_000;
	let order: ConsumerOrder | null = null;
	for (const [index, [code, line]] of chosen.entries()) {
		const now = start + index * 60_000;
		const author = `CO/${where.gc}.${co}`;
		order = write(order, where, { code, amount: amountOf(chance, line), author, now });
	}
	return order;
};

/** Before the closing the animator put the missing halves on the group itself. */
const roundHalves = (orders: GroupOrders, where: Ordering, now: Instant): GroupOrders => {
	let own: ConsumerOrder | null = null;
	for (const [code, { perm }] of Object.entries(where.catalogue.lignes)) {
		const halves = Object.values(orders).reduce(
			(sum, order) => sum + (order.lignes[code]?.cmd.q2 ?? 0),
			0,
		);
		if (perm.par !== 2 || halves % 2 === 0) continue;
		own = write(own, where, { code, amount: 1, author: `GC/${where.gc} Lucie`, now }, true);
	}
	return own ? { [GROUP_ITSELF]: own, ...orders } : orders;
};

/**
 * What the people of a group ordered for a tour: most of them once it is closed, fewer while it is
 * still open. None before the opening.
 */
export const groupOrders = (
	chance: Chance,
	where: Ordering,
	sheet: GroupSheet,
	now: Instant,
): GroupOrders => {
	const { tour, gc } = where;
	if (tour.phase === 0) return {};
	const close = consumerClose(tour.delivery, sheet.par.avance);
	const to = Math.min(now, close) - HOUR;
	const window = { from: tour.delivery.tOuv, to, isClosed: now >= close };
	const orders: GroupOrders = {};
	for (let number = 2; number <= 16; number += 1) {
		const co = String(number);
		if (!chance.percent(tour.phase === 1 ? 60 : 80) && !FAITHFUL.includes(co)) continue;
		const order = consumerOrder(chance, where, co, window);
		if (order) orders[co] = order;
	}
	return tour.phase === 1
		? orders
		: roundHalves(orders, { ...where, gc }, tour.delivery.tClo - HOUR);
};
