import type { VirtualItem } from '@tanstack/react-virtual';
import type { SheetSpec } from './sheet.ts';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly columns: readonly VirtualItem[];
	readonly part: 'head' | 'foot';
	/** In rem. */
	readonly height: number;
}

/** The names of columns above, or their totals below: both stay in sight. */
export function SheetHead<Row>({ spec, columns, part, height }: Props<Row>) {
	const isHead = part === 'head';
	return (
		<tr
			aria-rowindex={isHead ? 1 : spec.items.length + 2}
			className={`ci-sheet-${part}`}
			style={{ height: `${height}rem` }}
		>
			<th scope={isHead ? 'col' : 'row'} aria-colindex={1} className="ci-sheet-lead">
				{isHead ? spec.leadHead : spec.leadFoot}
			</th>
			{columns.map((virtual) => {
				const column = spec.columns[virtual.index];
				if (!column) return null;
				const place = {
					'aria-colindex': virtual.index + 2,
					'data-shade': column.tone,
					className: 'ci-sheet-cell',
					style: { left: virtual.start, width: virtual.size },
				};
				return isHead ? (
					<th key={column.id} scope="col" title={column.name} {...place}>
						{column.head}
					</th>
				) : (
					<td key={column.id} {...place}>
						{column.foot}
					</td>
				);
			})}
		</tr>
	);
}
