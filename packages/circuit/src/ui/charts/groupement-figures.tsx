import { NativeSelect } from '@mantine/core';
import { type RoleView, useFormats, useReport, useSearchText, useText } from '@navette/ui';
import type { ReactNode } from 'react';
import {
	type GeneralProduct,
	generalProducts,
	highestOf,
	priceFigures,
	type TruckFigures,
} from '../../client/index.ts';
import type { GeneralCatalogue } from '../../model/index.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';

/** How full each truck is, a chart for each: shares of two trucks do not add up. */
export function TruckCharts({ trucks }: { readonly trucks: readonly TruckFigures[] }) {
	const text = useText(chartTexts);
	const { percent } = useFormats();
	const { delivery } = useCategoryNames();
	return trucks.map(({ truck, figures }) => {
		const fullest = highestOf(figures) ?? '';
		const share = figures.series[0]?.values[figures.categories.indexOf(fullest)] ?? 0;
		return (
			<FigureChart
				key={truck}
				title={text.truckFill(truck)}
				of={text.delivery}
				figures={figures}
				categoryName={delivery}
				seriesName={() => text.fill}
				format={percent}
				sentence={text.fullest(percent(share), delivery(fullest))}
			/>
		);
	});
}

/** Where a history of prices says most: shown until another one is chosen. */
const mostChanged = (products: readonly GeneralProduct[]): GeneralProduct | undefined =>
	products.toSorted((a, b) => b.product.cv.length - a.product.cv.length)[0];

/** The price of one product of the general catalogue over time. */
export function PriceHistory({ role }: { readonly role: RoleView }) {
	const text = useText(chartTexts);
	const gp = role.right.split('/')[1] ?? '';
	const asked = { right: role.right, type: 'CATG', id: gp };
	const report = useReport<GeneralCatalogue | null>('Lire', asked);
	const [wanted, setWanted] = useSearchText('product', '');
	const products = generalProducts(report.result ?? undefined, 99_991_231);
	const chosen = products.find(({ code }) => code === wanted) ?? mostChanged(products);
	if (!chosen) return null;
	return (
		<PriceChart
			chosen={chosen}
			controls={
				<NativeSelect
					label={text.product}
					value={chosen.code}
					onChange={(event) => setWanted(event.currentTarget.value)}
					data={products.map(({ code, product }) => ({ value: code, label: product.lib }))}
				/>
			}
		/>
	);
}

function PriceChart(props: { readonly chosen: GeneralProduct; readonly controls: ReactNode }) {
	const { chosen, controls } = props;
	const text = useText(chartTexts);
	const { money, roundMoney, day } = useFormats();
	const { mode, lib, cv } = chosen.product;
	const figures = priceFigures(cv);
	const format = (cents: number) => (mode === 'U' ? money(cents) : text.perKilo(money(cents)));
	const values = figures.series[0]?.values ?? [];
	const last = values.at(-1) ?? 0;
	const sentence =
		values.length < 2
			? text.onePrice(format(last), day(figures.categories[0] ?? '', 'date'))
			: text.pricesFrom(format(Math.min(...values)), format(Math.max(...values)), format(last));
	return (
		<FigureChart
			title={`${text.priceHistory} – ${lib}`}
			of={text.fromDay}
			figures={figures}
			categoryName={(from) => day(from, 'date')}
			seriesName={() => text.price}
			formatTick={roundMoney}
			{...{ format, sentence, controls }}
		/>
	);
}
