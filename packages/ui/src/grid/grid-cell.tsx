import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { CellField } from './cell-field.tsx';
import type { GridColumn } from './grid-column.ts';

interface Props<Row> {
	readonly row: Row;
	readonly column: GridColumn<Row>;
	readonly place: VirtualItem;
	/** the one cell that Tab reaches */
	readonly active: boolean;
	/** active, and the focus is in the grid */
	readonly focused: boolean;
	/** undefined: not edited; `key`: what started it */
	readonly edited: { readonly key?: string } | undefined;
	onChoose(): void;
	onEdit(): void;
	onEnd(move: 'Enter' | 'Tab' | 'Escape' | 'blur'): void;
}

/** One cell; takes the focus when it is the active one. */
export function GridCell<Row>(props: Props<Row>) {
	const { row, column, place, active, focused, edited, onChoose, onEdit, onEnd } = props;
	const cell = useRef<HTMLDivElement>(null);
	const editable = column.editing !== undefined && (column.editing.can?.(row) ?? true);
	const editing = edited !== undefined;
	useEffect(() => {
		if (focused && !editing) cell.current?.focus({ preventScroll: true });
	}, [focused, editing]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys of its cells
		// biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two, both of a grid
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have a column index
		<div
			ref={cell}
			role={place.index === 0 ? 'rowheader' : 'gridcell'}
			aria-colindex={place.index + 1}
			aria-readonly={editable ? undefined : true}
			aria-label={column.label?.(row)}
			tabIndex={active ? 0 : -1}
			className="nv-grid-cell"
			data-align={column.align}
			data-editable={editable || undefined}
			style={{ width: place.size, insetInlineStart: place.index === 0 ? 0 : place.start }}
			onClick={onChoose}
			onDoubleClick={onEdit}
		>
			{editing && column.editing ? (
				<CellField
					label={column.title}
					row={row}
					editing={column.editing}
					typed={edited.key}
					onEnd={onEnd}
				/>
			) : (
				<span className="nv-grid-text">{column.cell(row)}</span>
			)}
		</div>
	);
}
