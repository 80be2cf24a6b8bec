import { type RoleView, useFormats, useReport, useText, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	discrepancyFigures,
	documentOf,
	documentsOf,
	groupFigures,
	topProducts,
	totalOf,
	truckFigures,
} from '../../client/index.ts';
import type { GroupementSheet } from '../../model/index.ts';
import { oldestSync, useThreads } from '../parts/use-threads.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import { FiguresPage } from './figures-page.tsx';
import { PriceHistory, TruckCharts } from './groupement-figures.tsx';
import { NoFigures } from './no-figures.tsx';
import { useProductNames } from './use-product-names.ts';

/** Orders of groups: those of the own group over its groupements, or those of the tours of one. */
function useGroupOrders(role: RoleView) {
	const own = role.right.split('/')[1] ?? '';
	const isGroup = role.usage === 'GC';
	const gps = isGroup ? (role.gps ?? []) : [own];
	const calendars = useThreads(isGroup ? [] : gps.map((gp) => `CALGP/${gp}`));
	const deliveries = [...calendars.values()].flatMap((view) => [
		...documentsOf(view, 'LIVRG').values(),
	]);
	const tours = deliveries.map(({ key }) => `CMDGP/${key.gp}.${key.livr}`);
	const views = useThreads(isGroup ? gps.map((gp) => `CMDOV/${own}.${gp}`) : tours, {
		types: ['BCG'],
	});
	return {
		gps,
		deliveries,
		syncedAt: oldestSync(views.values()),
		orders: useMemo(
			() => [...views.values()].flatMap((view) => [...documentsOf(view, 'BCG').values()]),
			[views],
		),
	};
}

/** Names of groups and producers. */
function useNames(gps: readonly string[]) {
	const directory = useThread('RGP/', { types: ['RG', 'RP'] });
	const general = documentOf(directory, 'RG', '');
	const [only] = gps;
	const producers =
		gps.length === 1 && only !== undefined ? documentOf(directory, 'RP', only) : undefined;
	return {
		group: (gc: string) => general?.gcs[gc]?.nom ?? gc,
		producer: (pr: string) => producers?.prs[pr]?.carte.nom ?? `n° ${pr}`,
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
	const { money, weight, number } = useFormats();
	const categories = useCategoryNames();
	const { gps, orders, deliveries, syncedAt } = useGroupOrders(role);
	const trucks = useTrucks(role);
	const names = useNames(gps);
	if (orders.length === 0)
		return (
			<FiguresPage>
				<NoFigures />
			</FiguresPage>
		);
	const gaps = discrepancyFigures(orders);
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
				figures={groupFigures(orders, 'nco')}
				format={number}
				{...shared}
			/>
			{totalOf(gaps) > 0 && gps.length === 1 ? (
				<FigureChart
					title={text.gaps}
					of={text.producer}
					figures={gaps}
					categoryName={names.producer}
					seriesName={() => text.count}
					format={number}
				/>
			) : null}
			<TruckCharts trucks={truckFigures(deliveries, trucks, orders)} />
			<TopProducts role={role} orders={orders} />
			{role.usage === 'GP' ? <PriceHistory role={role} /> : null}
		</FiguresPage>
	);
}

/** The products most wanted, by the number of orders; names from the catalogue of the last delivery. */
function TopProducts(props: {
	readonly role: RoleView;
	readonly orders: ReturnType<typeof useGroupOrders>['orders'];
}) {
	const text = useText(chartTexts);
	const { number } = useFormats();
	const { role, orders } = props;
	const last = orders.toSorted((a, b) => (b.key.livr ?? '').localeCompare(a.key.livr ?? ''))[0];
	const { gp = '', livr = '' } = last?.key ?? {};
	const labels = useProductNames(role.right, gp, livr);
	const top = topProducts(orders.filter(({ key }) => key.gp === gp));
	return (
		<FigureChart
			title={text.top}
			of={text.product}
			figures={{
				categories: top.map(([code]) => code),
				series: [{ id: 'nco', values: top.map(([, count]) => count) }],
			}}
			categoryName={labels}
			seriesName={() => text.topOf}
			format={number}
		/>
	);
}
