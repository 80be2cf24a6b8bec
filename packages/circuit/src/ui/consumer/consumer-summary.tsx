import { LoadingState, type RoleView, useText } from '@navette/ui';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { deliveriesTexts } from './deliveries-texts.ts';
import { OrderFigures } from './order-figures.tsx';
import { useDeliveries } from './use-deliveries.ts';
import { useGroupementNames } from './use-delivery.ts';

/** What matters now to a consumer, for a page that shows several organisations: the first delivery. */
export default function ConsumerSummary({ role }: { readonly role: RoleView }) {
	const text = useText(deliveriesTexts);
	const words = usePhaseWords();
	const nameOf = useGroupementNames();
	const { list, loading, now } = useDeliveries(role);
	if (loading) return <LoadingState rows={1} />;
	const card = list.open[0] ?? list.collect[0];
	if (!card) return <p className="nv-quiet">{text.emptyTitle}</p>;
	return (
		<>
			<p>
				<strong>{nameOf(card.gp)}</strong>
				{card.next ? <> · {words.next(card.next, now)}</> : null}
			</p>
			{card.synthesis && card.synthesis.references > 0 ? (
				<OrderFigures synthesis={card.synthesis} />
			) : (
				<p className="nv-quiet">{text.nothing}</p>
			)}
		</>
	);
}
