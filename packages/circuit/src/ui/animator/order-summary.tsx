import { useFormats, useText } from '@navette/ui';
import { alertsFor } from '../../model/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { dashboardTexts } from './texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

/** Where the delivery stands, and the figures of the group's order, in one line of a desk. */
export function OrderSummary({ view }: { readonly view: GroupOrderView }) {
	const text = useText(dashboardTexts);
	const { money, weight } = useFormats();
	const words = usePhaseWords();
	const { phase, next, groupOrder, now } = view;
	const { nco = 0, px = 0, pb = 0, al = 0 } = groupOrder?.tot ?? {};
	return (
		<section className="ci-summary">
			<PhaseChip phase={phase} />
			{next ? <span className="ci-next">{words.next(next, now)}</span> : null}
			<span className="ci-figures">
				<b>{text.people(nco)}</b>
				<b>≈ {money(px)}</b>
				<b>{weight(pb)}</b>
			</span>
			<AlertChips bits={alertsFor('GC', al)} />
		</section>
	);
}
