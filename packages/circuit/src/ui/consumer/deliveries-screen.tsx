import {
	Columns,
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useFormats,
	useText,
} from '@navette/ui';
import { IconTruck } from '@tabler/icons-react';
import { useId } from 'react';
import type { DeliveryCard as Card, DeliveryList } from '../../client/index.ts';
import { ComingList } from './coming-list.tsx';
import { deliveriesTexts } from './deliveries-texts.ts';
import { DeliveryCard } from './delivery-card.tsx';
import { useDeliveries } from './use-deliveries.ts';
import { useGroupementNames } from './use-delivery.ts';
import './consumer.css';

interface SectionProps {
	readonly title: string;
	readonly cards: readonly Card[];
	readonly now: number;
	nameOf(gp: string): string;
}

function Section({ title, cards, now, nameOf }: SectionProps) {
	const id = useId();
	if (cards.length === 0) return null;
	return (
		<section aria-labelledby={id} className="co-section">
			<h2 id={id}>{title}</h2>
			<Columns as="ul">
				{cards.map((card) => (
					<DeliveryCard
						key={`${card.gp}.${card.livr}`}
						card={card}
						groupement={nameOf(card.gp)}
						now={now}
					/>
				))}
			</Columns>
		</section>
	);
}

function NothingOpen({ list, now, linked }: { list: DeliveryList; now: number; linked: boolean }) {
	const text = useText(deliveriesTexts);
	const { moment, longDate } = useFormats();
	const { nextOpening } = list;
	const week = 7 * 86_400_000;
	const when = (at: number) => (at - now < week ? moment(at, now) : longDate(at));
	const why = nextOpening === undefined ? text.emptyNone : text.emptyNext(when(nextOpening));
	return (
		<EmptyState icon={IconTruck} title={text.emptyTitle}>
			{linked ? why : text.noLink}
		</EmptyState>
	);
}

/** C1: the deliveries of a consumer: open, to collect, coming. */
export default function DeliveriesScreen({ role }: ScreenProps) {
	const text = useText(deliveriesTexts);
	const nameOf = useGroupementNames();
	const { consumer, loading, error, list, now, syncedAt } = useDeliveries(role);
	const shown = { now, nameOf };
	return (
		<Page
			title={text.title}
			aside={consumer.gps.length > 0 ? <DataAge syncedAt={syncedAt} /> : null}
		>
			{text.groupement === '' ? null : <p className="nv-quiet co-explain">{text.groupement}</p>}
			{error ? <ErrorState error={error} /> : null}
			{loading ? <LoadingState /> : null}
			{loading ? null : (
				<>
					<Section title={text.cancelled} cards={list.cancelled} {...shown} />
					<Section title={text.open} cards={list.open} {...shown} />
					{list.open.length === 0 ? (
						<NothingOpen list={list} now={now} linked={consumer.gps.length > 0} />
					) : null}
					<Section title={text.collect} cards={list.collect} {...shown} />
					<ComingList cards={list.coming} {...shown} />
					<Section title={text.without} cards={list.without} {...shown} />
				</>
			)}
		</Page>
	);
}
