import type { SheetPosition, SheetSpec } from './sheet.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetLead } from './sheet-lead.tsx';
import type { ShownRow } from './sheet-shown.ts';
import type { SheetView } from './use-sheet.ts';
import type { SheetSizes } from './use-sheet-places.ts';

interface Props<Row> {
	readonly spec: SheetSpec<Row>;
	readonly sizes: SheetSizes;
	readonly view: SheetView;
	readonly shown: readonly ShownRow<Row>[];
	readonly active: SheetPosition | undefined;
	/** Id of the strip of cells of a row. */
	stripOf(index: number): string;
}

/** The grid for who reads it without seeing it: names of columns, rows with their headers, totals. */
export function SheetNames<Row>({ spec, sizes, view, shown, active, stripOf }: Props<Row>) {
	const head = { spec, places: view.columns, columns: view.drawn.columns };
	return (
		<table
			// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA
			role="grid"
			className="ci-sheet-names"
			style={{ width: view.width, height: view.height }}
			aria-label={spec.label}
			aria-rowcount={spec.items.length + 2}
			aria-colcount={spec.columns.length + 1}
		>
			<thead>
				<SheetHead {...head} part="head" height={sizes.head} />
			</thead>
			<tbody>
				{shown.map((row) => (
					<SheetLead
						key={row.item.id}
						spec={row.spec}
						item={row.item}
						index={row.index + 2}
						strip={stripOf(row.index)}
						top={row.top}
						height={row.height}
						isActive={row.isActive && active?.column === undefined}
					/>
				))}
			</tbody>
			<tfoot>
				<SheetHead {...head} part="foot" height={sizes.foot} />
			</tfoot>
		</table>
	);
}
