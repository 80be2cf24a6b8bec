import { type RoleView, useFormats, useText } from '@navette/ui';
import { discrepancyFigures, topProducts } from '../../client/index.ts';
import type { GroupOrder } from '../../model/index.ts';
import { useGroupementNames } from '../consumer/use-delivery.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart } from './figure-chart.tsx';
import { useProductNames } from './use-product-names.ts';

/** Orders of groups, as threads have them. */
export type GroupOrders = readonly {
	readonly key: Readonly<Record<string, string>>;
	readonly data: GroupOrder;
}[];

/** Producers whose products did not agree with what was shipped; nothing when all did. */
export function DiscrepancyRanking(props: {
	readonly orders: GroupOrders;
	producerName(pr: string): string;
}) {
	const text = useText(chartTexts);
	const { number } = useFormats();
	const figures = discrepancyFigures(props.orders);
	const [most] = figures.categories;
	if (most === undefined) return null;
	return (
		<FigureChart
			title={text.gaps}
			of={text.producer}
			layout="rows"
			figures={figures}
			categoryName={props.producerName}
			seriesName={() => text.count}
			format={number}
			sentence={text.mostGaps(props.producerName(most), number(figures.series[0]?.values[0] ?? 0))}
		/>
	);
}

/** The products most wanted, by the number of orders; names from the catalogue of the last delivery. */
export function TopProducts({ role, orders }: { role: RoleView; orders: GroupOrders }) {
	const text = useText(chartTexts);
	const { number } = useFormats();
	const last = orders.toSorted((a, b) => (b.key.livr ?? '').localeCompare(a.key.livr ?? ''))[0];
	const { gp = '', livr = '' } = last?.key ?? {};
	const labels = useProductNames(role.right, gp, livr);
	const groupementName = useGroupementNames();
	const figures = topProducts(orders.filter(({ key }) => key.gp === gp));
	return (
		<FigureChart
			title={role.usage === 'GC' ? `${text.top} – ${groupementName(gp)}` : text.top}
			of={text.product}
			layout="rows"
			figures={figures}
			categoryName={labels}
			seriesName={() => text.topOf}
			format={number}
			sentence={text.mostWanted(
				labels(figures.categories[0] ?? ''),
				number(figures.series[0]?.values[0] ?? 0),
			)}
		/>
	);
}
