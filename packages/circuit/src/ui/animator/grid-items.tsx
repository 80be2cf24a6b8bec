import type { ProductRow } from '../../client/index.ts';
import type { SheetItem } from '../parts/sheet/sheet.ts';
import type { GroupOrderTexts } from './group-order-texts.ts';

/** Rows under the name of their producer. */
export const gridItems = (
	rows: readonly ProductRow[],
	producerName: (pr: string) => string,
	text: Pick<GroupOrderTexts, 'products'>,
): SheetItem<ProductRow>[] =>
	[...Map.groupBy(rows, (row) => row.pr)].flatMap(([pr, own]) => [
		{
			kind: 'section' as const,
			id: `producer ${pr}`,
			title: (
				<>
					{producerName(pr)} <span className="nv-quiet">{text.products(own.length)}</span>
				</>
			),
		},
		...own.map((row) => ({ kind: 'row' as const, id: row.code, row })),
	]);
