import { DataAge, EmptyState, ErrorState, LoadingState, useText } from '@navette/ui';
import { IconBook } from '@tabler/icons-react';
import { useRef } from 'react';
import { deliveryTexts } from './delivery-texts.ts';
import { OrderTools } from './order-tools.tsx';
import { ProductList } from './product-list.tsx';
import type { DeliveryView } from './use-delivery.ts';
import { useOrderRows } from './use-order-rows.ts';
import { useProductQuery } from './use-product-query.ts';

const NOTHING_PENDING = { lines: new Map(), refused: new Map() };

/** What may be ordered in this delivery, with prices and what they were at the opening. */
export function CatalogueTab({ view }: { readonly view: DeliveryView }) {
	const text = useText(deliveryTexts);
	const { catalogue, order } = view;
	const rows = useOrderRows(view, order, NOTHING_PENDING);
	const query = useProductQuery(rows, 'all');
	const field = useRef<HTMLInputElement>(null);
	if (!catalogue.result && catalogue.error)
		return <ErrorState error={catalogue.error} retry={catalogue.refresh} />;
	if (!catalogue.result) return <LoadingState rows={6} />;
	if (rows.length === 0)
		return (
			<EmptyState icon={IconBook} title={text.emptyCatalogueTitle}>
				{text.emptyCatalogue}
			</EmptyState>
		);
	return (
		<>
			<DataAge asOf={catalogue.asOf} />
			<div className="co-order-body">
				<OrderTools {...query} field={field} intoList={() => undefined} />
				<ProductList gp={view.place.gp} rows={query.found} />
			</div>
		</>
	);
}
