import { useFormats, useText } from '@navette/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ProductRow } from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { amountInWords, priceUnit } from '../parts/amount-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';
import type { CellContext } from './order-cell.tsx';
import type { OrderGridProps } from './order-grid.tsx';
import { ProductPeople } from './product-people.tsx';

interface CardProps extends Omit<OrderGridProps, 'rows' | 'producerName'> {
	readonly row: ProductRow;
	readonly context: CellContext;
}

function ProductCard({ row, ...props }: CardProps) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const [opened, setOpened] = useState(false);
	const { perm, act } = row.line;
	return (
		<li className="nv-card ca-product">
			<button
				type="button"
				className="ca-product-head"
				aria-expanded={opened}
				onClick={() => setOpened(!opened)}
			>
				<span className="ca-product-name">
					<b>{perm.lib}</b>
					<small className="nv-quiet">
						{row.offered
							? `${formats.money(act.pu)} ${priceUnit(perm, formats)}`
							: text.unavailable}
					</small>
				</span>
				<span className="ca-product-total">
					<b>{row.wanted > 0 ? amountInWords(row.wanted, perm, formats) : '–'}</b>
					<small className="nv-quiet">
						{row.people > 0 ? text.people(row.people) : ''}
						{row.price > 0 ? ` · ${row.estimated ? '≈ ' : ''}${formats.money(row.price)}` : ''}
					</small>
				</span>
				<IconChevronRight size={20} aria-hidden data-opened={opened || undefined} />
			</button>
			<AlertChips bits={row.alerts} />
			{opened ? <ProductPeople row={row} {...props} /> : null}
		</li>
	);
}

/** The group's order on a phone: a card per product, its consumers one tap away. */
export function OrderCards({ rows, producerName, ...props }: OrderGridProps) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const { view, columns, edits } = props;
	const { orders } = view;
	const { outcomes } = edits;
	const context = useMemo((): CellContext => {
		const people = new Map(columns.map((one) => [one.co, one] as const));
		return { orders, outcomes, people, text, formats };
	}, [orders, outcomes, columns, text, formats]);
	return (
		<div className="ca-products">
			{[...Map.groupBy(rows, (row) => row.pr)].map(([pr, own]) => (
				<section key={pr} aria-label={producerName(pr)}>
					<h2>{producerName(pr)}</h2>
					<ul>
						{own.map((row) => (
							<ProductCard key={row.code} row={row} context={context} {...props} />
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
