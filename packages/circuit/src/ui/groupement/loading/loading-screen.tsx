import { Button } from '@mantine/core';
import {
	Chip,
	DataAge,
	Dialog,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useFormats,
	useLanguage,
	useSearchText,
	useText,
} from '@navette/ui';
import { IconCalendarOff, IconTruckDelivery, IconTruckOff } from '@tabler/icons-react';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { whenText } from '../../parts/when-text.ts';
import { TourHead } from '../parts/tour-head.tsx';
import { tourHeadTexts } from '../parts/tour-texts.ts';
import { loadingTexts } from './loading-texts.ts';
import { TruckSection } from './truck-section.tsx';
import { type LoadingDesk, useLoading } from './use-loading.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import '../delivery/delivery.css';
import './loading.css';

/** When the truck left or leaves; in its hour, the way to say that it did. */
function Departure({ desk }: { readonly desk: LoadingDesk }) {
	const text = useText(loadingTexts);
	const formats = useFormats();
	const [asked, ask] = useSearchText('left', '');
	const { delivery, phase, view, writing, waiting } = desk;
	if (!delivery) return null;
	const close = () => {
		writing.dismiss();
		ask('');
	};
	const say = async () => {
		await desk.say();
		ask('');
	};
	const said = whenText(delivery.tExp, view.now, formats);
	return (
		<div className="cg-bar">
			<b>{phase === 3 || phase === 6 ? text.leftAt(said) : text.leaves(said)}</b>
			{phase === 3 ? <small className="nv-quiet">{text.arrivedBy}</small> : null}
			{phase === 2 ? (
				<Button
					size="md"
					leftSection={<IconTruckDelivery size={20} aria-hidden />}
					onClick={() => ask('yes')}
				>
					{text.left}
				</Button>
			) : null}
			<Dialog opened={asked === 'yes' && phase === 2} onClose={close} title={text.leftTitle}>
				<div className="cg-form">
					<p>{text.leftWhy}</p>
					{waiting > 0 ? <Chip tone="warn">{text.leftWaiting(waiting)}</Chip> : null}
					<RefusalNote refused={writing.refused} />
					<div className="cg-actions">
						<Button loading={writing.isBusy} onClick={() => void say()}>
							{text.leftDo}
						</Button>
						<Button variant="default" onClick={close}>
							{text.keep}
						</Button>
					</div>
				</div>
			</Dialog>
		</div>
	);
}

/** States that the server did not take, each with its sentence. */
function RefusedStates({ desk }: { readonly desk: LoadingDesk }) {
	const text = useText(loadingTexts);
	const language = useLanguage();
	const { refused } = desk.pending;
	if (refused.length === 0) return null;
	return (
		<section className="nv-card cg-panel" role="alert">
			<p>
				<b>{text.refused}</b>
			</p>
			<ul>
				{refused.map(({ id, label, error }) => (
					<li key={id}>
						{(label as Readonly<Record<string, string>> | undefined)?.[language] ?? id} –{' '}
						{error?.sentence[language]}
					</li>
				))}
			</ul>
			<div className="cg-actions">
				<Button variant="default" onClick={desk.forgetRefused}>
					{text.forget}
				</Button>
			</div>
		</section>
	);
}

function Content({ desk }: { readonly desk: LoadingDesk }) {
	const text = useText(loadingTexts);
	const head = useText(tourHeadTexts);
	const { view, tour, delivery, plan, phase } = desk;
	if (tour.status === 'refused' && tour.error) return <ErrorState error={tour.error} />;
	if (view.calendar.status !== 'ready' || tour.status !== 'ready') return <LoadingState rows={5} />;
	if (!delivery)
		return (
			<EmptyState icon={IconCalendarOff} title={head.unknownTitle}>
				{head.unknown}
			</EmptyState>
		);
	if (plan.length === 0)
		return (
			<EmptyState icon={IconTruckOff} title={text.none}>
				{text.noneWhy}
			</EmptyState>
		);
	return (
		<>
			<Departure desk={desk} />
			<RefusedStates desk={desk} />
			{phase === 0 || phase === 1 ? (
				<section className="nv-card cg-panel">
					<h2>{text.early}</h2>
					<p className="nv-quiet">{text.earlyWhy}</p>
				</section>
			) : null}
			{plan.map((truck) => (
				<TruckSection key={truck.truck} desk={desk} truck={truck} />
			))}
		</>
	);
}

/** P7: the trucks of a tour, loaded from the last stop to the first. */
export default function LoadingScreen({ role, params }: ScreenProps) {
	const text = useText(loadingTexts);
	const { gp = '', livr = '' } = params;
	const desk = useLoading(role, gp, livr);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={desk.tour.syncedAt} />}>
			<TourHead {...{ gp, livr }} label={desk.delivery?.lib} page="loading" />
			<Content desk={desk} />
		</Page>
	);
}
