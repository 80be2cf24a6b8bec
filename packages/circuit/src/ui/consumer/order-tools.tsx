import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { PRODUCT_FILTERS, type ProductFilter } from '../../client/index.ts';
import { Pills } from '../parts/pills.tsx';
import { orderTexts } from './order-texts.ts';

interface Props {
	readonly field: RefObject<HTMLInputElement | null>;
	readonly search: string;
	readonly filter: ProductFilter;
	readonly shelf: string;
	readonly shelves: readonly string[];
	readonly counts: Readonly<Record<ProductFilter, number>>;
	setSearch(value: string): void;
	setFilter(value: string): void;
	setShelf(value: string): void;
	/** Enter in the search: into the list */
	intoList(): void;
}

/** Search, filters and shelves of the order form. */
export function OrderTools(props: Props) {
	const text = useText(orderTexts);
	const { search, setSearch, counts, filter } = props;
	const press = (event: KeyboardEvent) => {
		if (event.key === 'Escape' && search !== '') setSearch('');
		else if (event.key === 'Enter' || event.key === 'ArrowDown') props.intoList();
		else return;
		event.preventDefault();
	};
	const says = (one: ProductFilter) => one !== 'all' || counts.all > counts.available;
	const useful = PRODUCT_FILTERS.filter((one) => (counts[one] > 0 && says(one)) || one === filter);
	const shelves = [
		{ value: '', label: text.everyShelf },
		...props.shelves.map((name) => ({ value: name, label: name })),
	];
	return (
		<search className="co-tools">
			<TextInput
				ref={props.field}
				type="search"
				size="md"
				aria-label={text.search}
				placeholder={text.search}
				leftSection={<IconSearch size={20} aria-hidden />}
				rightSection={
					search === '' ? (
						<kbd className="co-key" aria-hidden>
							/
						</kbd>
					) : (
						<CloseButton aria-label={text.clear} onClick={() => setSearch('')} />
					)
				}
				value={search}
				onChange={(event) => setSearch(event.currentTarget.value)}
				onKeyDown={press}
				aria-keyshortcuts="/"
			/>
			<div className="co-choices">
				<NativeSelect
					className="co-shelf-select"
					aria-label={text.shelves}
					value={props.shelf}
					data={shelves}
					onChange={(event) => props.setShelf(event.currentTarget.value)}
				/>
				<Pills
					legend={text.filters}
					value={filter}
					choices={useful.map((one) => ({
						value: one,
						label: text.filter[one],
						count: counts[one],
					}))}
					onChoose={props.setFilter}
				/>
			</div>
			<div className="co-shelf-list">
				<Pills
					legend={text.shelves}
					value={props.shelf}
					choices={shelves}
					onChoose={props.setShelf}
				/>
			</div>
		</search>
	);
}
