import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { SheetItem, SheetPosition, SheetSpec } from './sheet.ts';

interface LeadProps<Row> {
	readonly spec: SheetSpec<Row>;
	readonly item: SheetItem<Row>;
	readonly id: string;
	readonly top: number;
	readonly height: number;
	readonly isActive: boolean;
}

function LeadOf<Row>({ spec, item, id, top, height, isActive }: LeadProps<Row>) {
	const isRow = item.kind === 'row';
	return (
		// biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the row of the grid is another
		<tr role="presentation" className="ci-sheet-lead-place" style={{ top, height }}>
			<th
				// biome-ignore lint/a11y/noRedundantRoles: its row is elsewhere, and says so by `aria-owns`
				role="rowheader"
				id={id}
				scope="row"
				aria-colindex={1}
				className={isRow ? 'ci-sheet-lead' : 'ci-sheet-title'}
				{...(isRow ? { 'data-row': item.id, tabIndex: isActive ? 0 : -1 } : {})}
				data-active={isActive || undefined}
			>
				{isRow ? spec.rowHead(item.row) : item.title}
			</th>
		</tr>
	);
}

const Lead = memo(LeadOf) as typeof LeadOf;

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly rows: readonly VirtualItem[];
	readonly active: SheetPosition | undefined;
	/** Id of the header of an item. */
	idOf(item: string): string;
}

/**
 * The headers of rows, in one part that stays at the side. Were each to stay there by itself, the
 * browser would keep a layer for each row, and draw all of them at each frame.
 */
export function SheetLeads<Row>({ spec, rows, active, idOf }: Props<Row>) {
	return (
		<tbody role="presentation" className="ci-sheet-leads">
			{rows.map((virtual) => {
				const item = spec.items[virtual.index];
				return item ? (
					<Lead
						key={item.id}
						spec={spec}
						item={item}
						id={idOf(item.id)}
						top={virtual.start}
						height={virtual.size}
						isActive={active?.row === item.id && active.column === undefined}
					/>
				) : null;
			})}
		</tbody>
	);
}
