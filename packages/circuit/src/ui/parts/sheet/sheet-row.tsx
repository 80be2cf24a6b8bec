import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { SheetColumn, SheetItem, SheetSpec } from './sheet.ts';
import { type Leaving, SheetEditor } from './sheet-editor.tsx';

/** The cell being written in a row. */
export interface Editing {
	readonly start: string;
	readonly typed: boolean;
}

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly item: SheetItem<Row>;
	/** Position among all rows, counted from 1 with the header. */
	readonly index: number;
	readonly top: number;
	readonly height: number;
	readonly columns: readonly VirtualItem[];
	/** Active column of this row; `null` = another row is active. */
	readonly active: string | undefined | null;
	readonly editing: Editing | undefined;
	write(text: string, leaving: Leaving): void;
	cancel(): void;
}

type CellProps<Row> = Pick<Props<Row>, 'spec' | 'write' | 'cancel'> & {
	readonly row: Row;
	readonly id: string;
	readonly column: SheetColumn;
	/** aria-colindex */
	readonly index: number;
	readonly left: number;
	readonly width: number;
	readonly isActive: boolean;
	/** undefined where another cell is written, or none */
	readonly editing: Editing | undefined;
};

function CellOf<Row>(props: CellProps<Row>) {
	const { spec, row, id, column, isActive, editing, write, cancel } = props;
	const cell = spec.cell(row, column);
	const name = `${spec.rowName(row)}, ${column.name}`;
	const canEdit = spec.editor?.canEdit(row, column) ?? false;
	return (
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: the cells of a grid have it
		<td
			aria-colindex={props.index}
			aria-label={`${name}, ${cell.said}`}
			aria-readonly={spec.editor && !canEdit ? true : undefined}
			aria-invalid={cell.tone === 'danger' ? true : undefined}
			tabIndex={isActive ? 0 : -1}
			className="ci-sheet-cell"
			data-row={id}
			data-column={column.id}
			data-active={isActive || undefined}
			data-tone={cell.tone}
			data-shade={column.tone}
			data-editable={canEdit || undefined}
			style={{ left: props.left, width: props.width }}
		>
			{editing ? (
				<SheetEditor label={name} {...editing} write={write} cancel={cancel} />
			) : (
				cell.content
			)}
			{isActive && cell.note !== undefined ? (
				<div className="ci-sheet-note">{cell.note}</div>
			) : null}
		</td>
	);
}

/** A cell in sight. Scrolling across draws the cells of new columns only. */
const Cell = memo(CellOf) as typeof CellOf;

function Row<Row>(props: Props<Row>) {
	const { spec, item, index, top, height, columns, active, editing, write, cancel } = props;
	const place = { top, height };
	if (item.kind === 'section')
		return (
			<tr aria-rowindex={index} className="ci-sheet-section" style={place}>
				<th scope="row" aria-colindex={1} className="ci-sheet-title">
					{item.title}
				</th>
			</tr>
		);
	const onHead = active === undefined;
	// Said by the row itself: a selector that looks into rows would be asked at each row drawn.
	const activeColumn = active ? spec.columns.find(({ id }) => id === active) : undefined;
	const isNoted = activeColumn && spec.cell(item.row, activeColumn).note !== undefined;
	return (
		<tr
			aria-rowindex={index}
			className="ci-sheet-row"
			data-noted={isNoted || undefined}
			style={place}
		>
			<th
				scope="row"
				aria-colindex={1}
				tabIndex={onHead ? 0 : -1}
				className="ci-sheet-lead"
				data-row={item.id}
				data-active={onHead || undefined}
			>
				{spec.rowHead(item.row)}
			</th>
			{columns.map((virtual) => {
				const column = spec.columns[virtual.index];
				return column ? (
					<Cell
						key={column.id}
						spec={spec}
						row={item.row}
						id={item.id}
						column={column}
						index={virtual.index + 2}
						left={virtual.start}
						width={virtual.size}
						isActive={active === column.id}
						editing={active === column.id ? editing : undefined}
						write={write}
						cancel={cancel}
					/>
				) : null;
			})}
		</tr>
	);
}

/** One row in sight. Drawn again only when its own props change: scrolling draws new rows only. */
export const SheetRow = memo(Row) as typeof Row;
