import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useFormats,
	useText,
} from '@navette/ui';
import { IconCalendarClock, IconCalendarOff } from '@tabler/icons-react';
import { Fold } from '../parts/fold.tsx';
import { whenText } from '../parts/when-text.ts';
import { TourHead } from './parts/tour-head.tsx';
import { tourTexts } from './texts.ts';
import { TourBody } from './tour-body.tsx';
import { TourLine, TourSummary } from './tour-summary.tsx';
import { type TourView, useTour } from './use-tour.ts';
import '../parts/frame.css';
import './groupement.css';
import '../parts/desk.css';

function Content({ view }: { readonly view: TourView }) {
	const text = useText(tourTexts);
	const formats = useFormats();
	const { missing, tour, report, now } = view;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!tour)
		return (
			<EmptyState icon={IconCalendarOff} title={text.unknownTitle}>
				{text.unknown}
			</EmptyState>
		);
	if (tour.phase === 0)
		return (
			<EmptyState
				icon={IconCalendarClock}
				title={text.notOpen(whenText(tour.next?.at ?? now, now, formats))}
			>
				{text.notOpenWhy}
			</EmptyState>
		);
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	if (!report.result) return <LoadingState rows={6} />;
	return (
		<>
			<Fold line={<TourLine view={view} tour={tour} />}>
				<TourSummary view={view} tour={tour} />
			</Fold>
			<TourBody view={view} />
		</>
	);
}

/** P6: what the groups of a tour order, by product. */
export default function TourOrdersScreen({ role, params }: ScreenProps) {
	const text = useText(tourTexts);
	const { gp = '', livr = '' } = params;
	const view = useTour(role, gp, livr);
	return (
		<Page title={text.orders} aside={<DataAge syncedAt={view.syncedAt} />}>
			<TourHead {...{ gp, livr }} label={view.tour?.label} page="orders" />
			<Content view={view} />
		</Page>
	);
}
