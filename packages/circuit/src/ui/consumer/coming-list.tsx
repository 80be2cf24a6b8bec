import { ScreenLink, useFormats, useText } from '@navette/ui';
import { useId } from 'react';
import type { DeliveryCard as Card } from '../../client/index.ts';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { deliveriesTexts } from './deliveries-texts.ts';

interface Props {
	readonly cards: readonly Card[];
	readonly now: number;
	nameOf(gp: string): string;
}

/** What comes, one line each: the groupement, the day, when orders open. */
export function ComingList({ cards, now, nameOf }: Props) {
	const text = useText(deliveriesTexts);
	const words = usePhaseWords();
	const { day } = useFormats();
	const id = useId();
	if (cards.length === 0) return null;
	return (
		<section aria-labelledby={id} className="co-section">
			<h2 id={id}>{text.coming}</h2>
			<ul className="nv-card co-coming">
				{cards.map(({ gp, livr, lib, detailed, next }) => (
					<li key={`${gp}.${livr}`}>
						<div>
							{detailed ? (
								<ScreenLink to={`deliveries/${gp}/${livr}`}>{nameOf(gp)}</ScreenLink>
							) : (
								<b>{nameOf(gp)}</b>
							)}
							<small>{lib ? `${day(livr)} · ${lib}` : day(livr)}</small>
						</div>
						{next ? <span>{words.next(next, now)}</span> : null}
					</li>
				))}
			</ul>
		</section>
	);
}
