import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useText,
} from '@navette/ui';
import { IconCalendarOff } from '@tabler/icons-react';
import { Fold } from '../parts/fold.tsx';
import { BeforeOpening } from './before-opening.tsx';
import { DeliveryHead } from './delivery/delivery-head.tsx';
import { GroupOrderBody } from './group-order-body.tsx';
import { groupOrderTexts } from './group-order-texts.ts';
import { OrderOf } from './on-behalf/order-of.tsx';
import { OrderFileEntry } from './order-file/order-file.tsx';
import { OrderSummary } from './order-summary.tsx';
import { type GroupOrderView, useGroupOrder } from './use-group-order.ts';
import '../parts/frame.css';
import './animator.css';

function Content({ view }: { readonly view: GroupOrderView }) {
	const text = useText(groupOrderTexts);
	const { missing, delivery, report, phase } = view;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!delivery)
		return (
			<EmptyState icon={IconCalendarOff} title={text.unknownTitle}>
				{text.unknown}
			</EmptyState>
		);
	if (phase === 0) return <BeforeOpening view={view} delivery={delivery} />;
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	if (!report.result) return <LoadingState rows={6} />;
	return (
		<>
			<Fold line={text.fold}>
				<OrderSummary view={view} />
				<div className="cb-order-of">
					<OrderOf view={view} />
					{view.edition === 'ordered' ? <OrderFileEntry view={view} /> : null}
				</div>
			</Fold>
			<GroupOrderBody view={view} />
		</>
	);
}

/** A2: what a group orders for one delivery, by product and by consumer. */
export default function GroupOrderScreen({ role, params }: ScreenProps) {
	const text = useText(groupOrderTexts);
	const { gp = '', livr = '' } = params;
	const view = useGroupOrder(role, gp, livr);
	const groupement = view.general?.gps[gp]?.nom ?? gp;
	return (
		<Page title={text.title} aside={<DataAge syncedAt={view.syncedAt} />}>
			<DeliveryHead
				{...{ gp, livr, groupement }}
				phase={view.delivery ? view.phase : undefined}
				current="group-order"
			/>
			<Content view={view} />
		</Page>
	);
}
