import { useSearchText } from '@navette/ui';
import {
	filterCounts,
	filterProducts,
	isProductFilter,
	type OrderRow,
	type ProductFilter,
	shelvesOf,
} from '../../client/index.ts';

/** What is searched in an order form, kept in the address, and what it shows. */
export function useProductQuery(rows: readonly OrderRow[], initial: ProductFilter) {
	const [search, setSearch] = useSearchText('q', '');
	const [filterText, setFilter] = useSearchText('show', initial);
	const [shelf, setShelf] = useSearchText('shelf', '');
	const filter = isProductFilter(filterText) ? filterText : initial;
	return {
		...{ search, setSearch, filter, setFilter, shelf, setShelf },
		counts: filterCounts(rows),
		shelves: shelvesOf(filterProducts(rows, { filter, search: '', shelf: '' })).map(
			({ name }) => name,
		),
		found: filterProducts(rows, { filter, search, shelf }),
		clear: () => {
			setSearch('');
			setFilter('all');
			setShelf('');
		},
	};
}
