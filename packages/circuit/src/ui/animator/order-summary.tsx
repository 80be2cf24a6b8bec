import { Stat, Stats, useFormats, useText } from '@navette/ui';
import { alertNames, alertsFor } from '../../model/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

/** Where the delivery stands, and the figures of the group's order. */
export function OrderSummary({ view }: { readonly view: GroupOrderView }) {
	const text = useText(groupOrderTexts);
	const { number, money, weight } = useFormats();
	const words = usePhaseWords();
	const { phase, next, groupOrder, now } = view;
	const total = groupOrder?.tot;
	const alerts = alertsFor('GC', total?.al ?? 0);
	return (
		<section className="ca-summary">
			<p className="ca-standing">
				<PhaseChip phase={phase} />
				{next ? <span className="ca-next">{words.next(next, now)}</span> : null}
			</p>
			<Stats>
				<Stat name={text.orders} value={number(total?.nco ?? 0)} />
				<Stat name={text.amount} value={`≈ ${money(total?.px ?? 0)}`} />
				<Stat name={text.weight} value={weight(total?.pb ?? 0)} />
			</Stats>
			{alertNames(alerts).length > 0 ? <AlertChips bits={alerts} /> : null}
		</section>
	);
}
