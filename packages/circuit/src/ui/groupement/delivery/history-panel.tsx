import { type RoleView, useFormats, useReport, useText } from '@navette/ui';
import { changesToTell, NO_CATALOGUE, type OfferedCatalogue } from '../../../client/index.ts';
import { TellGroups } from '../parts/tell-groups.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { useDateWords } from './told-note.tsx';
import type { DeliveryDesk } from './use-delivery-desk.ts';

interface Props {
	readonly desk: DeliveryDesk;
	readonly role: RoleView;
}

/** What moved since the opening, first state to last: what a message to the groups is made of. */
export function HistoryPanel({ desk, role }: Props) {
	const text = useText(deliveryTexts);
	const { money } = useFormats();
	const { lineOf } = useDateWords(desk.view.groupName);
	const { result } = useReport<OfferedCatalogue>('Catalogue', desk.place);
	const changes = changesToTell(desk.delivery, result ?? NO_CATALOGUE, desk.delivery.tOuv);
	if (changes.length === 0) return null;
	return (
		<section className="nv-card cg-panel" aria-labelledby="history">
			<h2 id="history">{text.history}</h2>
			<p className="nv-quiet">{text.historyNote}</p>
			<ul>
				{changes.map((one) =>
					one.kind === 'date' ? (
						<li key={one.field}>{lineOf(one)}</li>
					) : (
						<li key={one.code}>{text.toldLine(one.label, money(one.before), money(one.after))}</li>
					),
				)}
			</ul>
			<TellGroups role={role} gp={desk.view.gp} livr={desk.livr} />
		</section>
	);
}
