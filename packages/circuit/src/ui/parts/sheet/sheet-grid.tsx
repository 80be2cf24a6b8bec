import { type CSSProperties, useDeferredValue, useId, useMemo, useRef } from 'react';
import { markNoRow, markRowUnder } from './mark-row-under.ts';
import type { SheetSpec } from './sheet.ts';
import { SheetNames } from './sheet-names.tsx';
import { shownRows } from './sheet-shown.ts';
import { SheetStrip } from './sheet-strip.tsx';
import { isSameShape, shapeOf } from './use-active-cell.ts';
import { useSheet } from './use-sheet.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import type { SheetSizes } from './use-sheet-places.ts';
import './sheet.css';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly sizes: SheetSizes;
}

/** The sheet a moment ago: what is out of sight is drawn from it, and follows when there is time. */
function usePast<Row>(spec: SheetSpec<Row>): SheetSpec<Row> {
	const past = useDeferredValue(spec);
	const isSame = useMemo(() => isSameShape(shapeOf(past), shapeOf(spec)), [past, spec]);
	return isSame ? past : spec;
}

/**
 * A sheet of any size: headers and first column stay in place, what is in sight is drawn first.
 * Keyboard as the ARIA grid pattern says: arrows, Home, End, pages, Ctrl to the ends; digits type,
 * Enter or F2 corrects, Delete empties, Escape forgets.
 */
export function SheetGrid<Row>({ spec, sizes }: Props<Row>) {
	const scroll = useRef<HTMLDivElement>(null);
	const id = useId();
	const keys = useSheetKeys(scroll, spec);
	const { active, editing, write, cancel } = keys;
	const view = useSheet(scroll, spec, sizes);
	const { width, height, columns, drawn } = view;
	keys.reveal.current = view.reveal;
	const past = usePast(spec);
	const activeRow = spec.items.findIndex((item) => item.id === active?.row);
	const shown = shownRows(spec, past, view, activeRow);
	const stripOf = (index: number): string => `${id}-${index}`;
	const place: CSSProperties = {
		maxWidth: width + 2,
		maxHeight: height + 2,
		...{ '--ci-lead': `${sizes.lead}rem` },
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the grid and its cells are beside each other in it
		<div
			ref={scroll}
			className="ci-sheet"
			style={place}
			onKeyDown={keys.press}
			onMouseDown={keys.mouseDown}
			onClick={keys.click}
			onDoubleClick={keys.doubleClick}
			onFocus={keys.focus}
			onPointerOver={markRowUnder}
			onPointerLeave={markNoRow}
		>
			<SheetNames {...{ spec, sizes, view, shown, active, stripOf }} />
			<div className="ci-sheet-cells" style={{ width, height }}>
				{shown.map((row) => (
					<SheetStrip
						key={row.item.id}
						id={stripOf(row.index)}
						spec={row.spec}
						item={row.item}
						pastSpec={past}
						pastItem={row.pastItem}
						top={row.top}
						height={row.height}
						places={columns}
						columns={drawn.columns}
						sightFrom={row.sight.from}
						sightTo={row.sight.to}
						active={row.isActive ? (active?.column ?? null) : null}
						editing={row.isActive ? editing : undefined}
						write={write}
						cancel={cancel}
					/>
				))}
			</div>
		</div>
	);
}
