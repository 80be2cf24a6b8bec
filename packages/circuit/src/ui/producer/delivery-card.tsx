import { Chip, ScreenLink, Stat, Stats, useFormats, useText } from '@navette/ui';
import { IconPencilExclamation } from '@tabler/icons-react';
import type { ProducerDelivery } from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { PhaseTrack } from '../parts/phase-track.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { producerTexts } from './producer-texts.ts';

function Figures({ delivery }: { readonly delivery: ProducerDelivery }) {
	const text = useText(producerTexts);
	const { number, money, weight } = useFormats();
	const [, , ready, loaded] = delivery.states;
	return (
		<>
			<Stats>
				<Stat name={text.references} value={number(delivery.references)} />
				<Stat name={text.weight} value={weight(delivery.weight)} />
				<Stat name={text.amount} value={`≈ ${money(delivery.price)}`} />
			</Stats>
			{delivery.phase === 2 || delivery.phase === 3 ? (
				<p>{text.cartons(ready + loaded, delivery.groups)}</p>
			) : null}
			<AlertChips bits={delivery.alerts} />
		</>
	);
}

/** R1: one delivery, what is wanted of the producer, and whether that may still change. */
export function ProducerCard(props: { readonly delivery: ProducerDelivery; readonly now: number }) {
	const { delivery, now } = props;
	const text = useText(producerTexts);
	const { day } = useFormats();
	const words = usePhaseWords();
	return (
		<li className="nv-card ci-card">
			<PhaseTrack phase={delivery.phase} />
			<div className="ci-card-head">
				<h3>
					<ScreenLink to={`deliveries/${delivery.gp}/${delivery.livr}`} className="ci-card-link">
						{day(delivery.livr)}
					</ScreenLink>
					{delivery.label ? <small>{delivery.label}</small> : null}
				</h3>
				{delivery.phase === 1 ? (
					<Chip tone="warn" icon={IconPencilExclamation}>
						{text.notFinal}
					</Chip>
				) : (
					<PhaseChip phase={delivery.phase} />
				)}
			</div>
			{delivery.next && delivery.next.date !== 'tArc' ? (
				<p className="ci-next">{words.next(delivery.next, now)}</p>
			) : null}
			{delivery.cancelled ? <Chip tone="danger">{text.cancelled(delivery.cancelled)}</Chip> : null}
			{delivery.groups > 0 ? (
				<Figures delivery={delivery} />
			) : delivery.phase === 0 ? null : (
				<p className="nv-quiet">{delivery.phase === 1 ? text.nothingYet : text.nothing}</p>
			)}
		</li>
	);
}
