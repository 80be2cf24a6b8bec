import {
	alertBits,
	alertNames,
	alertsFor,
	amountOf,
	type GroupLine,
	groupLineAlerts,
	groupOrderTable,
	isSome,
	parseProductCode,
} from '../../model/index.ts';
import {
	amountText,
	byShelf,
	nameOf,
	orderedWeight,
	permOf,
	quantityText,
} from './print-amounts.ts';
import type { PrintedGroup, Printing } from './print-data.ts';
import type { PrintDocument, PrintPart } from './print-document.ts';
import { printColumn, printOf } from './print-parts.ts';

const producerIn = (code: string): string => parseProductCode(code)?.pr ?? '';

const producersOf = ({ order }: PrintedGroup): string[] =>
	[...new Set(Object.keys(order?.lignes ?? {}).map(producerIn))].toSorted(
		(a, b) => Number(a) - Number(b),
	);

/** Title of a part of one group; the group is said when there are several. */
const titled = (title: string, { name }: PrintedGroup, { groups }: Printing): string =>
	groups.length > 1 ? `${name} – ${title}` : title;

const codesOf = (group: PrintedGroup, pr: string, printing: Printing): string[] =>
	byShelf(
		Object.keys(group.order?.lignes ?? {}).filter((code) => producerIn(code) === pr),
		printing,
	);

/** PR6: what is expected of each producer, with boxes to count and weigh. */
export const unloadingSheet = (printing: Printing): PrintDocument => {
	const { words, groups, catalogue } = printing;
	const columns = [
		printColumn(words.product, 32),
		printColumn(words.ordered, 14, 'number'),
		printColumn(words.shipped, 14, 'number'),
		printColumn(words.weight, 20, 'number'),
		printColumn(words.counted, 10, 'box'),
		printColumn(words.weighedBox, 10, 'box'),
	];
	const parts = groups.flatMap((group) =>
		producersOf(group).map(
			(pr): PrintPart => ({
				title: titled(printing.producerName(pr), group, printing),
				...{ columns, tall: true, together: true },
				rows: codesOf(group, pr, printing).flatMap((code) => {
					const line = group.order?.lignes[code];
					if (!line || !(isSome(line.att) || line.exp)) return [];
					const shipped = line.exp ? quantityText(line.exp, code, printing) : '–';
					const weight = orderedWeight(line.att, code, printing);
					const ordered = quantityText(line.att, code, printing);
					return [{ cells: [nameOf(code, printing), ordered, shipped, weight, '', ''] }];
				}),
			}),
		),
	);
	const [only] = groups;
	return printOf('PR6', printing, {
		parts,
		...(groups.length === 1 && only ? { table: groupOrderTable(only.order, catalogue) } : {}),
	});
};

/** Boxes of one row of the weighing sheet. */
const BOXES = 5;

/** PR10: one empty box for each package to weigh, by product and group. */
export const weighingSheet = (printing: Printing): PrintDocument => {
	const { words, catalogue, groups, cartons, formats } = printing;
	const wanted = (gc: string): readonly (readonly [code: string, halves: number])[] => {
		const order = groups.find((one) => one.gc === gc)?.order;
		if (order) return Object.entries(order.lignes).map(([code, { att }]) => [code, att.q2]);
		return cartons
			.filter((one) => one.gc === gc)
			.flatMap(({ pr, data }) =>
				Object.entries(data.lignes).map(([rp, { cmd }]) => [`${pr}.${rp}`, cmd.q2] as const),
			);
	};
	const parts = groups.flatMap((group) => {
		const packed = new Map(
			wanted(group.gc).filter(([code]) => catalogue.lignes[code]?.perm.mode === 'UP'),
		);
		return byShelf(packed.keys(), printing).flatMap((code): PrintPart[] => {
			const count = Math.ceil((packed.get(code) ?? 0) / 2);
			if (count === 0) return [];
			const rows = Array.from({ length: Math.ceil(count / BOXES) }, (_, row) => ({
				cells: Array.from({ length: BOXES }, (_unused, at) => {
					const box = row * BOXES + at + 1;
					return box <= count ? `${box}` : '';
				}),
			}));
			return [
				{
					title: titled(nameOf(code, printing), group, printing),
					about: words.packagesOf(formats.number(count)),
					columns: Array.from({ length: BOXES }, () => printColumn('', 100 / BOXES, 'box')),
					...{ rows, tall: true, together: true },
				},
			];
		});
	});
	return printOf('PR10', printing, { parts });
};

/** Alerts of a line that say that figures do not agree. */
const DISAGREE = alertBits(
	...(['FRUSTR', 'PAQ', 'REPART', 'EXCES', 'PERTE', 'PAQE'] as const),
	...(['PAQR', 'NONDECL', 'NONCMD', 'ORPH'] as const),
);

const gapOf = (line: GroupLine, code: string, printing: Printing): string => {
	const perm = permOf(code, printing);
	const found = amountOf(perm.mode, line.rec);
	const gap = line.rec ? found - amountOf(perm.mode, line.exp ?? line.att) : 0;
	if (gap === 0) return '';
	return `${gap > 0 ? '+' : '−'}\u00a0${amountText(Math.abs(gap), perm, printing)}`;
};

/** PR12: lines of which what was ordered, shipped, received and given do not agree. */
export const discrepancies = (
	printing: Printing,
	alertWord: (name: ReturnType<typeof alertNames>[number]) => string,
): PrintDocument => {
	const { words, groups, catalogue, tolerance, delivery, now } = printing;
	const columns = [
		printColumn(words.product, 25),
		printColumn(words.ordered, 12, 'number'),
		printColumn(words.shipped, 12, 'number'),
		printColumn(words.received, 12, 'number'),
		printColumn(words.distributed, 12, 'number'),
		printColumn(words.gap, 11, 'number'),
		printColumn(words.alert, 16),
	];
	const rowsOf = (group: PrintedGroup, pr: string) =>
		codesOf(group, pr, printing).flatMap((code) => {
			const line = group.order?.lignes[code];
			if (!line) return [];
			const arrived = now >= (delivery.pts[group.gc]?.tLiv ?? Number.POSITIVE_INFINITY);
			const all = groupLineAlerts(line, catalogue.lignes[code], tolerance, arrived);
			const bits = alertsFor(printing.reader, all) & DISAGREE;
			const gap = gapOf(line, code, printing);
			if (bits === 0 && gap === '' && line.rem === undefined) return [];
			const said = [...alertNames(bits).map(alertWord), ...(line.rem ? [`« ${line.rem} »`] : [])];
			const text = (quantity: GroupLine['exp'] | GroupLine['rec']) =>
				quantity ? quantityText(quantity, code, printing) : '–';
			return [
				{
					cells: [
						...[nameOf(code, printing), text({ ...line.att, np: 0 }), text(line.exp)],
						...[text(line.rec), text({ ...line.dis, np: 0 }), gap, said.join('\n')],
					],
				},
			];
		});
	const parts = groups.flatMap((group) =>
		producersOf(group).flatMap((pr): PrintPart[] => {
			const rows = rowsOf(group, pr);
			if (rows.length === 0) return [];
			return [{ title: titled(printing.producerName(pr), group, printing), columns, rows }];
		}),
	);
	return printOf('PR12', printing, {
		parts,
		...(parts.length === 0 ? { note: words.nothingFound } : {}),
	});
};
