import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetSpec } from './sheet.ts';
import type { SheetPart, SheetSize } from './sheet-part.ts';
import { type Places, placesOf, type Seen, spanIn } from './sheet-places.ts';
import { isSameList, useKept } from './use-kept.ts';

/** Sizes of a sheet, in rem. */
export interface SheetSizes {
	readonly row: number;
	readonly section: number;
	readonly head: number;
	readonly foot: number;
	readonly lead: number;
}

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Size of the text, px: read when the window changes, never while it scrolls, which would lay it out. */
export const useRem = (): number => {
	const [rem, setRem] = useState(remOf);
	useEffect(() => {
		const read = () => setRem(remOf());
		addEventListener('resize', read);
		return () => removeEventListener('resize', read);
	}, []);
	return rem;
};

/** Where rows and columns are: the same objects as long as they are there. */
export const useSheetPlaces = <Row>(
	{ items, columns }: SheetSpec<Row>,
	sizes: SheetSizes,
	rem: number,
): { readonly rows: Places; readonly columns: Places; readonly size: SheetSize } => {
	const down = useMemo(() => {
		const px = items.map(({ kind }) => rem * (kind === 'section' ? sizes.section : sizes.row));
		return placesOf(px, rem * sizes.head);
	}, [items, sizes, rem]);
	const across = useMemo(() => {
		const px = columns.map(({ width }) => rem * width);
		return placesOf(px, rem * sizes.lead);
	}, [columns, sizes, rem]);
	const [rows, wide] = [useKept(down, isSameList), useKept(across, isSameList)];
	return useMemo(
		() => ({ rows, columns: wide, size: { rows: rows.length - 1, columns: wide.length - 1 } }),
		[rows, wide],
	);
};

/** What is seen both ways, noted when it changes: to read it each time would lay the sheet out. */
export const useSeen = (
	scroll: RefObject<HTMLDivElement | null>,
	sizes: SheetSizes,
	rem: number,
) => {
	const noted = useRef({ top: 0, left: 0, width: innerWidth, height: innerHeight });
	return useMemo(() => {
		const { head, foot, lead } = sizes;
		return {
			note() {
				const box = scroll.current;
				if (!box) return;
				const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = box;
				noted.current = { top, left, width, height };
			},
			down: (): Seen => {
				const { top, height } = noted.current;
				return { scroll: top, view: height, before: rem * head, after: rem * foot };
			},
			across: (): Seen => {
				const { left, width } = noted.current;
				return { scroll: left, view: width, before: rem * lead, after: 0 };
			},
		};
	}, [scroll, sizes, rem]);
};

const spanSeen = (places: Places, { scroll, view, before }: Seen) =>
	spanIn(places, scroll + before, scroll + view);

/** The rows and columns in sight. */
export const partSeen = (rows: Places, columns: Places, down: Seen, across: Seen): SheetPart => ({
	rows: spanSeen(rows, down),
	columns: spanSeen(columns, across),
});
