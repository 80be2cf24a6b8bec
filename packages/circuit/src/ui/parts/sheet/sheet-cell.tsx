// biome-ignore-all lint/a11y/useSemanticElements: the cells of a row are beside it, not in a table
import { memo } from 'react';
import type { SheetCell, SheetColumn } from './sheet.ts';
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

interface Props extends Writing {
	readonly cell: SheetCell;
	/** Row and column, as said before the cell. */
	readonly name: string;
	/** Whether it is written; undefined in a sheet where none is. */
	readonly canEdit: boolean | undefined;
	/** Of the row. */
	readonly id: string;
	readonly column: string;
	readonly shade: SheetColumn['tone'];
	/** aria-colindex */
	readonly index: number;
	/** Px from its row, of a cell that does not follow another. */
	readonly left: number | undefined;
	readonly width: number;
	readonly isActive: boolean;
	/** undefined where another cell is written, or none */
	readonly editing: Editing | undefined;
}

function CellOf(props: Props) {
	const { cell, name, canEdit, column, isActive, editing, write, cancel } = props;
	return (
		<div
			role="gridcell"
			aria-colindex={props.index}
			aria-label={`${name}, ${cell.said}`}
			aria-readonly={canEdit === false ? true : undefined}
			aria-invalid={cell.tone === 'danger' ? true : undefined}
			tabIndex={isActive ? 0 : -1}
			className="ci-sheet-cell"
			data-row={props.id}
			data-column={column}
			data-active={isActive || undefined}
			data-tone={cell.tone}
			data-shade={props.shade}
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

/** Whether a cell shows the same: its content is another object each time, and says what is said. */
const isSameCell = (before: Props, now: Props): boolean =>
	before.cell.said === now.cell.said &&
	before.cell.tone === now.cell.tone &&
	before.cell.isMarked === now.cell.isMarked &&
	(!now.isActive || before.cell.note === now.cell.note) &&
	before.isActive === now.isActive &&
	before.editing === now.editing &&
	before.name === now.name &&
	before.canEdit === now.canEdit &&
	before.index === now.index &&
	before.left === now.left &&
	before.width === now.width &&
	before.shade === now.shade &&
	before.column === now.column &&
	before.id === now.id &&
	before.write === now.write &&
	before.cancel === now.cancel;

/** A cell that is drawn again only when it shows something else. */
export const SheetCellBox = memo(CellOf, isSameCell);
