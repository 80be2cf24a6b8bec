import { useFormats, usePreferences, useText } from '@navette/ui';
import { useMemo, useRef } from 'react';
import { type ConsumerColumn, type ProductRow, stagesReached } from '../../client/index.ts';
import type { SheetColumn, SheetEditor, SheetSpec } from '../parts/sheet/sheet.ts';
import { SheetGrid } from '../parts/sheet/sheet-grid.tsx';
import { CellNote } from './cell-note.tsx';
import { gridColumns } from './grid-columns.tsx';
import { gridItems } from './grid-items.tsx';
import { groupOrderTexts } from './group-order-texts.ts';
import { LeadCell } from './lead-cell.tsx';
import { cellFacts, cellState, shownCell } from './order-cell.tsx';
import { totalCell } from './total-cell.tsx';
import type { CellEdits, TypedCell } from './use-cell-edits.ts';
import type { GroupOrderView } from './use-group-order.ts';

export interface OrderGridProps {
	readonly view: GroupOrderView;
	readonly rows: readonly ProductRow[];
	readonly columns: readonly ConsumerColumn[];
	readonly edits: CellEdits;
	producerName(pr: string): string;
}

const SIZES = {
	comfortable: { row: 3.25, section: 2.25, head: 3.5, foot: 2.5, lead: 19 },
	compact: { row: 2.125, section: 1.875, head: 3.25, foot: 2.25, lead: 19 },
} as const;

/** Products × consumers. Written in place; what others write appears as it comes. */
export function OrderGrid({ view, rows, columns, edits, producerName }: OrderGridProps) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const [{ density }] = usePreferences();
	const { orders, edition, groupOrder } = view;
	const { outcomes, submit, overwrite, dismiss } = edits;
	// What the person saw when the cell was opened: what comes meanwhile is for him to accept.
	const opened = useRef<TypedCell>(undefined);
	const spec = useMemo((): SheetSpec<ProductRow> => {
		const people = new Map(columns.map((one) => [one.co, one] as const));
		const context = { orders, outcomes, people, text, formats };
		const editor: SheetEditor<ProductRow> = {
			canEdit: (row, column: SheetColumn) =>
				edition !== 'none' && people.has(column.id) && (row.offered || row.wanted > 0),
			open: (row, column) => {
				const facts = cellFacts(context, row, column.id);
				opened.current = facts.typed;
				return facts.startText;
			},
			forget: (row, column) => dismiss(column.id, row.code),
			write: (row, column, typed) => {
				const seen = opened.current;
				opened.current = undefined;
				const isOpened = seen?.code === row.code && seen.co === column.id;
				return submit({
					...(isOpened ? seen : cellFacts(context, row, column.id).typed),
					text: typed,
				});
			},
		};
		return {
			label: text.gridLabel,
			items: gridItems(rows, producerName, text),
			columns: gridColumns(columns, stagesReached(groupOrder), groupOrder, text, formats),
			leadHead: (
				<span className="ca-lead-head">
					<span>{text.product}</span>
					<span>{text.total}</span>
				</span>
			),
			leadFoot: text.total,
			rowName: (row) => row.line.perm.lib,
			rowHead: (row) => <LeadCell row={row} />,
			cell: (row, column) => {
				if (!people.has(column.id)) return totalCell(row, column.id, text, formats);
				const state = cellState(context, row, column.id);
				const cell = shownCell(state, row, text, formats);
				const { outcome } = state;
				if (outcome?.state !== 'refused') return cell;
				const facts = cellFacts(context, row, column.id);
				return { ...cell, note: <CellNote {...{ outcome, row, facts, overwrite, dismiss }} /> };
			},
			editor,
		};
	}, [
		rows,
		columns,
		orders,
		outcomes,
		edition,
		groupOrder,
		producerName,
		text,
		formats,
		submit,
		overwrite,
		dismiss,
	]);
	return (
		<div className="ca-grid-place">
			<SheetGrid spec={spec} sizes={SIZES[density]} />
		</div>
	);
}
