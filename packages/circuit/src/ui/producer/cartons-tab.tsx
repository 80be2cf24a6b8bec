import { Chip, EmptyState, ScreenLink, type Tone, useFormats, useText } from '@navette/ui';
import { IconPackage } from '@tabler/icons-react';
import type { CartonState } from '../../client/index.ts';
import type { Carton } from '../../model/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { producerTexts } from './producer-texts.ts';
import type { ProducerView } from './use-producer.ts';

const STATE_TONES: Readonly<Record<number, Tone>> = {
	...{ 0: 'plain', 1: 'info', 2: 'ok', 3: 'ok' },
};

interface CardProps {
	readonly view: ProducerView;
	readonly gc: string;
	readonly carton: Carton;
}

function CartonCard({ view, gc, carton }: CardProps) {
	const text = useText(producerTexts);
	const { weight } = useFormats();
	const lines = Object.values(carton.lignes);
	const packed = lines.filter(({ exp }) => exp !== undefined).length;
	const boxes = (carton.cols ?? []).reduce((sum, { n }) => sum + n, 0);
	const { producer, livr, groupName } = view;
	return (
		<li className="nv-card ci-card">
			<div className="ci-card-head">
				<h2>
					<ScreenLink
						to={`deliveries/${producer.gp}/${livr}/cartons/${gc}`}
						className="ci-card-link"
					>
						{groupName(gc)}
					</ScreenLink>
				</h2>
				<Chip tone={STATE_TONES[carton.etat] ?? 'plain'} icon={IconPackage}>
					{text.states[carton.etat as CartonState]}
				</Chip>
			</div>
			<p>
				{text.packedLines(packed, lines.length)} · {weight(carton.tot.pb)}
				{boxes > 0 ? ` · ${text.boxes(boxes)}` : ''}
			</p>
			<AlertChips bits={carton.tot.al} />
		</li>
	);
}

/** The cartons of a producer for a delivery, one for each group. */
export function CartonsTab({ view }: { readonly view: ProducerView }) {
	const text = useText(producerTexts);
	const groups = Object.entries(view.cartons).toSorted(([a], [b]) =>
		view.groupName(a).localeCompare(view.groupName(b), 'fr'),
	);
	if (groups.length === 0)
		return (
			<EmptyState icon={IconPackage} title={text.emptyPrepareTitle}>
				{text.emptyPrepare}
			</EmptyState>
		);
	return (
		<ul className="ci-cards cp-panel">
			{groups.map(([gc, carton]) => (
				<CartonCard key={gc} {...{ view, gc, carton }} />
			))}
		</ul>
	);
}
