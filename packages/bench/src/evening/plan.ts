import type { Evening } from './organisation.ts';

/** One quantity that a consumer writes, in half units. */
export interface Order {
	readonly gc: string;
	readonly co: string;
	readonly prod: string;
	readonly q2: number;
}

/** One screen that somebody looks at. */
export type Screen =
	| { readonly role: 'consumer'; readonly gc: string; readonly co: string }
	| { readonly role: 'animator'; readonly gc: string }
	| { readonly role: 'groupement' }
	| { readonly role: 'producer'; readonly pr: string };

/** Consumers of a group who order in the minute. */
const WRITING = 10;

const at = <T>(all: readonly T[], n: number): T => {
	const found = all[n % all.length];
	if (found === undefined) throw new Error('nothing to choose from');
	return found;
};

/**
 * Who orders what: group after group, each time another of ten consumers; the same product comes
 * again in a group, and later rounds write lines again with another quantity.
 */
export const ordersOf = (evening: Evening, count: number): readonly Order[] => {
	const { groups, consumers, products } = evening;
	return Array.from({ length: count }, (_, n) => {
		const round = Math.floor(n / groups.length);
		return {
			gc: at(groups, n),
			co: at(consumers.slice(0, WRITING), round),
			prod: at(products, n + round * 7),
			q2: 2 * (1 + ((n + round) % 5)),
		};
	});
};

/** Three screens in five of consumers, most others of animators, ten each of those who see all. */
export const screensOf = (evening: Evening, count: number): readonly Screen[] => {
	const { groups, consumers, products } = evening;
	const producers = [...new Set(products.map((code) => code.split('.')[0] ?? ''))];
	const few = Math.max(1, Math.floor(count / 50));
	const animators = Math.floor(count * 0.36);
	return Array.from({ length: count }, (_, n): Screen => {
		if (n < few) return { role: 'groupement' };
		if (n < 2 * few) return { role: 'producer', pr: at(producers, n) };
		if (n < 2 * few + animators) return { role: 'animator', gc: at(groups, n) };
		return { role: 'consumer', gc: at(groups, n * 3), co: at(consumers.slice(0, WRITING), n) };
	});
};

/** What an access to a screen, or to an order form, is called. */
export const nameOf = (screen: Screen): string => {
	if (screen.role === 'consumer') return `CO/${screen.gc}.${screen.co}`;
	if (screen.role === 'animator') return `GC/${screen.gc}`;
	return screen.role === 'producer' ? `PR/bocage.${screen.pr}` : 'GP/bocage';
};

/** Whether a screen shows something of an order. */
export const concerns = (screen: Screen, { gc, prod }: Order): boolean => {
	if (screen.role === 'groupement') return true;
	return screen.role === 'producer' ? prod.startsWith(`${screen.pr}.`) : screen.gc === gc;
};

/** Half units ordered, by document and product: `BCC/gc.co`, `BCG/gc`, `CART/pr.gc`. */
export type Totals = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What must be seen at the end: added up from what was accepted, by no code of the application. */
export const totalsOf = (orders: readonly Order[]): Totals => {
	const lines = new Map<string, Order>();
	for (const one of orders) lines.set(`${one.gc}.${one.co} ${one.prod}`, one);
	const totals: Record<string, Record<string, number>> = {};
	const add = (document: string, prod: string, q2: number) => {
		totals[document] ??= {};
		const products = totals[document];
		products[prod] = (products[prod] ?? 0) + q2;
	};
	for (const { gc, co, prod, q2 } of lines.values()) {
		const [pr = '', rp = ''] = prod.split('.');
		add(`BCC/${gc}.${co}`, prod, q2);
		add(`BCG/${gc}`, prod, q2);
		add(`CART/${pr}.${gc}`, rp, q2);
	}
	return totals;
};
