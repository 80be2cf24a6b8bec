import { useText } from '@navette/ui';
import { changesToTell } from '../../../client/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { useDateWords } from './told-note.tsx';
import type { DeliveryDesk } from './use-delivery-desk.ts';

const NO_PRICES = { lignes: {} };

/** What moved since the opening, first state to last: what a message to the groups is made of. */
export function HistoryPanel({ desk }: { readonly desk: DeliveryDesk }) {
	const text = useText(deliveryTexts);
	const { lineOf } = useDateWords(desk.view.groupName);
	const changes = changesToTell(desk.delivery, NO_PRICES, desk.delivery.tOuv);
	const dates = changes.flatMap((one) => (one.kind === 'date' ? [one] : []));
	if (dates.length === 0) return null;
	return (
		<section className="nv-card cg-panel" aria-labelledby="history">
			<h2 id="history">{text.history}</h2>
			<p className="nv-quiet">{text.historyNote}</p>
			<ul>
				{dates.map((one) => (
					<li key={one.field}>{lineOf(one)}</li>
				))}
			</ul>
		</section>
	);
}
