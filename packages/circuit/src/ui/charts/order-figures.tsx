import {
	LoadingState,
	type RoleView,
	useFormats,
	useReport,
	useText,
	useThread,
} from '@navette/ui';
import { useMemo } from 'react';
import {
	documentOf,
	documentsOf,
	extremesOf,
	groupFigures,
	truckFigures,
} from '../../client/index.ts';
import { GROUP_ITSELF, type GroupementSheet } from '../../model/index.ts';
import { areLoading, oldestSync, useThreads } from '../parts/use-threads.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import { FiguresPage } from './figures-page.tsx';
import { PriceHistory, TruckCharts } from './groupement-figures.tsx';
import { NoFigures } from './no-figures.tsx';
import { PaceChart } from './pace-chart.tsx';
import { DiscrepancyRanking, TopProducts } from './rankings.tsx';

/** Orders of groups: those of the own group over its groupements, or those of the tours of one. */
function useGroupOrders(role: RoleView) {
	const own = role.right.split('/')[1] ?? '';
	const isGroup = role.usage === 'GC';
	const gps = isGroup ? (role.gps ?? []) : [own];
	const years = isGroup ? [] : gps.map((gp) => `CALGP/${gp}`);
	const calendars = useThreads(years);
	const deliveries = [...calendars.values()].flatMap((view) => [
		...documentsOf(view, 'LIVRG').values(),
	]);
	const tours = deliveries.map(({ key }) => `CMDGP/${key.gp}.${key.livr}`);
	const paths = isGroup ? gps.map((gp) => `CMDOV/${own}.${gp}`) : tours;
	const views = useThreads(paths, { types: ['BCG'] });
	return {
		deliveries,
		isLoading: areLoading(calendars, years) || areLoading(views, paths),
		syncedAt: oldestSync(views.values()),
		orders: useMemo(
			() => [...views.values()].flatMap((view) => [...documentsOf(view, 'BCG').values()]),
			[views],
		),
	};
}

/** Names of groups and of producers (`gp.pr`). */
function useNames() {
	const directory = useThread('RGP/', { types: ['RG', 'RP'] });
	const general = documentOf(directory, 'RG', '');
	return {
		group: (gc: string) => general?.gcs[gc]?.nom ?? gc,
		producer: (code: string) => {
			const [gp = '', pr = ''] = code.split('.');
			const own = pr === GROUP_ITSELF ? general?.gps[gp]?.nom : undefined;
			return documentOf(directory, 'RP', gp)?.prs[pr]?.carte.nom ?? own ?? `n° ${pr}`;
		},
	};
}

/** The trucks of a groupement, with their payload; a group sees none. */
function useTrucks(role: RoleView) {
	const id = role.right.split('/')[1] ?? '';
	const isGroupement = role.usage === 'GP';
	const asked = { right: role.right, type: 'FGP', id };
	const sheet = useReport<GroupementSheet>(isGroupement ? 'Lire' : undefined, asked);
	return sheet.result?.par.camions ?? [];
}

/** Deliveries of a group or of a groupement: amounts, weights, people, what did not agree. */
export function OrderFigures({ role }: { readonly role: RoleView }) {
	const text = useText(chartTexts);
	const { money, roundMoney, weight, number } = useFormats();
	const categories = useCategoryNames();
	const { orders, deliveries, syncedAt, isLoading } = useGroupOrders(role);
	const trucks = useTrucks(role);
	const names = useNames();
	if (orders.length === 0)
		return (
			<FiguresPage syncedAt={syncedAt}>{isLoading ? <LoadingState /> : <NoFigures />}</FiguresPage>
		);
	const people = groupFigures(orders, 'nco');
	const [fewest, most] = extremesOf(people);
	const shared = {
		of: text.delivery,
		categoryName: categories.delivery,
		seriesName: names.group,
	};
	return (
		<FiguresPage syncedAt={syncedAt}>
			<FigureChart
				title={text.amount}
				figures={groupFigures(orders, 'px')}
				format={money}
				formatTick={roundMoney}
				{...shared}
			/>
			<FigureChart
				title={text.weight}
				figures={groupFigures(orders, 'pb')}
				format={weight}
				{...shared}
			/>
			<FigureChart
				title={text.people}
				sentence={text.between(number(fewest), number(most))}
				figures={people}
				format={number}
				{...shared}
			/>
			<DiscrepancyRanking orders={orders} producerName={names.producer} />
			{role.usage === 'GC' ? <PaceChart role={role} orders={orders} /> : null}
			<TruckCharts trucks={truckFigures(deliveries, trucks, orders)} />
			<TopProducts role={role} orders={orders} />
			{role.usage === 'GP' ? <PriceHistory role={role} /> : null}
		</FiguresPage>
	);
}
