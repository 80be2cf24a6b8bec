import {
	amountOf,
	type ConsumerOrder,
	column,
	consumerOrderTable,
	dueOf,
	orderMatrixTable,
	type Quantity,
	type Table,
} from '../../model/index.ts';
import {
	byShelf,
	consumersByName,
	type DueLine,
	dueLine,
	nameOf,
	permOf,
	quantityText,
	sumText,
} from './print-amounts.ts';
import type { Printing } from './print-data.ts';
import type { PrintDocument, PrintPart } from './print-document.ts';
import { printColumn, printOf, sumOf } from './print-parts.ts';

const linesOf = (order: ConsumerOrder, printing: Printing): DueLine[] =>
	byShelf(Object.keys(order.lignes), printing).flatMap((code) => {
		const line = order.lignes[code];
		return line ? [dueLine(code, line, printing)] : [];
	});

const totalOf = (lines: readonly DueLine[]) => ({
	px: sumOf(lines.map(({ figures }) => figures.px)),
	est: lines.some(({ figures }) => figures.est),
});

/** The orders of all consumers as one table, each row with whose it is. */
const allOrders = (printing: Printing): Table => {
	const tables = consumersByName(printing).map((co) => ({
		name: printing.consumerName(co),
		table: consumerOrderTable(printing.orders[co] ?? null, printing.catalogue),
	}));
	const columns = consumerOrderTable(null, printing.catalogue).columns;
	return {
		columns: [column('co', 'text', 'Consommateur', 'Consumer'), ...columns],
		rows: tables.flatMap(({ name, table }) => table.rows.map((row) => [name, ...row])),
	};
};

/** PR2: a slip for each consumer, to cut out. */
export const orderSlips = (printing: Printing): PrintDocument => {
	const { words, formats, catalogue } = printing;
	const columns = [
		printColumn(words.product, 40),
		printColumn(words.quantity, 15, 'number'),
		printColumn(words.weight, 18, 'number'),
		printColumn(words.price, 12, 'number'),
		printColumn(words.amount, 15, 'number'),
	];
	const parts = consumersByName(printing).map((co): PrintPart => {
		const lines = linesOf(printing.orders[co] ?? { lignes: {}, tot: NO_TOTAL }, printing);
		const { px, est } = totalOf(lines);
		const rows = lines.map(({ code, quantity, weight, figures }) => {
			const pu = catalogue.lignes[code]?.act.pu;
			const price = pu === undefined ? '' : formats.money(pu);
			return {
				cells: [
					nameOf(code, printing),
					quantity,
					weight,
					price,
					sumText(figures.px, figures.est, printing),
				],
			};
		});
		const total = { total: true, cells: [words.total, '', '', '', sumText(px, est, printing)] };
		return { title: printing.consumerName(co), columns, rows: [...rows, total], together: true };
	});
	return printOf('PR2', printing, { parts, note: words.notPayment, table: allOrders(printing) });
};

const NO_TOTAL = { nref: 0, pb: 0, px: 0, est: false, al: 0 };

/** PR3: one basket a row, with the signature of who takes it. */
export const distributionByConsumer = (printing: Printing): PrintDocument => {
	const { words } = printing;
	const columns = [
		printColumn(words.consumer, 20),
		printColumn(words.lines, 46),
		printColumn(words.amount, 13, 'number'),
		printColumn(words.signature, 21, 'sign'),
	];
	const rows = consumersByName(printing).map((co) => {
		const lines = linesOf(printing.orders[co] ?? { lignes: {}, tot: NO_TOTAL }, printing);
		const { px, est } = totalOf(lines);
		const said = lines
			.filter(({ quantity }) => quantity !== '')
			.map(({ code, quantity, weight }) => {
				const name = nameOf(code, printing);
				const { mode } = permOf(code, printing);
				if (mode === 'P') return `${name}\u00a0: ${weight}`;
				return mode === 'U'
					? `${name}\u00a0: ${quantity}`
					: `${name}\u00a0: ${quantity} (${weight})`;
			});
		return { cells: [printing.consumerName(co), said.join('\n'), sumText(px, est, printing), ''] };
	});
	return printOf('PR3', printing, {
		parts: [{ columns, rows, tall: true }],
		...{ note: words.notPayment, table: allOrders(printing) },
	});
};

/** PR4: a card for each product: who gets how much. */
export const distributionByProduct = (printing: Printing): PrintDocument => {
	const { words, orders } = printing;
	const columns = [
		printColumn(words.consumer, 42),
		printColumn(words.quantity, 18, 'number'),
		printColumn(words.weight, 24, 'number'),
		printColumn(words.given, 16, 'tick'),
	];
	const consumers = consumersByName(printing);
	const codes = new Set(consumers.flatMap((co) => Object.keys(orders[co]?.lignes ?? {})));
	const parts = byShelf(codes, printing).map((code): PrintPart => {
		const rows = consumers.flatMap((co) => {
			const line = orders[co]?.lignes[code];
			const due = line && dueLine(code, line, printing);
			return due && due.quantity !== ''
				? [{ cells: [printing.consumerName(co), due.quantity, due.weight, ''] }]
				: [];
		});
		const order = printing.groups[0]?.order?.lignes[code];
		const about = `${words.total}\u00a0: ${quantityText(order?.dis.q2 || order?.dis.g ? order.dis : order?.att, code, printing)}`;
		return { title: nameOf(code, printing), about, columns, rows, together: true };
	});
	return printOf('PR4', printing, {
		parts: parts.filter(({ rows }) => rows.length > 0),
		table: orderMatrixTable(orders, printing.catalogue, printing.consumerName),
	});
};

/** Consumers side by side on one sheet. */
const MATRIX_COLUMNS = 18;

/** PR5: products × consumers; as many sheets side by side as there are consumers for. */
export const orderMatrix = (printing: Printing): PrintDocument => {
	const { words, orders } = printing;
	const consumers = consumersByName(printing);
	const codes = byShelf(
		new Set(consumers.flatMap((co) => Object.keys(orders[co]?.lignes ?? {}))),
		printing,
	);
	const short = (co: string, code: string): string => {
		const line = orders[co]?.lignes[code];
		if (!line) return '';
		const { est } = dueLine(code, line, printing).figures;
		const figure = matrixFigure(dueOf(line), code, printing);
		return est && figure !== '' && isBulk(code, printing) ? `≈${figure}` : figure;
	};
	const parts: PrintPart[] = [];
	for (let from = 0; from < consumers.length; from += MATRIX_COLUMNS) {
		const own = consumers.slice(from, from + MATRIX_COLUMNS);
		const isOne = consumers.length <= MATRIX_COLUMNS;
		parts.push({
			...(isOne ? {} : { title: words.columnsOf(from + 1, from + own.length, consumers.length) }),
			startsPage: from > 0,
			columns: [
				printColumn(words.product, 46),
				{ ...printColumn(words.total, 13, 'number'), upright: true },
				...own.map((co) => ({
					...printColumn(printing.consumerName(co), 11, 'number'),
					upright: true,
				})),
			],
			rows: codes.map((code) => ({
				cells: [
					isBulk(code, printing) ? `${nameOf(code, printing)} (kg)` : nameOf(code, printing),
					matrixFigure(printing.groups[0]?.order?.lignes[code]?.att, code, printing),
					...own.map((co) => short(co, code)),
				],
			})),
		});
	}
	return printOf('PR5', printing, {
		...{ parts, landscape: true, note: words.matrixNote },
		table: orderMatrixTable(orders, printing.catalogue, printing.consumerName),
	});
};

const isBulk = (code: string, printing: Printing): boolean => permOf(code, printing).mode === 'P';

/** In a narrow cell: crates and pieces go without saying, weights are in kilos as the row says. */
const matrixFigure = (quantity: Quantity | undefined, code: string, printing: Printing): string => {
	const { mode } = permOf(code, printing);
	const amount = amountOf(mode, quantity);
	if (amount === 0) return '';
	return mode === 'P'
		? printing.formats.number(amount / 1000, 2)
		: printing.formats.quantity(amount);
};
