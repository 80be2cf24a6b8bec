import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SheetPosition, SheetSpec } from './sheet.ts';
import type { SheetShape } from './sheet-moves.ts';
import type { Editing } from './sheet-row.tsx';

type Scroller = Virtualizer<HTMLDivElement, Element>;

/** What brings a row and a column in sight. */
export type Reveal = RefObject<{ rows: Scroller; across: Scroller } | undefined>;

const PAGE = 10;

const shapeOf = <Row>({ items, columns }: SheetSpec<Row>): SheetShape => ({
	rows: items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])),
	columns: columns.map((column) => column.id),
	page: PAGE,
});

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
	const shape = useMemo(() => shapeOf(spec), [spec]);
	const latest = useRef(spec);
	latest.current = spec;

	const goTo = useCallback((position: SheetPosition) => {
		wantsFocus.current = true;
		setEditing(undefined);
		choose(position);
		const { items, columns } = latest.current;
		reveal.current?.rows.scrollToIndex(items.findIndex((item) => item.id === position.row));
		const column = columns.findIndex((one) => one.id === position.column);
		if (column >= 0) reveal.current?.across.scrollToIndex(column);
	}, []);

	// The cell is drawn first, then it takes the focus.
	useLayoutEffect(() => {
		if (!wantsFocus.current || editing) return;
		const cell = scroll.current?.querySelector<HTMLElement>('[data-active]');
		if (!cell) return;
		wantsFocus.current = false;
		cell.focus({ preventScroll: true });
	});

	return { active: activeIn(chosen, shape), choose, editing, setEditing, reveal, shape, goTo };
}
