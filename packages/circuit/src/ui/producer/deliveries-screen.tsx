import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useNow,
	useText,
	useThread,
} from '@navette/ui';
import { IconTruckLoading } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
	documentsOf,
	PRODUCER_COLUMNS,
	producerDeliveries,
	producerOf,
	producerThread,
} from '../../client/index.ts';
import { oldestSync } from '../parts/use-threads.ts';
import { ProducerCard } from './delivery-card.tsx';
import { producerTexts } from './producer-texts.ts';
import '../parts/frame.css';

/** R1: the deliveries of a producer, those to prepare first. */
export default function ProducerDeliveriesScreen({ role }: ScreenProps) {
	const text = useText(producerTexts);
	const producer = producerOf(role);
	const now = useNow();
	const calendar = useThread(`CALGP/${producer.gp}`);
	const thread = useThread(producerThread(producer));
	const deliveries = documentsOf(calendar, 'LIVRG');
	const cartons = documentsOf(thread, 'CART');
	const columns = useMemo(
		() => producerDeliveries(deliveries.values(), cartons.values(), now),
		[deliveries, cartons, now],
	);
	const error = calendar.error ?? thread.error;
	const isReady = calendar.status === 'ready' && thread.status === 'ready';
	return (
		<Page title={text.title} aside={<DataAge syncedAt={oldestSync([calendar, thread])} />}>
			{error ? <ErrorState error={error} /> : null}
			{!isReady && !error ? <LoadingState /> : null}
			{isReady && deliveries.size === 0 ? (
				<EmptyState icon={IconTruckLoading} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
			) : null}
			{isReady
				? PRODUCER_COLUMNS.filter((column) => columns[column].length > 0).map((column) => (
						<section key={column} className="ci-part" aria-labelledby={`column-${column}`}>
							<h2 id={`column-${column}`}>{text.columns[column]}</h2>
							<ul className="ci-cards">
								{columns[column].map((delivery) => (
									<ProducerCard key={delivery.livr} delivery={delivery} now={now} />
								))}
							</ul>
						</section>
					))
				: null}
		</Page>
	);
}
