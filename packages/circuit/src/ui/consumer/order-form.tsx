import { Button } from '@mantine/core';
import { EmptyState, useActions, useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { orderSynthesis } from '../../model/index.ts';
import { OrderBanner } from './order-banner.tsx';
import { orderTexts } from './order-texts.ts';
import { OrderTools } from './order-tools.tsx';
import { OrderTotal } from './order-total.tsx';
import { ProductList } from './product-list.tsx';
import { RefusedLines } from './refused-lines.tsx';
import type { DeliveryView } from './use-delivery.ts';
import { useLineChange } from './use-line-change.ts';
import { useOrderRows } from './use-order-rows.ts';
import type { OrderWriting } from './use-order-writing.ts';
import { useProductQuery } from './use-product-query.ts';

interface Props {
	readonly view: DeliveryView;
	readonly writing: OrderWriting;
	/** where the key beside the total leads; the delivery unless told */
	readonly done?: string;
}

function NothingFound({ showAll }: { showAll(): void }) {
	const text = useText(orderTexts);
	return (
		<EmptyState
			icon={IconSearch}
			title={text.noneTitle}
			action={<Button onClick={showAll}>{text.showAll}</Button>}
		>
			{text.none}
		</EmptyState>
	);
}

/** Search, filters, products by shelf, and the total pinned at the bottom. */
export function OrderForm({ view, writing, done }: Props) {
	const text = useText(orderTexts);
	const { order, pending } = writing;
	const isOpen = view.writable;
	const rows = useOrderRows(view, order, pending);
	const query = useProductQuery(rows, isOpen ? 'available' : 'ordered');
	const { change, insist } = useLineChange(writing);
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const intoList = () =>
		list.current?.querySelector<HTMLInputElement>('.nv-stepper input')?.focus();
	useActions([
		{
			...{ id: 'search-product', label: text.search, keys: '/' },
			run: () => field.current?.focus(),
		},
	]);
	return (
		<div className="co-order">
			<OrderBanner view={view} waiting={pending.lines.size} />
			{writing.fault === undefined ? null : (
				<p className="co-banner" data-tone="danger" role="alert">
					{text.deviceFull} {writing.fault}
				</p>
			)}
			<div className="co-order-body">
				<OrderTools {...query} field={field} intoList={intoList} />
				<div ref={list}>
					<p className="nv-hidden" role="status">
						{text.found(query.found.length)}
					</p>
					{query.found.length === 0 ? <NothingFound showAll={query.clear} /> : null}
					<ProductList
						gp={view.place.gp}
						rows={query.found}
						onChange={isOpen ? change : undefined}
					/>
				</div>
			</div>
			<div className="co-pinned">
				<RefusedLines
					refused={[...pending.refused.values()]}
					shownAmount={writing.shownAmount}
					keep={writing.dismiss}
					put={insist}
					now={view.now}
				/>
				<OrderTotal
					synthesis={orderSynthesis(order)}
					writable={isOpen}
					to={done ?? `deliveries/${view.place.gp}/${view.place.livr}`}
				/>
			</div>
		</div>
	);
}
