import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef } from 'react';
import type { SheetColumn, SheetPosition, SheetSpec } from './sheet.ts';
import type { Leaving } from './sheet-editor.tsx';
import { moveInSheet, startsTyping } from './sheet-moves.ts';
import { useActiveCell } from './use-active-cell.ts';

const CLEARING = new Set(['Delete', 'Backspace', 'Escape']);

const positionAt = (target: EventTarget): SheetPosition | undefined => {
	const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
	const row = cell?.dataset.row;
	return row === undefined ? undefined : { row, column: cell?.dataset.column };
};

const isSame = (a: SheetPosition | undefined, b: SheetPosition | undefined): boolean =>
	a?.row === b?.row && a?.column === b?.column;

/** Buttons and fields inside a cell keep their own keys and clicks. */
const isInside = (event: { target: EventTarget }): boolean =>
	event.target instanceof Element && event.target.closest('button, a, input, select') !== null;

/** The row and the column of a position, as long as it is in the sheet. */
const partsOf = <Row>(
	{ items, columns }: SheetSpec<Row>,
	position: SheetPosition | undefined,
): { row: Row; column: SheetColumn | undefined } | undefined => {
	const item = items.find((one) => one.id === position?.row);
	const column = columns.find((one) => one.id === position?.column);
	return item?.kind === 'row' ? { row: item.row, column } : undefined;
};

/** Everything that keys and clicks do in a sheet. */
export function useSheetKeys<Row>(scroll: RefObject<HTMLDivElement | null>, spec: SheetSpec<Row>) {
	const cell = useActiveCell(scroll, spec);
	const { active, choose, editing, setEditing, shape, show, goTo } = cell;
	const wasActive = useRef(false);
	const latest = useRef({ spec, active, shape });
	latest.current = { spec, active, shape };

	/** Opens a cell for writing, or opens what it is about. */
	const start = (position: SheetPosition, typed: string | undefined): boolean => {
		const parts = partsOf(spec, position);
		if (!parts) return false;
		const { row, column } = parts;
		if (!column || !spec.editor?.canEdit(row, column)) {
			if (typed !== undefined || !spec.open) return false;
			spec.open(row, column);
			return true;
		}
		choose(position);
		show(position);
		const text = spec.editor.open(row, column);
		setEditing({ start: typed ?? text, typed: typed !== undefined });
		return true;
	};

	/** Delete empties the cell, Escape forgets what was refused in it. */
	const clear = (position: SheetPosition, key: string): boolean => {
		const parts = partsOf(spec, position);
		if (!parts?.column || !spec.editor?.canEdit(parts.row, parts.column)) return false;
		if (key === 'Escape') spec.editor.forget(parts.row, parts.column);
		else spec.editor.write(parts.row, parts.column, '');
		return true;
	};

	/** What a key does on the active cell; answers whether it did anything. */
	const act = (position: SheetPosition, key: string, ctrl: boolean): boolean => {
		const next = moveInSheet(position, { key, ctrl }, shape);
		if (next) goTo(next);
		if (next || ctrl) return next !== undefined;
		if (CLEARING.has(key)) return clear(position, key);
		if (key === 'Enter' || key === 'F2') return start(position, undefined);
		return startsTyping(key) && start(position, key);
	};

	// The two that rows are given stay the same, so that scrolling draws new rows only.
	const write = useCallback(
		(text: string, leaving: Leaving) => {
			const now = latest.current;
			const parts = partsOf(now.spec, now.active);
			setEditing(undefined);
			if (!now.active || !parts?.column || !now.spec.editor) return;
			const mayLeave = now.spec.editor.write(parts.row, parts.column, text);
			if (leaving === 'stay') return;
			const next = moveInSheet(now.active, { key: leaving, ctrl: false }, now.shape);
			goTo(mayLeave && next ? next : now.active);
		},
		[goTo, setEditing],
	);
	const cancel = useCallback(() => {
		if (latest.current.active) goTo(latest.current.active);
	}, [goTo]);

	return {
		...{ active, editing, write, cancel, reveal: cell.reveal },
		press: (event: KeyboardEvent<HTMLElement>) => {
			if (!active || editing || event.altKey || isInside(event)) return;
			if (act(active, event.key, event.ctrlKey || event.metaKey)) event.preventDefault();
		},
		/** Comes before the focus: was the cell already the active one? */
		mouseDown: (event: MouseEvent) => {
			wasActive.current = isSame(positionAt(event.target), active);
		},
		click: (event: MouseEvent) => {
			const position = positionAt(event.target);
			if (!position || editing || isInside(event)) return;
			if (!spec.editor || wasActive.current) start(position, undefined);
			else goTo(position);
		},
		doubleClick: (event: MouseEvent) => {
			const position = positionAt(event.target);
			if (position && !editing && !isInside(event)) start(position, undefined);
		},
		focus: (event: { target: EventTarget }) => {
			const position = positionAt(event.target);
			if (position && !isSame(position, active) && !editing) choose(position);
		},
	};
}
