import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useActions, usePreferences, useText } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { RowFilter } from '../../client/index.ts';
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
	const field = useRef<HTMLInputElement>(null);
	useActions([
		{
			id: 'group-order-search',
			label: text.searchAction,
			keys: '/',
			run: () => field.current?.focus(),
		},
	]);
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
