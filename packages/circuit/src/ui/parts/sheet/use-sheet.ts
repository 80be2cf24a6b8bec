import {
	type RefObject,
	startTransition,
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import type { SheetSpec } from './sheet.ts';
import { grownPart, isPartIn, partAround, type SheetPart, type SheetSize } from './sheet-part.ts';
import { type Places, scrollTo } from './sheet-places.ts';
import { partSeen, type SheetSizes, useRem, useSeen, useSheetPlaces } from './use-sheet-places.ts';

/** Where everything is, px, and what of it is drawn. */
export interface SheetView {
	readonly rows: Places;
	readonly columns: Places;
	readonly width: number;
	readonly height: number;
	readonly drawn: SheetPart;
	/** As it was when something was last drawn. */
	readonly sight: SheetPart;
	/** Scrolls, as little as it takes, to a row and to a column (-1: wherever). */
	reveal(row: number, column: number): void;
}

/**
 * What of a sheet is drawn. What comes in sight is drawn at once; the rest follows by small steps
 * while nothing else is to do, so that soon scrolling draws nothing at all.
 */
const useDrawn = (size: SheetSize, sight: () => SheetPart) => {
	const [kept, setKept] = useState<{ readonly size: SheetSize; readonly part: SheetPart }>();
	const seen = sight();
	// Other rows or columns: what was drawn of the others says nothing.
	const drawn =
		kept?.size === size && isPartIn(seen, kept.part)
			? kept.part
			: partAround(seen, undefined, size);
	const latest = useRef(drawn);
	latest.current = drawn;
	useEffect(() => {
		const part = grownPart(drawn, size);
		if (part !== drawn) startTransition(() => setKept({ size, part }));
	}, [drawn, size]);
	const follow = useCallback(() => {
		const now = sight();
		if (isPartIn(now, latest.current)) return;
		setKept({ size, part: partAround(now, latest.current, size) });
	}, [size, sight]);
	return { drawn, seen, follow };
};

/** Where a sheet is scrolled, where its rows and columns are, what of it is drawn. */
export function useSheet<Row>(
	scroll: RefObject<HTMLDivElement | null>,
	spec: SheetSpec<Row>,
	sizes: SheetSizes,
): SheetView {
	const rem = useRem();
	const { rows, columns, size } = useSheetPlaces(spec, sizes, rem);
	const seen = useSeen(scroll, sizes, rem);
	const sight = useMemo(
		() => () => partSeen(rows, columns, seen.down(), seen.across()),
		[rows, columns, seen],
	);
	const { drawn, seen: inSight, follow } = useDrawn(size, sight);
	useEffect(() => {
		const box = scroll.current;
		if (!box) return;
		const look = () => {
			seen.note();
			follow();
		};
		const observer = new ResizeObserver(look);
		observer.observe(box);
		box.addEventListener('scroll', look, { passive: true });
		return () => {
			observer.disconnect();
			box.removeEventListener('scroll', look);
		};
	}, [scroll, seen, follow]);
	const reveal = useCallback(
		(row: number, column: number) => {
			const [down, across] = [seen.down(), seen.across()];
			const top = row < 0 ? down.scroll : scrollTo(rows, row, down);
			const left = column < 0 ? across.scroll : scrollTo(columns, column, across);
			if (top === down.scroll && left === across.scroll) return;
			scroll.current?.scrollTo({ top, left });
			seen.note();
		},
		[scroll, rows, columns, seen],
	);
	const [width = 0, height = 0] = [columns.at(-1), (rows.at(-1) ?? 0) + rem * sizes.foot];
	return { rows, columns, width, height, drawn, sight: inSight, reveal };
}
