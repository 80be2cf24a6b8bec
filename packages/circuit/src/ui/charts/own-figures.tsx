import { type RoleView, useFormats, useText, WhenReady } from '@navette/ui';
import {
	consumerFigures,
	consumerOf,
	documentsOf,
	highestOf,
	type OrderSum,
	shareOf,
	totalOf,
} from '../../client/index.ts';
import { useThreads } from '../parts/use-threads.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import { FiguresPage } from './figures-page.tsx';
import { NoFigures } from './no-figures.tsx';
import { useRefreshedReport } from './use-refreshed-report.ts';

/** What came of one's own orders, asked again when one of them moves. */
function useOwnOrders(role: RoleView) {
	const { right, gc, co, gps } = consumerOf(role);
	const calendars = useThreads(gps.map((gp) => `CALGP/${gp}`));
	const paths = [...calendars.values()].flatMap((view) =>
		[...documentsOf(view, 'LIVRG').values()].map(({ key }) => `CMDC/${gc}.${key.gp}.${key.livr}`),
	);
	const views = useThreads(paths, { types: ['BCC'], filters: { BCC: { co } } });
	const stamp = [...views.values()].map(({ version }) => version).join(' ');
	return useRefreshedReport<{ commandes: readonly OrderSum[] }>('Bilan', { right, gc, co }, stamp);
}

/** The own orders of a consumer, and nobody else's. */
export function OwnFigures({ role }: { readonly role: RoleView }) {
	const text = useText(chartTexts);
	const report = useOwnOrders(role);
	const orders = report.result?.commandes ?? [];
	return (
		<FiguresPage asOf={report.asOf} kept={text.ownKept}>
			<WhenReady view={report} retry={report.refresh}>
				{orders.length === 0 ? <NoFigures /> : <OwnCharts orders={orders} />}
			</WhenReady>
		</FiguresPage>
	);
}

function OwnCharts({ orders }: { readonly orders: readonly OrderSum[] }) {
	const text = useText(chartTexts);
	const { money, roundMoney, weight, percent } = useFormats();
	const { month } = useCategoryNames();
	const chart = (measure: 'px' | 'pn', format: (value: number) => string) => {
		const figures = consumerFigures(orders, measure);
		const share = shareOf(figures, 'weighed') ?? 0;
		const sum = text.sum(format(totalOf(figures)), month(highestOf(figures) ?? ''));
		const sure = Math.floor(share / 100) * 100;
		return {
			...{ figures, format },
			sentence: `${sum} ${share === 10_000 ? text.nothingEstimated : text.surely(percent(sure))}`,
		};
	};
	const shared = {
		of: text.month,
		categoryName: month,
		seriesName: (id: string) => (id === 'weighed' ? text.weighed : text.estimated),
	};
	return (
		<>
			<FigureChart
				title={text.ownAmount}
				formatTick={roundMoney}
				{...chart('px', money)}
				{...shared}
			/>
			<FigureChart title={text.ownWeight} {...chart('pn', weight)} {...shared} />
		</>
	);
}
