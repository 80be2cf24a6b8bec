import {
	amountOf,
	type Cells,
	importOrders,
	orderColumns,
	shownNumber,
	type Table,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { ConsumerColumn, OrdersByConsumer } from './consumer-columns.ts';

/** What a file of orders is read against. */
export interface OrderFileFacts {
	readonly gc: string;
	readonly catalogue: OfferedCatalogue;
	readonly columns: readonly ConsumerColumn[];
	readonly orders: OrdersByConsumer;
}

const amountIn = ({ catalogue, orders }: OrderFileFacts, co: string, prod: string): number =>
	amountOf(catalogue.lignes[prod]?.perm.mode ?? 'U', orders.get(co)?.lignes[prod]?.cmd);

/** A name when only one has it; else the code, which the file takes as well. */
const namesOf = (named: readonly (readonly [code: string, name: string])[]) => {
	const codes = new Map<string, string | undefined>();
	for (const [code, name] of named) codes.set(name, codes.has(name) ? undefined : code);
	return new Map(
		named.map(([code, name]) => [code, name !== '' && codes.get(name) === code ? name : code]),
	);
};

/**
 * What is ordered now, as a file that may be changed and taken in again: one line for each consumer and
 * product, weights with their unit. Decimals with a comma: both languages read them.
 */
export const orderFileTable = (facts: OrderFileFacts): Table => {
	const { catalogue, columns } = facts;
	const people = namesOf(columns.map(({ co, name }) => [co, name] as const));
	const products = namesOf(
		Object.entries(catalogue.lignes).map(([code, { perm }]) => [code, perm.lib] as const),
	);
	const rows = columns.flatMap(({ co }) =>
		Object.entries(catalogue.lignes).flatMap(([code, { perm }]) => {
			const amount = amountIn(facts, co, code);
			if (amount === 0) return [];
			const written =
				perm.mode === 'P' ? `${amount} g` : String(shownNumber(amount, 'halves')).replace('.', ',');
			return [[people.get(co) ?? co, products.get(code) ?? code, written]];
		}),
	);
	return { columns: orderColumns, rows };
};

/** One quantity of a file beside what is ordered now: halves, or grams in mode P. */
export interface OrderFileChange {
	readonly co: string;
	readonly prod: string;
	readonly before: number;
	readonly after: number;
}

/** What a file of orders changes, by the code of its lines (`co prod`). */
export const orderFileChanges = (
	cells: Cells,
	facts: OrderFileFacts,
): ReadonlyMap<string, OrderFileChange> => {
	const consumers = new Map(facts.columns.map(({ co, name }) => [co, name] as const));
	const ordered = (co: string, prod: string) => amountIn(facts, co, prod);
	const { quantities } = importOrders(cells, {
		...{ gc: facts.gc, catalogue: facts.catalogue, consumers, ordered },
	});
	return new Map(
		quantities.map(({ co, prod, amount }) => [
			`${co} ${prod}`,
			{ co, prod, before: ordered(co, prod), after: amount },
		]),
	);
};
