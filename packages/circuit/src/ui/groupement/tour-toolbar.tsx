import { SegmentedControl } from '@mantine/core';
import { useText } from '@navette/ui';
import type { TourFilter } from '../../client/index.ts';
import { SearchField } from '../parts/search-field.tsx';
import { tourTexts } from './texts.ts';

interface Props {
	readonly search: string;
	setSearch(search: string): void;
	readonly filter: TourFilter;
	setFilter(filter: string): void;
	readonly filters: readonly TourFilter[];
	/** How many products are shown. */
	readonly count: number;
}

/** Search (`/`) and filter of the matrix of a tour. */
export function TourToolbar({ search, setSearch, filter, setFilter, filters, count }: Props) {
	const text = useText(tourTexts);
	return (
		<div className="ci-toolbar">
			<SearchField
				label={text.search}
				value={search}
				onChange={setSearch}
				action={{ id: 'tour-search', label: text.searchAction }}
			/>
			<SegmentedControl
				aria-label={text.filter}
				value={filter}
				onChange={setFilter}
				data={filters.map((value) => ({ value, label: text[value] }))}
			/>
			<span className="nv-quiet" role="status">
				{text.products(count)}
			</span>
		</div>
	);
}
