import { CloseButton, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { PRODUCT_FILTERS, type ProductFilter } from '../../client/index.ts';
import { orderTexts } from './order-texts.ts';
import { Pills } from './pills.tsx';

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
	const useful = PRODUCT_FILTERS.filter((one) => counts[one] > 0 || one === filter);
	return (
		<search className="co-tools">
			<TextInput
				ref={props.field}
				type="search"
				size="md"
				label={text.search}
				description={text.searchHint}
				leftSection={<IconSearch size={20} aria-hidden />}
				rightSection={
					search === '' ? null : (
						<CloseButton aria-label={text.clear} onClick={() => setSearch('')} />
					)
				}
				value={search}
				onChange={(event) => setSearch(event.currentTarget.value)}
				onKeyDown={press}
				aria-keyshortcuts="/"
			/>
			<Pills
				legend={text.filters}
				value={filter}
				choices={useful.map((one) => ({ value: one, label: text.filter[one], count: counts[one] }))}
				onChoose={props.setFilter}
			/>
			<Pills
				legend={text.shelves}
				value={props.shelf}
				choices={[
					{ value: '', label: text.everyShelf },
					...props.shelves.map((name) => ({ value: name, label: name })),
				]}
				onChoose={props.setShelf}
			/>
		</search>
	);
}
