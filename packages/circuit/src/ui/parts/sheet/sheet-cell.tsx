// biome-ignore-all lint/a11y/useSemanticElements: the cells of a row are beside it, not in a table
import { memo } from 'react';
import type { SheetColumn, SheetSpec } from './sheet.ts';
import { type Leaving, SheetEditor } from './sheet-editor.tsx';

/** The cell being written in a row. */
export interface Editing {
	readonly start: string;
	readonly typed: boolean;
}

/** What the cell being written says. */
export interface Writing {
	write(text: string, leaving: Leaving): void;
	cancel(): void;
}

interface Props<Row> extends Writing {
	readonly spec: SheetSpec<Row>;
	readonly row: Row;
	readonly id: string;
	readonly column: SheetColumn;
	/** aria-colindex */
	readonly index: number;
	/** Px from its row, of a cell that does not follow another. */
	readonly left: number | undefined;
	readonly width: number;
	readonly isActive: boolean;
	/** undefined where another cell is written, or none */
	readonly editing: Editing | undefined;
}

function CellOf<Row>(props: Props<Row>) {
	const { spec, row, id, column, isActive, editing, write, cancel } = props;
	const cell = spec.cell(row, column);
	const name = `${spec.rowName(row)}, ${column.name}`;
	const canEdit = spec.editor?.canEdit(row, column) ?? false;
	return (
		<div
			role="gridcell"
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
			data-corner={cell.isMarked || undefined}
			data-alone={props.left !== undefined || undefined}
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
		</div>
	);
}

/** A cell that is drawn again only when its own props change. */
export const SheetCellBox = memo(CellOf) as typeof CellOf;
