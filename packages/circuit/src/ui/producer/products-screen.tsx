import { TextInput } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useFormats,
	useNow,
	useReport,
	useSearchText,
	useText,
} from '@navette/ui';
import { IconCarrot, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { generalProducts, producerOf } from '../../client/index.ts';
import { type GeneralCatalogue, localTimeOf } from '../../model/index.ts';
import { ProductCard } from './product-card.tsx';
import { productsTexts } from './products-texts.ts';
import { useGroupNames } from './use-producer.ts';
import '../parts/frame.css';
import './producer.css';

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/\p{Diacritic}/gu, '')
		.toLowerCase();

/** R4: the products of a producer, with their conditions in force and to come. */
export default function ProductsScreen({ role }: ScreenProps) {
	const text = useText(productsTexts);
	const { timeZone } = useFormats();
	const { right, gp } = producerOf(role);
	const now = useNow();
	const report = useReport<GeneralCatalogue | null>('Lire', { right, type: 'CATG', id: gp });
	const groupName = useGroupNames();
	const [search, setSearch] = useSearchText('q', '');
	const today = localTimeOf(now, timeZone).day;
	const products = useMemo(
		() => generalProducts(report.result ?? undefined, today),
		[report.result, today],
	);
	const shown = products.filter(({ product }) => plain(product.lib).includes(plain(search)));
	return (
		<Page title={text.title} aside={<DataAge asOf={report.asOf} />}>
			{report.error && !report.result ? (
				<ErrorState error={report.error} retry={report.refresh} />
			) : null}
			{report.status === 'loading' ? <LoadingState rows={5} /> : null}
			{report.status === 'ready' && products.length === 0 ? (
				<EmptyState icon={IconCarrot} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
			) : null}
			{products.length > 0 ? (
				<>
					<p className="nv-quiet cp-tight">{text.kept}</p>
					<div className="ci-toolbar">
						<TextInput
							type="search"
							className="ci-search"
							leftSection={<IconSearch size={18} aria-hidden />}
							aria-label={text.search}
							placeholder={text.search}
							value={search}
							onChange={(event) => setSearch(event.currentTarget.value)}
						/>
						<span className="nv-quiet" role="status">
							{text.count(shown.length)}
						</span>
					</div>
					{shown.length === 0 ? (
						<EmptyState icon={IconSearchOff} title={text.noneFound}>
							{text.noneFoundWhy}
						</EmptyState>
					) : (
						<ul className="ci-cards">
							{shown.map((entry) => (
								<ProductCard key={entry.code} entry={entry} groupName={groupName} />
							))}
						</ul>
					)}
				</>
			) : null}
		</Page>
	);
}
