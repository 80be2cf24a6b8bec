import { type CSSProperties, memo } from 'react';
import type { SheetSpec } from './sheet.ts';
import type { Places, Span } from './sheet-places.ts';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly places: Places;
	readonly columns: Span;
	readonly part: 'head' | 'foot';
	/** In rem. */
	readonly height: number;
}

function HeadOf<Row>({ spec, places, columns, part, height }: Props<Row>) {
	const isHead = part === 'head';
	return (
		<tr
			aria-rowindex={isHead ? 1 : spec.items.length + 2}
			className={`ci-sheet-${part}`}
			style={
				{ height: `${height}rem`, '--ci-before': `${places[columns.from]}px` } as CSSProperties
			}
		>
			<th scope={isHead ? 'col' : 'row'} aria-colindex={1} className="ci-sheet-lead">
				{isHead ? spec.leadHead : spec.leadFoot}
			</th>
			{spec.columns.slice(columns.from, columns.to).map((column, at) => {
				const index = columns.from + at;
				const place = {
					'aria-colindex': index + 2,
					'data-shade': column.tone,
					className: 'ci-sheet-cell',
					style: { width: (places[index + 1] ?? 0) - (places[index] ?? 0) },
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

/** The names of columns above, or their totals below: both stay in sight. */
export const SheetHead = memo(HeadOf) as typeof HeadOf;
