import { Button } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useActions,
	useFormats,
	useNow,
	useReport,
	useText,
} from '@navette/ui';
import { IconBook, IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { consumerOf, generalRows, type OrderRow } from '../../client/index.ts';
import type { GeneralCatalogue } from '../../model/index.ts';
import { calendarsTexts } from './calendars-texts.ts';
import { OrderTools } from './order-tools.tsx';
import { ProductList } from './product-list.tsx';
import { useGroupementNames } from './use-delivery.ts';
import { useProductQuery } from './use-product-query.ts';
import './consumer.css';
import './order.css';

/** Products declared less than this before are new. */
const NEW_MS = 45 * 86_400_000;

interface BodyProps {
	readonly gp: string;
	readonly rows: readonly OrderRow[];
}

function Body({ gp, rows }: BodyProps) {
	const text = useText(calendarsTexts).catalogues;
	const query = useProductQuery(rows, 'all');
	const field = useRef<HTMLInputElement>(null);
	useActions([
		{ id: 'search-product', label: text.search, keys: '/', run: () => field.current?.focus() },
	]);
	return (
		<div className="co-order-body co-general">
			<OrderTools {...query} field={field} intoList={() => undefined} />
			{query.found.length === 0 ? (
				<EmptyState
					icon={IconSearch}
					title={text.noneTitle}
					action={<Button onClick={query.clear}>{text.showAll}</Button>}
				>
					{text.none}
				</EmptyState>
			) : (
				<ProductList gp={gp} rows={query.found} />
			)}
		</div>
	);
}

/** C7, one groupement: everything it offers, with the prices of the day. */
export default function CatalogueScreen({ role, params }: ScreenProps) {
	const text = useText(calendarsTexts).catalogues;
	const nameOf = useGroupementNames();
	const now = useNow(3_600_000);
	const { parts } = useFormats();
	const { gp = '' } = params;
	const { right, gc } = consumerOf(role);
	const report = useReport<GeneralCatalogue | null>('Lire', { right, type: 'CATG', id: gp });
	const catalogue = report.result;
	const { year, month, day } = parts(now);
	const today = year * 10_000 + month * 100 + day;
	const rows = useMemo(
		() => (catalogue ? generalRows(catalogue, { gc, today, newSince: now - NEW_MS }) : []),
		[catalogue, gc, today, now],
	);
	const isThere = catalogue !== undefined;
	return (
		<div className="co-delivery">
			<ScreenLink className="co-back" to="catalogues">
				<IconChevronLeft size={18} aria-hidden />
				{text.title}
			</ScreenLink>
			<Page title={text.of(nameOf(gp))} aside={<DataAge asOf={report.asOf} />}>
				<p className="nv-quiet co-explain">{text.generalHelp}</p>
				{report.error && !isThere ? (
					<ErrorState error={report.error} retry={report.refresh} />
				) : null}
				{!isThere && report.status === 'loading' ? <LoadingState rows={6} /> : null}
				{isThere && rows.length === 0 ? (
					<EmptyState icon={IconBook} title={text.emptyTitle}>
						{text.empty}
					</EmptyState>
				) : null}
				{rows.length > 0 ? <Body gp={gp} rows={rows} /> : null}
			</Page>
		</div>
	);
}
