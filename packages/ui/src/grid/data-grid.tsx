// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn by pieces
import type { VirtualItem } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { GridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-column.ts';
import { useGridCursor } from './use-grid-cursor.ts';
import { useGridView } from './use-grid-view.ts';

interface DataGridProps<Row> {
	/** what the grid holds, for screen readers */
	readonly label: string;
	readonly rows: readonly Row[];
	rowId(row: Row): string;
	/** the first column stays in sight */
	readonly columns: readonly GridColumn<Row>[];
	/** most height, in rem; as high as its rows below that */
	readonly maxHeight?: number;
}

interface HeadProps<Row> {
	readonly columns: readonly GridColumn<Row>[];
	readonly places: readonly VirtualItem[];
	readonly height: number;
}

function GridHead<Row>({ columns, places, height }: HeadProps<Row>) {
	return (
		<div className="nv-grid-head" role="row" tabIndex={-1} aria-rowindex={1} style={{ height }}>
			{places.map(({ index, size, start }) => {
				const column = columns[index];
				if (!column) return null;
				return (
					<div
						key={column.id}
						role="columnheader"
						tabIndex={-1}
						aria-colindex={index + 1}
						className="nv-grid-cell"
						data-align={column.align}
						style={{ width: size, insetInlineStart: index === 0 ? 0 : start }}
					>
						<span className="nv-grid-text">{column.head ?? column.title}</span>
					</div>
				);
			})}
		</div>
	);
}

/**
 * A large table: only what is in sight is drawn, head and first column stay. ARIA grid pattern: one
 * stop of Tab, arrows, Home, End, Page keys; a digit, Enter or a double click edits.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
	const { label, rows, rowId, columns, maxHeight = 40 } = props;
	const box = useRef<HTMLDivElement>(null);
	const [inside, setInside] = useState(false);
	const cursor = useGridCursor();
	const active = {
		row: Math.min(cursor.active.row, Math.max(0, rows.length - 1)),
		column: Math.min(cursor.active.column, Math.max(0, columns.length - 1)),
	};
	const widths = columns.map(({ width }) => width);
	const view = useGridView({ box, rows: rows.length, widths, active });
	const { choose, edit, end, press } = cursor.bind({ rows, columns, ...view });
	const places = view.columnView.getVirtualItems();
	const cellOf = (row: Row, line: number, place: VirtualItem) => {
		const column = columns[place.index];
		if (!column) return null;
		const here = { row: line, column: place.index };
		const isActive = here.row === active.row && here.column === active.column;
		const edited = isActive ? cursor.edited : undefined;
		return (
			<GridCell
				key={column.id}
				{...{ row, column, place, edited }}
				active={isActive}
				focused={isActive && inside}
				onChoose={() => (edited ? undefined : choose(here))}
				onEdit={() => edit(here)}
				onEnd={end}
			/>
		);
	};
	const size = { width: view.columnView.getTotalSize(), height: view.rowView.getTotalSize() };
	return (
		<div
			ref={box}
			className="nv-grid"
			role="grid"
			tabIndex={-1}
			aria-label={label}
			aria-rowcount={rows.length + 1}
			aria-colcount={columns.length}
			style={{ maxHeight: `${maxHeight}rem` }}
			onFocus={() => setInside(true)}
			onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
			onKeyDown={press}
		>
			<div className="nv-grid-body" role="rowgroup" style={size}>
				<GridHead columns={columns} places={places} height={view.head} />
				{view.rowView.getVirtualItems().map(({ index, size: height, start }) => {
					const row = rows[index];
					return row === undefined ? null : (
						<div
							key={rowId(row)}
							role="row"
							tabIndex={-1}
							aria-rowindex={index + 2}
							className="nv-grid-row"
							data-odd={index % 2 === 1 || undefined}
							style={{ height, transform: `translateY(${start}px)` }}
						>
							{places.map((place) => cellOf(row, index, place))}
						</div>
					);
				})}
			</div>
		</div>
	);
}
