import { memo } from 'react';
import type { SheetItem, SheetSpec } from './sheet.ts';
import { type Editing, SheetCellBox, type Writing } from './sheet-cell.tsx';
import type { Places, Span } from './sheet-places.ts';
import { indexesOf } from './sheet-shown.ts';

interface Props<Row> extends Writing {
	readonly id: string;
	/** The sheet as it is: for the columns in sight. */
	readonly spec: SheetSpec<Row>;
	readonly item: SheetItem<Row>;
	/** The sheet as it was a moment ago: for the others, which follow when there is time. */
	readonly pastSpec: SheetSpec<Row>;
	readonly pastItem: SheetItem<Row>;
	readonly top: number;
	readonly height: number;
	readonly places: Places;
	readonly columns: Span;
	readonly sightFrom: number;
	readonly sightTo: number;
	/** Active column of this row; `null` = another row is active, or its header. */
	readonly active: string | null;
	readonly editing: Editing | undefined;
}

function StripOf<Row>(props: Props<Row>) {
	const { id, spec, item, pastSpec, pastItem, top, height, places, active, editing } = props;
	const { sightFrom, sightTo, write, cancel } = props;
	const { from, to } = props.columns;
	const place = { top, height, paddingInlineStart: places[from] };
	if (item.kind === 'section') return <div className="ci-sheet-band" style={{ top, height }} />;
	const activeColumn = spec.columns.findIndex((column) => column.id === active);
	const noted = spec.columns[activeColumn];
	// Said by the strip itself: a selector that looks into strips would be asked at each one drawn.
	const isNoted = noted && spec.cell(item.row, noted).note !== undefined;
	return (
		<div
			id={id}
			role="presentation"
			className="ci-sheet-strip"
			data-noted={isNoted || undefined}
			style={place}
		>
			{indexesOf(props.columns, activeColumn).map((index) => {
				const isActive = index === activeColumn;
				const isNow = isActive || (index >= sightFrom && index < sightTo);
				const [now, of] = isNow ? [spec, item] : [pastSpec, pastItem];
				const column = now.columns[index];
				const left = places[index] ?? 0;
				return column && of.kind === 'row' ? (
					<SheetCellBox
						key={column.id}
						cell={now.cell(of.row, column)}
						name={`${now.rowName(of.row)}, ${column.name}`}
						canEdit={now.editor?.canEdit(of.row, column)}
						id={item.id}
						column={column.id}
						shade={column.tone}
						index={index + 2}
						left={index < from || index >= to ? left : undefined}
						width={(places[index + 1] ?? left) - left}
						isActive={isActive}
						editing={isActive ? editing : undefined}
						write={write}
						cancel={cancel}
					/>
				) : null;
			})}
		</div>
	);
}

/** The cells of one row. */
export const SheetStrip = memo(StripOf) as typeof StripOf;
