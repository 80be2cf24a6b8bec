import { NativeSelect, TextInput } from '@mantine/core';
import { useActions, useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { catalogueTexts } from './catalogue-texts.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

const SHOWS = ['sold', 'coming', 'off', 'removed', 'all'] as const;

/** What of the catalogue is shown: search (`/`), producer, shelf, state. */
export function CatalogueToolbar({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const field = useRef<HTMLInputElement>(null);
	const { query, setQuery, products, shown, view } = desk;
	const run = () => field.current?.focus();
	useActions([{ id: 'catalogue-search', label: text.searchAction, keys: '/', run }]);
	const producers = [...new Set(products.map(({ pr }) => pr))];
	const shelves = [...new Set(products.map(({ product }) => product.rayon))].toSorted((a, b) =>
		a.localeCompare(b, 'fr'),
	);
	return (
		<div className="ci-toolbar cg-filters">
			<TextInput
				ref={field}
				type="search"
				className="ci-search"
				leftSection={<IconSearch size={18} aria-hidden />}
				aria-label={text.search}
				placeholder={text.search}
				value={query.search}
				onChange={(event) => setQuery({ search: event.currentTarget.value })}
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
