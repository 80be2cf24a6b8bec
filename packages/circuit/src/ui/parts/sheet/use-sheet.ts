import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { SheetPosition, SheetSpec } from './sheet.ts';

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
const useRem = (): number => {
	const [rem, setRem] = useState(remOf);
	useEffect(() => {
		const read = () => setRem(remOf());
		addEventListener('resize', read);
		return () => removeEventListener('resize', read);
	}, []);
	return rem;
};

/** Keeps the active row or column drawn wherever the sheet is scrolled: the focus stays there. */
const withActive = (active: number) => (range: Range) => {
	const shown = defaultRangeExtractor(range);
	return active < 0 || shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
};

/** What of a sheet is in sight, both ways. */
export function useSheet<Row>(
	scroll: RefObject<HTMLDivElement | null>,
	spec: SheetSpec<Row>,
	sizes: SheetSizes,
	active: SheetPosition | undefined,
) {
	const rem = useRem();
	const { items, columns } = spec;
	const activeRow = items.findIndex((item) => item.id === active?.row);
	const activeColumn = columns.findIndex((column) => column.id === active?.column);
	const rows = useVirtualizer({
		count: items.length,
		getScrollElement: () => scroll.current,
		getItemKey: useCallback((index: number) => items[index]?.id ?? index, [items]),
		estimateSize: useCallback(
			(index: number) => rem * (items[index]?.kind === 'section' ? sizes.section : sizes.row),
			[items, rem, sizes],
		),
		paddingStart: rem * sizes.head,
		paddingEnd: rem * sizes.foot,
		scrollPaddingStart: rem * sizes.head,
		scrollPaddingEnd: rem * sizes.foot,
		overscan: 6,
		// Both ways are drawn together, once a frame: one at once would lay the sheet out for the other.
		useFlushSync: false,
		rangeExtractor: useMemo(() => withActive(activeRow), [activeRow]),
	});
	const across = useVirtualizer({
		horizontal: true,
		count: columns.length,
		getScrollElement: () => scroll.current,
		getItemKey: useCallback((index: number) => columns[index]?.id ?? index, [columns]),
		estimateSize: useCallback(
			(index: number) => rem * (columns[index]?.width ?? 4),
			[columns, rem],
		),
		paddingStart: rem * sizes.lead,
		scrollPaddingStart: rem * sizes.lead,
		overscan: 3,
		useFlushSync: false,
		rangeExtractor: useMemo(() => withActive(activeColumn), [activeColumn]),
	});
	// Sizes are read again when the density or the size of the text changes.
	const asked = `${rem} ${JSON.stringify(sizes)}`;
	useLayoutEffect(() => {
		if (asked === '') return;
		rows.measure();
		across.measure();
	}, [asked, rows, across]);
	return { rows, across, activeRow, activeColumn };
}
