import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSearchText, useText } from '@navette/ui';
import { useMemo } from 'react';
import { producerTotals, shownTourRows, type TourFilter, tourChecks } from '../../client/index.ts';
import { TabStrip } from '../parts/tab-strip.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { NoTourRows } from './no-tour-rows.tsx';
import { ProducerTable } from './producer-table.tsx';
import { tourTexts } from './texts.ts';
import { TourCards } from './tour-cards.tsx';
import { TourChecksList } from './tour-checks-list.tsx';
import { TourMatrix } from './tour-matrix.tsx';
import { TourToolbar } from './tour-toolbar.tsx';
import type { TourView } from './use-tour.ts';

const FILTERS: readonly TourFilter[] = ['ordered', 'all', 'alerts'];

/** The three views of a tour: matrix, producers, checks; and the order of one group beside. */
export function TourBody({ view }: { readonly view: TourView }) {
	const text = useText(tourTexts);
	const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
	const [tab, setTab] = useSearchText('view', 'matrix');
	const [search, setSearch] = useSearchText('q', '');
	const [asked, setFilter] = useSearchText('show', 'ordered');
	const [gc, setGroup] = useSearchText('group', '');
	const { rows, groups, producerName } = view;
	const filter = FILTERS.find((one) => one === asked) ?? 'ordered';
	const shown = useMemo(
		() => shownTourRows(rows, filter, search, producerName),
		[rows, filter, search, producerName],
	);
	const totals = useMemo(() => producerTotals(rows), [rows]);
	const checks = useMemo(() => tourChecks(rows, groups), [rows, groups]);
	const count =
		checks.silentGroups.length +
		checks.lonely.length +
		checks.odd.length +
		checks.idleProducers.length;
	const showAll = () => {
		setSearch('');
		setFilter('all');
	};
	const Cells = isWide ? TourMatrix : TourCards;
	return (
		<>
			<Tabs value={tab} onChange={(value) => setTab(value ?? 'matrix')} keepMounted={false}>
				<TabStrip label={text.views} open={tab}>
					<Tabs.Tab value="matrix">{text.matrix}</Tabs.Tab>
					<Tabs.Tab value="producers">{text.producers}</Tabs.Tab>
					<Tabs.Tab value="checks">
						{text.checks} ({count})
					</Tabs.Tab>
				</TabStrip>
				<Tabs.Panel value="matrix">
					<TourToolbar
						{...{ search, setSearch, filter, setFilter }}
						filters={FILTERS}
						count={shown.length}
					/>
					{shown.length === 0 ? (
						<NoTourRows hasOrders={totals.length > 0} showAll={showAll} />
					) : (
						<Cells view={view} rows={shown} openGroup={setGroup} />
					)}
				</Tabs.Panel>
				<Tabs.Panel value="producers">
					<ProducerTable totals={totals} producerName={producerName} />
				</Tabs.Panel>
				<Tabs.Panel value="checks">
					<TourChecksList checks={checks} view={view} />
				</Tabs.Panel>
			</Tabs>
			<GroupDrawer view={view} gc={gc} close={() => setGroup('')} />
		</>
	);
}
