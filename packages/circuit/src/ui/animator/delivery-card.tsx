import { Button } from '@mantine/core';
import { Chip, ScreenLink, Stat, Stats, useFormats, useText } from '@navette/ui';
import { IconMapPin } from '@tabler/icons-react';
import { type DeliveryEntry, deliveryTools, toolPath } from '../../client/index.ts';
import type { ConsumersDirectory } from '../../model/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { PhaseTrack } from '../parts/phase-track.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { deliveryTexts } from './delivery/delivery-texts.ts';
import { Participation } from './participation.tsx';
import { dashboardTexts } from './texts.ts';

interface Props {
	readonly entry: DeliveryEntry;
	readonly gc: string;
	readonly groupement: string;
	readonly directory: ConsumersDirectory | undefined;
	readonly now: number;
}

function Figures({ entry }: Pick<Props, 'entry'>) {
	const text = useText(dashboardTexts);
	const { money, weight } = useFormats();
	const { price, weight: gross, references } = entry.synthesis;
	if (references === 0) return <p className="nv-quiet">{text.noOrder}</p>;
	return (
		<Stats>
			<Stat name={text.amount} value={`≈ ${money(price)}`} />
			<Stat name={text.weight} value={weight(gross)} />
		</Stats>
	);
}

/** The tool that the moment asks for, one tap away. */
function NextTool({ entry }: Pick<Props, 'entry'>) {
	const text = useText(deliveryTexts);
	const { gp, livr, phase } = entry;
	const { now } = deliveryTools(phase);
	if (entry.announced || now === 'group-order') return null;
	return (
		<Button
			component={ScreenLink}
			to={toolPath(gp, livr, now)}
			className="ca-next"
			variant={phase === 0 ? 'default' : 'filled'}
		>
			{text.tools[now]}
		</Button>
	);
}

/** One delivery: where it stands, who ordered, how much, what to look at. */
export function DeliveryCard({ entry, gc, groupement, directory, now }: Props) {
	const text = useText(dashboardTexts);
	const { day } = useFormats();
	const words = usePhaseWords();
	const { gp, livr, phase, next } = entry;
	return (
		<li className="nv-card ci-card">
			<PhaseTrack phase={phase} />
			<div className="ci-card-head">
				<h3>
					{entry.announced ? (
						day(livr)
					) : (
						<ScreenLink to={`deliveries/${gp}/${livr}/group-order`} className="ci-card-link">
							{day(livr)}
						</ScreenLink>
					)}
					<small>{entry.label ? `${groupement} · ${entry.label}` : groupement}</small>
				</h3>
				<PhaseChip phase={phase} />
			</div>
			{next ? <p className="ci-next">{words.next(next, now)}</p> : null}
			{entry.cancelled ? <Chip tone="danger">{text.cancelled(entry.cancelled)}</Chip> : null}
			{phase === 0 || phase === 'X' ? null : <Figures entry={entry} />}
			{phase === 1 ? <Participation gc={gc} gp={gp} livr={livr} directory={directory} /> : null}
			{phase !== 1 && entry.people > 0 ? (
				<p className="nv-quiet">
					{text.people(entry.people)}, {text.referenceCount(entry.synthesis.references)}
				</p>
			) : null}
			<AlertChips bits={entry.synthesis.alerts} />
			{entry.announced ? <p className="nv-quiet">{text.announced}</p> : null}
			<NextTool entry={entry} />
			{entry.places && (phase === 0 || phase === 3) ? (
				<p className="nv-quiet ca-place">
					<IconMapPin size={16} aria-hidden /> {text.place(entry.places.delivery)}
				</p>
			) : null}
		</li>
	);
}
