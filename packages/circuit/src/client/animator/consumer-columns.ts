import {
	type ConsumerOrder,
	type ConsumersDirectory,
	GROUP_ITSELF,
	type OrderSynthesis,
	orderSynthesis,
} from '../../model/index.ts';

/** A consumer as a column of the group's order, with the synthesis of what he ordered. */
export interface ConsumerColumn {
	readonly co: string;
	/** Empty for the group itself and for somebody the directory does not know. */
	readonly name: string;
	readonly initials: string;
	/** `co = 1`: stock, leftovers and rounding of the group itself. */
	readonly itself: boolean;
	/** 0 active, 1 orders blocked, 2 access blocked, 9 left. */
	readonly status: number;
	readonly synthesis: OrderSynthesis;
}

/** Orders by consumer. */
export type OrdersByConsumer = ReadonlyMap<string, ConsumerOrder>;

/** The orders of a delivery by consumer, out of documents with their keys. */
export const ordersByConsumer = (
	documents: ReadonlyMap<
		string,
		{ readonly key: Readonly<Record<string, string>>; readonly data: ConsumerOrder }
	>,
): OrdersByConsumer =>
	new Map([...documents.values()].map(({ key, data }) => [key.co ?? '', data] as const));

const byNumber = (a: string, b: string): number => Number(a) - Number(b);

/**
 * Columns: the group itself first, then its consumers by name. Somebody who left stays as long as he
 * has an order; somebody unknown to the directory who ordered is shown by his number.
 */
export const consumerColumns = (
	directory: ConsumersDirectory | undefined,
	orders: OrdersByConsumer,
	language: string,
): ConsumerColumn[] => {
	const known = directory?.cos ?? {};
	const codes = new Set([GROUP_ITSELF, ...Object.keys(known), ...orders.keys()]);
	const columns = [...codes]
		.filter((co) => co === GROUP_ITSELF || known[co]?.st !== 9 || orders.has(co))
		.map((co): ConsumerColumn => {
			const itself = co === GROUP_ITSELF;
			return {
				co,
				name: itself ? '' : (known[co]?.carte.nom ?? ''),
				initials: itself ? '' : (known[co]?.carte.init ?? co),
				itself,
				status: known[co]?.st ?? 0,
				synthesis: orderSynthesis(orders.get(co) ?? null),
			};
		});
	const collator = new Intl.Collator(language);
	return columns.sort(
		(a, b) =>
			Number(b.itself) - Number(a.itself) ||
			collator.compare(a.name, b.name) ||
			byNumber(a.co, b.co),
	);
};

/** Who ordered in a delivery and who did not yet: active consumers only, without the group itself. */
export const participation = (
	columns: readonly ConsumerColumn[],
): { ordered: ConsumerColumn[]; missing: ConsumerColumn[] } => {
	const people = columns.filter((one) => !one.itself);
	return {
		ordered: people.filter((one) => one.synthesis.references > 0),
		missing: people.filter((one) => one.synthesis.references === 0 && one.status === 0),
	};
};
