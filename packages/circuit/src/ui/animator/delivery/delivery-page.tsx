import { DataAge, EmptyState, ErrorState, LoadingState, Page, useText } from '@navette/ui';
import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeliveryTool } from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { DeliveryHead } from './delivery-head.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { LogBanner } from './log-banner.tsx';
import '../../parts/frame.css';
import '../animator.css';

interface FrameProps {
	readonly view: GroupOrderView;
	readonly title: string;
	readonly current?: DeliveryTool;
	readonly banner?: ReactNode;
	readonly children: ReactNode;
}

function Content({ view, children }: Pick<FrameProps, 'view' | 'children'>) {
	const text = useText(deliveryTexts);
	const { missing, delivery, report } = view;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!delivery)
		return (
			<EmptyState icon={IconCalendarOff} title={text.unknownTitle}>
				{text.unknown}
			</EmptyState>
		);
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	return report.result ? children : <LoadingState rows={6} />;
}

/** A screen of one delivery: its head, its tools, then the content once it is there. */
export function DeliveryFrame({ view, title, current, banner, children }: FrameProps) {
	const { gp, livr } = view.scope;
	const groupement = view.general?.gps[gp]?.nom ?? gp;
	return (
		<Page title={title} aside={<DataAge syncedAt={view.syncedAt} />}>
			<DeliveryHead
				{...{ gp, livr, groupement }}
				phase={view.delivery ? view.phase : undefined}
				{...(current ? { current } : {})}
			/>
			{banner}
			<Content view={view}>{children}</Content>
		</Page>
	);
}

interface Props extends Omit<FrameProps, 'banner'> {
	readonly view: ReceptionView;
	/** the list of refused entries is this page itself */
	readonly isLog?: true;
}

/** A screen of an unloading: also what waits or was refused of what this device wrote. */
export function DeliveryPage({ isLog, ...props }: Props) {
	return <DeliveryFrame {...props} banner={isLog ? null : <LogBanner view={props.view} />} />;
}
