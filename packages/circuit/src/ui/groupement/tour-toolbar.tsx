import { SegmentedControl, TextInput } from '@mantine/core';
import { useActions, useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { TourFilter } from '../../client/index.ts';
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
	const field = useRef<HTMLInputElement>(null);
	const run = () => field.current?.focus();
	useActions([{ id: 'tour-search', label: text.searchAction, keys: '/', run }]);
	return (
		<div className="ci-toolbar">
			<TextInput
				ref={field}
				type="search"
				className="ci-search"
				leftSection={<IconSearch size={18} aria-hidden />}
				aria-label={text.search}
				placeholder={text.search}
				value={search}
				onChange={(event) => setSearch(event.currentTarget.value)}
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
