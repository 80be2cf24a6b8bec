import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SheetPosition, SheetSpec } from './sheet.ts';
import type { Editing } from './sheet-cell.tsx';
import type { SheetShape } from './sheet-moves.ts';
import { isSameList, useKept } from './use-kept.ts';

/** Brings a row in sight, and a column unless it is -1. */
export type Reveal = RefObject<((row: number, column: number) => void) | undefined>;

const PAGE = 10;

/** The rows that take the focus, and the columns. */
export const shapeOf = <Row>({ items, columns }: SheetSpec<Row>): SheetShape => ({
	rows: items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])),
	columns: columns.map((column) => column.id),
	page: PAGE,
});

/** Whether two sheets have the same rows and columns, whatever is in them. */
export const isSameShape = (before: SheetShape, now: SheetShape): boolean =>
	isSameList(before.rows, now.rows) && isSameList(before.columns, now.columns);

/** The chosen cell as long as it is in the sheet, else the first header of row. */
const activeIn = (
	chosen: SheetPosition | undefined,
	{ rows, columns }: SheetShape,
): SheetPosition | undefined => {
	const first = rows[0];
	if (chosen === undefined || !rows.includes(chosen.row))
		return first === undefined ? undefined : { row: first, column: undefined };
	const isThere = chosen.column === undefined || columns.includes(chosen.column);
	return isThere ? chosen : { row: chosen.row, column: undefined };
};

/** The one cell that has the focus, or will have it on Tab; and what is being written in it. */
export function useActiveCell<Row>(scroll: RefObject<HTMLDivElement | null>, spec: SheetSpec<Row>) {
	const [chosen, choose] = useState<SheetPosition>();
	const [editing, setEditing] = useState<Editing>();
	const reveal: Reveal = useRef(undefined);
	const wantsFocus = useRef(false);
	const shape = useKept(
		useMemo(() => shapeOf(spec), [spec]),
		isSameShape,
	);
	const latest = useRef(spec);
	latest.current = spec;

	const show = useCallback((position: SheetPosition) => {
		const { items, columns } = latest.current;
		reveal.current?.(
			items.findIndex((item) => item.id === position.row),
			columns.findIndex((one) => one.id === position.column),
		);
	}, []);
	const goTo = useCallback(
		(position: SheetPosition) => {
			wantsFocus.current = true;
			setEditing(undefined);
			choose(position);
			show(position);
		},
		[show],
	);

	// The cell is drawn first, then it takes the focus.
	useLayoutEffect(() => {
		if (!wantsFocus.current || editing) return;
		const cell = scroll.current?.querySelector<HTMLElement>('[data-active]');
		if (!cell) return;
		wantsFocus.current = false;
		cell.focus({ preventScroll: true });
	});

	return {
		active: activeIn(chosen, shape),
		choose,
		editing,
		setEditing,
		reveal,
		shape,
		show,
		goTo,
	};
}
