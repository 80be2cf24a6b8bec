import { SegmentedControl, Switch } from '@mantine/core';
import { usePreferences, useText } from '@navette/ui';
import type { RowFilter } from '../../client/index.ts';
import { SearchField } from '../parts/search-field.tsx';
import { groupOrderTexts } from './group-order-texts.ts';

interface Props {
	readonly search: string;
	setSearch(search: string): void;
	readonly filter: RowFilter;
	setFilter(filter: string): void;
	readonly filters: readonly RowFilter[];
	/** How many products are shown. */
	readonly count: number;
	/** Whether the density of the grid is offered. */
	readonly density: boolean;
}

/** Search (`/`), filter and density of the group's order. */
export function OrderToolbar(props: Props) {
	const { search, setSearch, filter, setFilter, filters, count, density } = props;
	const text = useText(groupOrderTexts);
	const [preferences, change] = usePreferences();
	return (
		<div className="ci-toolbar">
			<SearchField
				label={text.search}
				value={search}
				onChange={setSearch}
				action={{ id: 'group-order-search', label: text.searchAction }}
			/>
			<SegmentedControl
				aria-label={text.filter}
				value={filters.includes(filter) ? filter : 'ordered'}
				onChange={setFilter}
				data={filters.map((value) => ({ value, label: text[value] }))}
			/>
			<span className="nv-quiet" role="status">
				{text.products(count)}
			</span>
			{density ? (
				<Switch
					label={text.density}
					checked={preferences.density === 'compact'}
					onChange={(event) =>
						change({ density: event.currentTarget.checked ? 'compact' : 'comfortable' })
					}
				/>
			) : null}
		</div>
	);
}
