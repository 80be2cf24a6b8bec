import { NativeSelect } from '@mantine/core';
import { useText } from '@navette/ui';
import { SearchField } from '../../parts/search-field.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

const SHOWS = ['sold', 'coming', 'off', 'removed', 'all'] as const;

/** What of the catalogue is shown: search (`/`), producer, shelf, state. */
export function CatalogueToolbar({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const { query, setQuery, products, shown, view } = desk;
	const producers = [...new Set(products.map(({ pr }) => pr))];
	const shelves = [...new Set(products.map(({ product }) => product.rayon))].toSorted((a, b) =>
		a.localeCompare(b, 'fr'),
	);
	return (
		<div className="ci-toolbar cg-filters">
			<SearchField
				label={text.search}
				value={query.search}
				onChange={(search) => setQuery({ search })}
				action={{ id: 'catalogue-search', label: text.searchAction }}
			/>
			<NativeSelect
				aria-label={text.producer}
				value={query.pr}
				onChange={(event) => setQuery({ pr: event.currentTarget.value })}
				data={[
					{ value: '', label: text.allProducers },
					...producers.map((value) => ({ value, label: view.producerName(value) })),
				]}
			/>
			<NativeSelect
				aria-label={text.shelf}
				value={query.rayon}
				onChange={(event) => setQuery({ rayon: event.currentTarget.value })}
				data={[{ value: '', label: text.allShelves }, ...shelves]}
			/>
			<NativeSelect
				aria-label={text.show}
				value={query.show}
				onChange={(event) =>
					setQuery({ show: SHOWS.find((one) => one === event.currentTarget.value) ?? 'sold' })
				}
				data={SHOWS.map((value) => ({ value, label: text.shows[value] }))}
			/>
			<span className="nv-quiet" role="status">
				{text.count(shown.length)}
			</span>
		</div>
	);
}
