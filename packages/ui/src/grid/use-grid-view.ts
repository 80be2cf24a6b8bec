import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { Cell } from './grid-keys.ts';

const ROW_REM = { comfortable: 2.75, compact: 2 } as const;
const HEAD_REM = 3;

const remInPixels = (): number =>
	Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Always draws some indexes besides those in sight. */
const withAlways = (always: readonly number[], count: number) => (range: Range) =>
	[...new Set([...always, ...defaultRangeExtractor(range)])]
		.filter((index) => index < count)
		.sort((a, b) => a - b);

interface GridViewOptions {
	readonly box: RefObject<HTMLElement | null>;
	readonly rows: number;
	/** widths in rem */
	readonly widths: readonly number[];
	/** stays drawn, so that the focus is never lost by scrolling */
	readonly active: Cell;
}

/** Which rows and columns are drawn, and where. */
export function useGridView({ box, rows, widths, active }: GridViewOptions) {
	const [{ density }] = usePreferences();
	const rem = remInPixels();
	const rowSize = ROW_REM[density] * rem;
	const head = HEAD_REM * rem;
	const first = (widths[0] ?? 0) * rem;
	const rowView = useVirtualizer({
		count: rows,
		getScrollElement: () => box.current,
		estimateSize: () => rowSize,
		overscan: 6,
		paddingStart: head,
		scrollPaddingStart: head,
		rangeExtractor: withAlways([active.row], rows),
	});
	const columnView = useVirtualizer({
		horizontal: true,
		count: widths.length,
		getScrollElement: () => box.current,
		estimateSize: (index) => (widths[index] ?? 0) * rem,
		overscan: 3,
		scrollPaddingStart: first,
		rangeExtractor: withAlways([0, active.column], widths.length),
	});
	const show = useCallback(
		({ row, column }: Cell) => {
			rowView.scrollToIndex(row);
			if (column > 0) columnView.scrollToIndex(column);
		},
		[rowView, columnView],
	);
	const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? head) - head) / rowSize) - 1);
	return { rowView, columnView, head, show, page };
}
