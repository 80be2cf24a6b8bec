import { Button } from '@mantine/core';
import { Chip, ScreenLink, useFormats, useText } from '@navette/ui';
import { IconCalendarEvent, IconMapPin } from '@tabler/icons-react';
import type { DeliveryCard as Card } from '../../client/index.ts';
import { AlertChip } from '../parts/alert-chip.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { PhaseTrack } from '../parts/phase-track.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { deliveriesTexts } from './deliveries-texts.ts';
import { OrderFigures } from './order-figures.tsx';

interface Props {
	readonly card: Card;
	readonly groupement: string;
	readonly now: number;
}

const FOLLOWED = [2, 3, 4, 5];

function Title({ card, groupement }: Omit<Props, 'now'>) {
	const { day } = useFormats();
	const { gp, livr, detailed, lib } = card;
	return (
		<h3 className="co-card-title">
			{detailed ? (
				<ScreenLink to={`deliveries/${gp}/${livr}`}>{groupement}</ScreenLink>
			) : (
				<span>{groupement}</span>
			)}
			<small>{lib ? `${day(livr)} · ${lib}` : day(livr)}</small>
		</h3>
	);
}

function Mine({ card }: Pick<Props, 'card'>) {
	const text = useText(deliveriesTexts);
	const { synthesis, phase } = card;
	if (phase === 0) return null;
	if (!synthesis) return <p className="nv-quiet">{text.loadingOrder}</p>;
	if (synthesis.references === 0) return <p className="nv-quiet">{text.nothing}</p>;
	return <OrderFigures synthesis={synthesis} />;
}

function PickUp({ card, now }: Omit<Props, 'groupement'>) {
	const text = useText(deliveriesTexts);
	const { moment, longDate, time } = useFormats();
	const { pickUp, phase } = card;
	if (!pickUp || !FOLLOWED.includes(Number(phase))) return null;
	const { from, place } = pickUp;
	const isNear = Math.abs(from - now) < 6 * 86_400_000;
	const when = isNear ? moment(from, now) : `${longDate(from)} ${time(from)}`;
	return (
		<div className="co-where">
			<IconMapPin size={18} aria-hidden />
			<p>
				<b>{text.pickUp(when)}</b>
				{place}
			</p>
		</div>
	);
}

function Action({ card, groupement }: Omit<Props, 'now'>) {
	const text = useText(deliveriesTexts);
	const { day } = useFormats();
	const { gp, livr, open, synthesis } = card;
	if (!open && !card.detailed) return null;
	const isFirst = (synthesis?.references ?? 0) === 0;
	const words = open ? (isFirst ? text.order : text.change) : text.see;
	return (
		<Button
			component={ScreenLink}
			to={open ? `deliveries/${gp}/${livr}/order` : `deliveries/${gp}/${livr}`}
			variant={open ? 'filled' : 'default'}
			size="md"
			aria-label={`${words}: ${groupement}, ${day(livr)}`}
		>
			{words}
		</Button>
	);
}

/** One delivery: where it stands in words, what one ordered, the thing to do. */
export function DeliveryCard({ card, groupement, now }: Props) {
	const text = useText(deliveriesTexts);
	const words = usePhaseWords();
	return (
		<li className="nv-card co-card" data-open={card.open || undefined}>
			{card.phase === 'X' ? null : <PhaseTrack phase={card.phase} />}
			<div className="co-card-head">
				<Title card={card} groupement={groupement} />
				{card.detailed ? (
					<PhaseChip phase={card.phase} />
				) : (
					<Chip icon={IconCalendarEvent}>{text.announced}</Chip>
				)}
			</div>
			{card.next && card.phase !== 5 ? (
				<p className="co-next">{words.next(card.next, now)}</p>
			) : null}
			{card.cancelled === undefined ? null : <p>{text.reason(card.cancelled)}</p>}
			<Mine card={card} />
			<PickUp card={card} now={now} />
			<div className="co-card-foot">
				<span className="co-chips">
					{card.alerts.map((alert) => (
						<AlertChip key={alert} alert={alert} />
					))}
				</span>
				<Action card={card} groupement={groupement} />
			</div>
		</li>
	);
}
