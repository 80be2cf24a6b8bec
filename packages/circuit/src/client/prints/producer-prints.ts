import {
	amountOf,
	parseProductCode,
	producerOrderTable,
	type Quantity,
} from '../../model/index.ts';
import { amountText, byShelf, nameOf, orderedWeight, permOf } from './print-amounts.ts';
import type { PrintedCarton, Printing } from './print-data.ts';
import type { LabelsPerPage, PrintDocument, PrintLabel, PrintPart } from './print-document.ts';
import { printColumn, printOf, sumOf } from './print-parts.ts';

const numberOf = (code: string): string => parseProductCode(code)?.rp ?? '';

const producersOf = (cartons: readonly PrintedCarton[]): string[] =>
	[...new Set(cartons.map(({ pr }) => pr))].toSorted((a, b) => Number(a) - Number(b));

const text = (quantity: Quantity | undefined, code: string, printing: Printing): string => {
	const perm = permOf(code, printing);
	return amountText(amountOf(perm.mode, quantity), perm, printing);
};

const totalOf = (code: string, own: readonly PrintedCarton[]) => {
	const lines = own.flatMap(({ data }) => data.lignes[numberOf(code)]?.cmd ?? []);
	return { q2: sumOf(lines.map(({ q2 }) => q2)), g: sumOf(lines.map(({ g }) => g)) };
};

/** Groups side by side; more go on in a second table. */
const GROUPS = 6;

const byProduct = (pr: string, own: readonly PrintedCarton[], printing: Printing): PrintPart[] => {
	const { words } = printing;
	const codes = byShelf(
		new Set(own.flatMap(({ data }) => Object.keys(data.lignes).map((rp) => `${pr}.${rp}`))),
		printing,
	);
	const sorted = own.toSorted((a, b) =>
		printing.groupName(a.gc).localeCompare(printing.groupName(b.gc), 'fr'),
	);
	const parts: PrintPart[] = [];
	for (let from = 0; from < sorted.length; from += GROUPS) {
		const groups = sorted.slice(from, from + GROUPS);
		parts.push({
			title: `${printing.producerName(pr)} – ${words.byProduct}`,
			startsPage: from === 0,
			columns: [
				printColumn(words.product, 30),
				printColumn(words.total, 15, 'number'),
				printColumn(words.weight, 21, 'number'),
				...groups.map(({ gc }) => printColumn(printing.groupName(gc), 12, 'number')),
				printColumn(words.done, 8, 'tick'),
			],
			rows: codes.map((code) => {
				const total = totalOf(code, own);
				return {
					cells: [
						nameOf(code, printing),
						text(total, code, printing),
						orderedWeight(total, code, printing),
						...groups.map(({ data }) => text(data.lignes[numberOf(code)]?.cmd, code, printing)),
						'',
					],
				};
			}),
		});
	}
	return parts;
};

const ofGroup = (pr: string, carton: PrintedCarton, printing: Printing): PrintPart => {
	const { words } = printing;
	const codes = byShelf(
		Object.keys(carton.data.lignes).map((rp) => `${pr}.${rp}`),
		printing,
	);
	return {
		title: words.byGroup(printing.groupName(carton.gc)),
		together: true,
		columns: [
			printColumn(words.product, 42),
			printColumn(words.ordered, 18, 'number'),
			printColumn(words.weight, 20, 'number'),
			printColumn(words.shipped, 20, 'box'),
		],
		rows: codes.map((code) => {
			const line = carton.data.lignes[numberOf(code)];
			const { cmd, exp, det = [] } = line ?? {};
			const detail = det.map((one) => `${one.init} ${text(one, code, printing)}`).join(', ');
			const name = nameOf(code, printing);
			return {
				cells: [
					detail === '' ? name : `${name}\n${detail}`,
					text(cmd, code, printing),
					cmd ? orderedWeight(cmd, code, printing) : '',
					text(exp, code, printing),
				],
			};
		}),
	};
};

/** PR7: what each producer prepares: by product with each group's part, then group by group. */
export const preparationSheet = (printing: Printing): PrintDocument => {
	const { cartons, catalogue, groupName } = printing;
	const producers = producersOf(cartons);
	const parts = producers.flatMap((pr) => {
		const own = cartons.filter((one) => one.pr === pr);
		return [...byProduct(pr, own, printing), ...own.map((one) => ofGroup(pr, one, printing))];
	});
	const [only] = producers;
	const byGroup = Object.fromEntries(cartons.map(({ gc, data }) => [gc, data]));
	return printOf('PR7', printing, {
		parts,
		...(producers.length === 1 && only !== undefined
			? { table: producerOrderTable(only, byGroup, catalogue, groupName) }
			: {}),
		...(only !== undefined && producers.length === 1 ? { whose: printing.producerName(only) } : {}),
	});
};

const labelsOf = ({ gc, pr, data }: PrintedCarton, printing: Printing): PrintLabel[] => {
	const { words, formats, livr } = printing;
	const declared = (data.cols ?? []).flatMap(({ n, pb, cons }) =>
		Array.from({ length: n }, () => ({ kind: words.classes[cons], weight: formats.weight(pb) })),
	);
	// A carton that says nothing of its boxes is one box, weighed by hand.
	const boxes = declared.length > 0 ? declared : [{ kind: '', weight: '' }];
	return boxes.map((box, at) => ({
		...{ group: printing.groupName(gc), producer: printing.producerName(pr), ...box },
		delivery: words.delivery(formats.day(livr, 'date')),
		box: words.boxOf(at + 1, boxes.length),
	}));
};

/** PR8: a label for each box, in the order of the stops. */
export const boxLabels = (printing: Printing, perPage: LabelsPerPage): PrintDocument => {
	const order = (gc: string) => printing.delivery.pts[gc]?.ordre ?? 0;
	const sorted = printing.cartons.toSorted(
		(a, b) => order(a.gc) - order(b.gc) || Number(a.pr) - Number(b.pr),
	);
	const items = sorted.flatMap((one) => labelsOf(one, printing));
	const { words } = printing;
	const columns = [
		printColumn(words.groupColumn, 25),
		printColumn(words.producer, 25),
		printColumn(words.boxes, 20),
		printColumn(words.state, 15),
		printColumn(words.weight, 15),
	];
	const rows = items.map(({ group, producer, box, kind, weight }) => ({
		cells: [group, producer, box, kind, weight],
	}));
	const made = printOf('PR8', printing, { parts: [{ columns, rows }] });
	return { ...made, parts: [], labels: { perPage, items } };
};
