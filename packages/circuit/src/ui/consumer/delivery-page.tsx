import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	useFormats,
	useText,
} from '@navette/ui';
import { IconChevronLeft, IconTruckOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryView } from './use-delivery.ts';
import './consumer.css';
import './order.css';

interface Props {
	readonly view: DeliveryView;
	/** what of the delivery; absent = the delivery itself */
	readonly name?: string;
	readonly back: { readonly to: string; readonly label: string };
	/** age of a report shown beside what is synchronised */
	readonly asOf?: number | undefined;
	readonly children: ReactNode;
}

/** A page about one delivery: way back, what it is, its phase, how old it is; or why it is not there. */
export function DeliveryPage({ view, name, back, asOf, children }: Props) {
	const text = useText(deliveryTexts);
	const { day } = useFormats();
	const { status, error, delivery, groupement, place, syncedAt, phase } = view;
	const title = text.title(groupement, day(place.livr));
	const isThere = status === 'ready' && delivery;
	return (
		<div className="co-delivery">
			<div className="co-top">
				<ScreenLink className="co-back" to={back.to}>
					<IconChevronLeft size={18} aria-hidden />
					{back.label}
				</ScreenLink>
				<DataAge syncedAt={syncedAt} asOf={asOf} />
			</div>
			<Page
				title={name ?? title}
				aside={
					<span className="co-aside">
						{isThere && (name === undefined || phase !== 1) ? <PhaseChip phase={phase} /> : null}
						{name === undefined ? null : <span className="nv-quiet">{title}</span>}
					</span>
				}
			>
				{status === 'loading' ? <LoadingState rows={5} /> : null}
				{error && status !== 'ready' ? <ErrorState error={error} /> : null}
				{status === 'ready' && !delivery ? (
					<EmptyState icon={IconTruckOff} title={text.unknownTitle}>
						{text.unknown}
					</EmptyState>
				) : null}
				{isThere ? children : null}
			</Page>
		</div>
	);
}
