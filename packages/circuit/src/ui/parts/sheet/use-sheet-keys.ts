import type { Virtualizer } from '@tanstack/react-virtual';
import {
	type KeyboardEvent,
	type MouseEvent,
	type RefObject,
	useCallback,
	useLayoutEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import type { SheetPosition, SheetSpec } from './sheet.ts';
import type { Leaving } from './sheet-editor.tsx';
import { moveInSheet, startsTyping } from './sheet-moves.ts';
import type { Editing } from './sheet-row.tsx';

type Scroller = Virtualizer<HTMLDivElement, Element>;

const PAGE = 10;
const CLEARING = new Set(['Delete', 'Backspace', 'Escape']);

const positionAt = (target: EventTarget): SheetPosition | undefined => {
	const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
	const row = cell?.dataset.row;
	return row === undefined ? undefined : { row, column: cell?.dataset.column };
};

const isSame = (a: SheetPosition | undefined, b: SheetPosition | undefined): boolean =>
	a?.row === b?.row && a?.column === b?.column;

/** The active cell, what is being written in it, and everything that keys and clicks do. */
export function useSheetKeys<Row>(scroll: RefObject<HTMLDivElement | null>, spec: SheetSpec<Row>) {
	const [chosen, setChosen] = useState<SheetPosition>();
	const [editing, setEditing] = useState<Editing>();
	const reveal = useRef<{ rows: Scroller; across: Scroller }>(undefined);
	const wantsFocus = useRef(false);
	const latest = useRef(spec);
	latest.current = spec;

	const shape = useMemo(
		() => ({
			rows: spec.items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])),
			columns: spec.columns.map((column) => column.id),
			page: PAGE,
		}),
		[spec.items, spec.columns],
	);
	const first = shape.rows[0];
	const isThere = chosen !== undefined && shape.rows.includes(chosen.row);
	const active = isThere
		? chosen
		: first === undefined
			? undefined
			: { row: first, column: undefined };

	const goTo = useCallback((position: SheetPosition) => {
		wantsFocus.current = true;
		setEditing(undefined);
		setChosen(position);
		const { items, columns } = latest.current;
		reveal.current?.rows.scrollToIndex(items.findIndex((item) => item.id === position.row));
		const column = columns.findIndex((one) => one.id === position.column);
		if (column >= 0) reveal.current?.across.scrollToIndex(column);
	}, []);

	useLayoutEffect(() => {
		if (!wantsFocus.current || editing) return;
		const cell = scroll.current?.querySelector<HTMLElement>('[data-active]');
		if (!cell) return;
		wantsFocus.current = false;
		cell.focus({ preventScroll: true });
	});

	const partsOf = (position: SheetPosition | undefined) => {
		const item = spec.items.find((one) => one.id === position?.row);
		const column = spec.columns.find((one) => one.id === position?.column);
		return item?.kind === 'row' ? { row: item.row, column } : undefined;
	};

	/** Opens the active cell for writing, or opens what it is about. */
	const start = (position: SheetPosition, typed: string | undefined): boolean => {
		const parts = partsOf(position);
		if (!parts) return false;
		const { row, column } = parts;
		if (!column || !spec.editor?.canEdit(row, column)) {
			if (typed !== undefined || !spec.open) return false;
			spec.open(row, column);
			return true;
		}
		setChosen(position);
		const text = spec.editor.open(row, column);
		setEditing({ start: typed ?? text, typed: typed !== undefined });
		return true;
	};

	const write = (text: string, leaving: Leaving) => {
		const parts = partsOf(active);
		setEditing(undefined);
		if (!active || !parts?.column || !spec.editor) return;
		const left = spec.editor.write(parts.row, parts.column, text);
		const next = leaving === 'stay' ? undefined : moveInSheet(active, plainKey(leaving), shape);
		if (leaving === 'stay') return;
		goTo(left && next ? next : active);
	};

	/** Delete empties the cell, Escape forgets what was refused in it. */
	const clear = (position: SheetPosition, key: string): boolean => {
		const parts = partsOf(position);
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

	const press = (event: KeyboardEvent<HTMLElement>) => {
		if (!active || editing || event.altKey || isInside(event)) return;
		if (act(active, event.key, event.ctrlKey || event.metaKey)) event.preventDefault();
	};

	return {
		active,
		editing,
		reveal,
		write,
		cancel: () => active && goTo(active),
		press,
		click: (event: MouseEvent) => {
			const position = positionAt(event.target);
			if (!position || editing || isInside(event)) return;
			if (!isSame(position, active)) goTo(position);
			else start(position, undefined);
		},
		doubleClick: (event: MouseEvent) => {
			const position = positionAt(event.target);
			if (position && !editing && !isInside(event)) start(position, undefined);
		},
		focus: (event: { target: EventTarget }) => {
			const position = positionAt(event.target);
			if (position && !isSame(position, chosen) && !editing) setChosen(position);
		},
	};
}

const plainKey = (key: string) => ({ key, ctrl: false });

/** Buttons and fields inside a cell keep their own keys and clicks. */
const isInside = (event: { target: EventTarget }): boolean =>
	event.target instanceof Element && event.target.closest('button, a, input, select') !== null;
