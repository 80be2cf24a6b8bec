import { NativeSelect } from '@mantine/core';
import {
	type RoleView,
	useFormats,
	useReport,
	useSearchText,
	useText,
	useThread,
	WhenReady,
} from '@navette/ui';
import {
	documentsOf,
	generalProducts,
	producerFigures,
	producerOf,
	producerThread,
	productFigures,
} from '../../client/index.ts';
import { type GeneralCatalogue, parseProductCode } from '../../model/index.ts';
import { useGroupNames } from '../producer/use-producer.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import { FiguresPage } from './figures-page.tsx';
import { NoFigures } from './no-figures.tsx';

/** What was ordered from a producer: amounts by delivery, and one product over the last twelve. */
export function ProducerFigures({ role }: { readonly role: RoleView }) {
	const text = useText(chartTexts);
	const formats = useFormats();
	const categories = useCategoryNames();
	const groupName = useGroupNames();
	const producer = producerOf(role);
	const { right, gp } = producer;
	const report = useReport<GeneralCatalogue | null>('Lire', { right, type: 'CATG', id: gp });
	const [asked, setAsked] = useSearchText('product', '');
	const thread = useThread(producerThread(producer));
	const cartons = [...documentsOf(thread, 'CART').values()];
	if (thread.status !== 'ready' || cartons.length === 0)
		return (
			<FiguresPage syncedAt={thread.syncedAt}>
				<WhenReady view={thread}>
					<NoFigures />
				</WhenReady>
			</FiguresPage>
		);
	const products = generalProducts(report.result ?? undefined, 99_991_231);
	const chosen = products.find(({ code }) => code === asked) ?? products[0];
	return (
		<FiguresPage syncedAt={thread.syncedAt}>
			<FigureChart
				title={text.amount}
				of={text.delivery}
				figures={producerFigures(cartons)}
				categoryName={categories.delivery}
				seriesName={groupName}
				format={formats.money}
				formatTick={formats.roundMoney}
			/>
			{chosen ? (
				<FigureChart
					title={`${text.quantity} – ${chosen.product.lib}`}
					of={text.delivery}
					figures={productFigures(
						cartons,
						parseProductCode(chosen.code)?.rp ?? '',
						chosen.product.mode,
					)}
					categoryName={categories.delivery}
					seriesName={() => text.ordered}
					unit={chosen.product.mode === 'P' ? 1 : 2}
					format={chosen.product.mode === 'P' ? formats.weight : formats.quantity}
					controls={
						<NativeSelect
							label={text.product}
							value={chosen.code}
							onChange={(event) => setAsked(event.currentTarget.value)}
							data={products.map(({ code, product }) => ({ value: code, label: product.lib }))}
						/>
					}
				/>
			) : null}
		</FiguresPage>
	);
}
