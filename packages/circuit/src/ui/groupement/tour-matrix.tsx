import { useFormats, usePreferences, useText } from '@navette/ui';
import { useMemo } from 'react';
import type { TourRow } from '../../client/index.ts';
import { priceUnit } from '../parts/amount-words.ts';
import type { SheetSpec } from '../parts/sheet/sheet.ts';
import { SheetGrid } from '../parts/sheet/sheet-grid.tsx';
import { matrixCell, matrixColumns, matrixItems } from './matrix-parts.tsx';
import { tourTexts } from './texts.ts';
import type { TourView } from './use-tour.ts';

export interface TourCellsProps {
	readonly view: TourView;
	readonly rows: readonly TourRow[];
	openGroup(gc: string): void;
}

const SIZES = {
	comfortable: { row: 3, section: 2.25, head: 3.25, foot: 2.5, lead: 17 },
	compact: { row: 2.125, section: 1.875, head: 2.75, foot: 2.25, lead: 17 },
} as const;

/** Products × groups of a tour. A column opens the order of its group. */
export function TourMatrix({ view, rows, openGroup }: TourCellsProps) {
	const text = useText(tourTexts);
	const formats = useFormats();
	const [{ density }] = usePreferences();
	const { groups, producerName } = view;
	const spec = useMemo((): SheetSpec<TourRow> => {
		return {
			label: text.matrixLabel,
			items: matrixItems(rows, producerName, formats),
			columns: matrixColumns(groups, text, formats),
			leadHead: text.product,
			leadFoot: text.total,
			rowName: (row) => row.line.perm.lib,
			rowHead: ({ line }) => (
				<span className="cg-lead">
					<span>{line.perm.lib}</span>
					<small>
						{formats.money(line.act.pu)} {priceUnit(line.perm, formats)}
					</small>
				</span>
			),
			cell: (row, column) => matrixCell(row, column.id, text, formats),
			open: (_row, column) => {
				if (column && groups.some((one) => one.gc === column.id)) openGroup(column.id);
			},
		};
	}, [rows, groups, producerName, text, formats, openGroup]);
	return (
		<>
			<SheetGrid spec={spec} sizes={SIZES[density]} />
			<p className="ci-hint">{text.openHint}</p>
		</>
	);
}
