import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { useState } from 'react';
import type { ConsumerColumn, ProductRow } from '../../client/index.ts';
import { columnName } from './grid-columns.tsx';
import { groupOrderTexts } from './group-order-texts.ts';
import { type CellContext, cellFacts } from './order-cell.tsx';
import type { OrderGridProps } from './order-grid.tsx';
import { PersonQuantity } from './person-quantity.tsx';

interface Props extends Pick<OrderGridProps, 'view' | 'columns' | 'edits'> {
	readonly row: ProductRow;
	readonly context: CellContext;
}

/** Who ordered a product, with their quantities; the others on demand. */
export function ProductPeople({ row, context, view, columns, edits }: Props) {
	const text = useText(groupOrderTexts);
	const [all, setAll] = useState(false);
	const has = ({ co, itself }: ConsumerColumn) =>
		itself || cellFacts(context, row, co).cell !== undefined;
	const [first, others] = [columns.filter(has), columns.filter((one) => !has(one))];
	const shown = all ? columns : first;
	const canEdit = view.edition !== 'none' && (row.offered || row.wanted > 0);
	return (
		<>
			<ul className="ca-people-list">
				{shown.map((column) => (
					<PersonQuantity
						key={column.co}
						name={columnName(column, text)}
						row={row}
						facts={cellFacts(context, row, column.co)}
						canEdit={canEdit}
						edits={edits}
					/>
				))}
			</ul>
			{!all && others.length > 0 && canEdit ? (
				<Button variant="subtle" onClick={() => setAll(true)}>
					{text.others(others.length)}
				</Button>
			) : null}
		</>
	);
}
