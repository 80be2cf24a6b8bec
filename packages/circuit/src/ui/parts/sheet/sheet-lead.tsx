import { memo } from 'react';
import type { SheetItem, SheetSpec } from './sheet.ts';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly item: SheetItem<Row>;
	/** Position among all rows, counted from 1 with the header. */
	readonly index: number;
	/** Id of the strip of its cells. */
	readonly strip: string;
	readonly top: number;
	readonly height: number;
	readonly isActive: boolean;
}

function LeadOf<Row>({ spec, item, index, strip, top, height, isActive }: Props<Row>) {
	const place = { top, height };
	if (item.kind === 'section')
		return (
			<tr aria-rowindex={index} className="ci-sheet-section" style={place}>
				<th scope="row" aria-colindex={1} className="ci-sheet-title">
					{item.title}
				</th>
			</tr>
		);
	return (
		<tr aria-rowindex={index} aria-owns={strip} className="ci-sheet-row" style={place}>
			<th
				scope="row"
				aria-colindex={1}
				tabIndex={isActive ? 0 : -1}
				className="ci-sheet-lead"
				data-row={item.id}
				data-active={isActive || undefined}
			>
				{spec.rowHead(item.row)}
			</th>
		</tr>
	);
}

/**
 * A row, with its header; its cells are in a strip elsewhere. All headers are in one part that stays
 * at the side: were each to stay there by itself, the browser would keep a layer for each row, and
 * draw all of them at each frame.
 */
export const SheetLead = memo(LeadOf) as typeof LeadOf;
