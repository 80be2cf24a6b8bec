import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLanguage, useSearchText, useText } from '@navette/ui';
import { useMemo } from 'react';
import {
	cartonViews,
	consumerColumns,
	productRows,
	type RowFilter,
	shownRows,
} from '../../client/index.ts';
import { OfflineNote } from '../parts/offline-note.tsx';
import { TabStrip } from '../parts/tab-strip.tsx';
import { CartonList } from './carton-list.tsx';
import { EditHint } from './edit-hint.tsx';
import { groupOrderTexts } from './group-order-texts.ts';
import { NoRows } from './no-rows.tsx';
import { OrderCards } from './order-cards.tsx';
import { OrderGrid } from './order-grid.tsx';
import { OrderList } from './order-list.tsx';
import { OrderToolbar } from './order-toolbar.tsx';
import { useCellEdits } from './use-cell-edits.ts';
import { type GroupOrderView, producerNameIn } from './use-group-order.ts';

const FILTERS: readonly RowFilter[] = ['all', 'ordered', 'alerts'];

/** The three views of a group's order: grid, list, cartons. One search and one filter for all. */
export function GroupOrderBody({ view }: { readonly view: GroupOrderView }) {
	const text = useText(groupOrderTexts);
	const language = useLanguage();
	const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
	const [tab, setTab] = useSearchText('view', 'grid');
	const [search, setSearch] = useSearchText('q', '');
	const [asked, setFilter] = useSearchText('show', view.edition === 'ordered' ? 'all' : 'ordered');
	const filter = FILTERS.find((one) => one === asked) ?? 'all';
	const { catalogue, orders, groupOrder, directory, producers, cartons } = view;
	const producerName = useMemo(() => producerNameIn(producers), [producers]);
	const columns = useMemo(
		() => consumerColumns(directory, orders, language),
		[directory, orders, language],
	);
	const rows = useMemo(
		() => productRows({ catalogue, orders, groupOrder }),
		[catalogue, orders, groupOrder],
	);
	const shown = useMemo(
		() =>
			shownRows(rows, tab === 'bcg' && filter === 'all' ? 'ordered' : filter, search, producerName),
		[rows, filter, search, producerName, tab],
	);
	const edits = useCellEdits(view.scope, view.edition);
	const boxes = useMemo(() => cartonViews(cartons.values(), catalogue), [cartons, catalogue]);
	const showAll = () => {
		setSearch('');
		setFilter('all');
	};
	const none = <NoRows hasOrders={groupOrder !== undefined} showAll={showAll} />;
	const Cells = isWide ? OrderGrid : OrderCards;
	const shared = { view, rows: shown, producerName };
	return (
		<Tabs value={tab} onChange={(value) => setTab(value ?? 'grid')} keepMounted={false}>
			<TabStrip label={text.views} open={tab}>
				<Tabs.Tab value="grid">{text.grid}</Tabs.Tab>
				<Tabs.Tab value="bcg">{text.bcg}</Tabs.Tab>
				<Tabs.Tab value="cartons">{text.cartons}</Tabs.Tab>
			</TabStrip>
			{tab === 'cartons' ? null : (
				<OrderToolbar
					{...{ search, setSearch, filter, setFilter }}
					filters={tab === 'bcg' ? ['ordered', 'alerts'] : FILTERS}
					count={shown.length}
					density={tab === 'grid' && isWide}
				/>
			)}
			<OfflineNote />
			<Tabs.Panel value="grid">
				{shown.length === 0 ? none : <Cells {...shared} columns={columns} edits={edits} />}
				<EditHint view={view} />
			</Tabs.Panel>
			<Tabs.Panel value="bcg">{shown.length === 0 ? none : <OrderList {...shared} />}</Tabs.Panel>
			<Tabs.Panel value="cartons">
				<CartonList cartons={boxes} producerName={producerName} />
			</Tabs.Panel>
		</Tabs>
	);
}
