import {
	amountOf,
	type ConsumerOrder,
	type GroupLine,
	type Package,
	type ProposedMove,
	packagesByConsumer,
	proposePackages,
	wantedOf,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** The basket of a consumer for one product. */
export interface Basket {
	readonly co: string;
	/** Packages wanted, and those in it. */
	readonly wanted: number;
	readonly packages: readonly Package[];
	/** First order time. */
	readonly t1: number;
}

/** Where every package of a product is. */
export interface PackageBoard {
	/** Present, in no basket; lightest first. */
	readonly shelf: readonly Package[];
	/** Those who ordered, first ordered first; then those who hold without having ordered. */
	readonly baskets: readonly Basket[];
	/** Declared at loading, not found. */
	readonly missing: readonly Package[];
	readonly bin: readonly Package[];
}

/** The packages of a product (mode UP) of a group and the baskets of its consumers. */
export const packageBoard = (
	code: string,
	line: Pick<GroupLine, 'paq'> | undefined,
	orders: Readonly<Record<string, ConsumerOrder>>,
): PackageBoard => {
	const list = line?.paq ?? [];
	const held = packagesByConsumer(list);
	const baskets = new Map<string, Basket>();
	for (const [co, { lignes }] of Object.entries(orders)) {
		const own = lignes[code];
		if (!own) continue;
		const wanted = amountOf('UP', wantedOf(own)) / 2;
		baskets.set(co, { co, wanted, packages: held[co] ?? [], t1: own.t1 });
	}
	for (const [co, packages] of Object.entries(held))
		if (!baskets.has(co)) baskets.set(co, { co, wanted: 0, packages, t1: Number.MAX_SAFE_INTEGER });
	return {
		shelf: list.filter(({ st, co }) => st === 0 && co === null).toSorted((a, b) => a.g - b.g),
		baskets: [...baskets.values()].toSorted((a, b) => a.t1 - b.t1 || Number(a.co) - Number(b.co)),
		missing: list.filter(({ st }) => st === 1),
		bin: list.filter(({ st }) => st === 2),
	};
};

/** A proposal for the packages on the shelf, shown to people who confirm it as one step. */
export const proposalFor = (
	code: string,
	{ shelf, baskets }: PackageBoard,
	catalogue: OfferedCatalogue,
): ProposedMove[] => {
	const nominal = catalogue.lignes[code]?.act.pn ?? 0;
	const claims = baskets.map(({ co, wanted, packages, t1 }) => {
		const pieces = Math.max(0, wanted - packages.length);
		return { co, pieces, grams: pieces * nominal, t1 };
	});
	return proposePackages(shelf, claims);
};
