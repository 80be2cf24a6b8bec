import { type RoleView, useFormats, useText } from '@navette/ui';
import { useMemo } from 'react';
import { consumerFigures, consumerOf, documentsOf } from '../../client/index.ts';
import { oldestSync, useThreads } from '../parts/use-threads.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import { FiguresPage } from './figures-page.tsx';
import { NoFigures } from './no-figures.tsx';

/** The own orders of a consumer, and nobody else's. */
export function OwnFigures({ role }: { readonly role: RoleView }) {
	const text = useText(chartTexts);
	const { money, weight } = useFormats();
	const names = useCategoryNames();
	const { gc, co, gps } = consumerOf(role);
	const calendars = useThreads(gps.map((gp) => `CALGP/${gp}`));
	const paths = [...calendars.values()].flatMap((view) =>
		[...documentsOf(view, 'LIVRG').values()].map(({ key }) => `CMDC/${gc}.${key.gp}.${key.livr}`),
	);
	const views = useThreads(paths, { types: ['BCC'], filters: { BCC: { co } } });
	const orders = useMemo(
		() =>
			[...views.values()]
				.flatMap((view) => [...documentsOf(view, 'BCC').values()])
				.filter(({ key }) => key.co === co),
		[views, co],
	);
	if (orders.length === 0)
		return (
			<FiguresPage>
				<NoFigures />
			</FiguresPage>
		);
	const seriesName = (id: string) => (id === 'weighed' ? text.weighed : text.estimated);
	return (
		<FiguresPage syncedAt={oldestSync(views.values())}>
			<FigureChart
				title={text.ownAmount}
				of={text.month}
				figures={consumerFigures(orders, 'px')}
				categoryName={names.month}
				{...{ seriesName, format: money }}
			/>
			<FigureChart
				title={text.ownWeight}
				of={text.month}
				figures={consumerFigures(orders, 'pb')}
				categoryName={names.month}
				{...{ seriesName, format: weight }}
			/>
		</FiguresPage>
	);
}
