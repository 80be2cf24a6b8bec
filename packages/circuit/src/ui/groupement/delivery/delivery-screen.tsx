import { Button } from '@mantine/core';
import {
	Chip,
	DataAge,
	EmptyState,
	Page,
	ScreenLink,
	type ScreenProps,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconCalendarOff, IconCalendarRepeat } from '@tabler/icons-react';
import { phaseOf } from '../../../model/index.ts';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { PhaseChip } from '../../parts/phase-chip.tsx';
import { PhaseTrack } from '../../parts/phase-track.tsx';
import { CancelDialog } from '../calendar/cancel-dialog.tsx';
import { isMainManager } from '../parts/is-main-manager.ts';
import { TourHead } from '../parts/tour-head.tsx';
import { tourHeadTexts } from '../parts/tour-texts.ts';
import { DateFields } from './date-fields.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { HistoryPanel } from './history-panel.tsx';
import { LabelForm } from './label-form.tsx';
import { StopsPanel } from './stops-panel.tsx';
import { TrucksPanel } from './trucks-panel.tsx';
import { useDateForm } from './use-date-form.ts';
import { type DeliveryDesk, useDeliveryDesk } from './use-delivery-desk.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './delivery.css';

const OWN_FIELDS = ['tOuv', 'tClo', 'tExp', 'tArc'] as const;

function DatesPanel({ desk }: { readonly desk: DeliveryDesk }) {
	const text = useText(deliveryTexts);
	const form = useDateForm(desk, OWN_FIELDS);
	const phase = phaseOf(desk.delivery, desk.view.now);
	return (
		<section className="nv-card cg-panel" aria-labelledby="dates">
			<PhaseTrack phase={phase} />
			<h2 id="dates">
				{text.dates} <PhaseChip phase={phase} />
			</h2>
			{desk.delivery.ann ? (
				<Chip tone="danger">{text.cancelledNote(desk.delivery.ann.raison)}</Chip>
			) : null}
			<DateFields desk={desk} form={form} />
		</section>
	);
}

function More({ desk }: { readonly desk: DeliveryDesk }) {
	const text = useText(deliveryTexts);
	const [cancelOf, setCancel] = useSearchText('cancel', '');
	const { livr, view, writing, delivery } = desk;
	const phase = phaseOf(delivery, view.now);
	const close = () => {
		writing.dismiss();
		setCancel('');
	};
	return (
		<section className="cg-actions" aria-label={text.more}>
			<Button
				component={ScreenLink}
				to={`calendar?repeat=${livr}`}
				variant="default"
				leftSection={<IconCalendarRepeat size={18} aria-hidden />}
			>
				{text.repeat}
			</Button>
			{phase === 0 || phase === 1 || phase === 2 ? (
				<Button variant="subtle" color="red" onClick={() => setCancel(livr)}>
					{text.cancel}
				</Button>
			) : null}
			<CancelDialog desk={{ view, writing, cancelOf, close }} />
		</section>
	);
}

/** P3: the dates, stops and trucks of one delivery. */
export default function DeliveryScreen({ role, params }: ScreenProps) {
	const text = useText(deliveryTexts);
	const head = useText(tourHeadTexts);
	const { gp = '', livr = '' } = params;
	const { view, desk } = useDeliveryDesk(role, gp, livr);
	const isMain = isMainManager(role);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={view.calendar.syncedAt} />}>
			<TourHead {...{ gp, livr }} label={desk?.delivery.lib} page="delivery" />
			<OfflineNote />
			<WhenReady view={view.calendar}>
				{desk ? (
					<div className="cg-delivery">
						<DatesPanel key={livr} desk={desk} />
						<StopsPanel desk={desk} />
						<TrucksPanel desk={desk} isMain={isMain} />
						<section className="nv-card cg-panel">
							<LabelForm desk={desk} />
						</section>
						<HistoryPanel desk={desk} role={role} />
						<More desk={desk} />
					</div>
				) : (
					<EmptyState icon={IconCalendarOff} title={head.unknownTitle}>
						{head.unknown}
					</EmptyState>
				)}
			</WhenReady>
		</Page>
	);
}
