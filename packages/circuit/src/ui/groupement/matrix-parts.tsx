import type { Formats } from '@navette/ui';
import { IconCircleHalf2 } from '@tabler/icons-react';
import type { GroupColumn, TourRow } from '../../client/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import type { SheetCell, SheetColumn, SheetItem } from '../parts/sheet/sheet.ts';
import type { TourTexts } from './texts.ts';

/** Rows under the name of their producer, with his amount. */
export const matrixItems = (
	rows: readonly TourRow[],
	producerName: (pr: string) => string,
	formats: Formats,
): SheetItem<TourRow>[] =>
	[...Map.groupBy(rows, (row) => row.pr)].flatMap(([pr, own]) => [
		{
			kind: 'section' as const,
			id: `producer ${pr}`,
			title: (
				<>
					{producerName(pr)}{' '}
					<span className="nv-quiet">
						{formats.money(own.reduce((sum, row) => sum + row.price, 0))}
					</span>
				</>
			),
		},
		...own.map((row) => ({ kind: 'row' as const, id: row.code, row })),
	]);

/** Total and amount, then the groups in the order of the tour. */
export const matrixColumns = (
	groups: readonly GroupColumn[],
	text: TourTexts,
	formats: Formats,
): SheetColumn[] => {
	const price = groups.reduce((sum, { order }) => sum + (order?.tot.px ?? 0), 0);
	return [
		{ id: 'total', name: text.total, width: 5.5, head: text.total, tone: 'sum' },
		{
			...{ id: 'price', name: text.amount, width: 7, head: text.amount, tone: 'sum' },
			foot: `≈ ${formats.money(price)}`,
		},
		...groups.map(
			({ gc, name, order }): SheetColumn => ({
				id: gc,
				name,
				width: 8.5,
				head: (
					<span className="cg-head">
						<b>{name}</b>
						<small>{order ? text.persons(order.tot.nco) : text.noOrder}</small>
					</span>
				),
				foot: order ? `≈ ${formats.money(order.tot.px)}` : null,
			}),
		),
	];
};

const priceCell = (row: TourRow, text: TourTexts, formats: Formats): SheetCell => {
	const price = `${row.estimated ? '≈ ' : ''}${formats.money(row.price)}`;
	return row.price === 0 ? { content: null, said: text.nothing } : { content: price, said: price };
};

/** The quantity of one group, the total, or the amount. */
export const matrixCell = (
	row: TourRow,
	id: string,
	text: TourTexts,
	formats: Formats,
): SheetCell => {
	if (id === 'price') return priceCell(row, text, formats);
	const amount = id === 'total' ? row.total : (row.amounts.get(id) ?? 0);
	if (amount === 0) return { content: null, said: text.nothing };
	const odd = row.oddGroups.includes(id);
	const said = amountInWords(amount, row.line.perm, formats);
	return {
		content: (
			<>
				{amountShort(amount, row.mode, formats)}
				{odd ? <IconCircleHalf2 size={15} className="cg-odd" aria-hidden /> : null}
			</>
		),
		said: odd ? `${said}, ${text.half}` : said,
		tone: odd ? 'warn' : 'strong',
	};
};
