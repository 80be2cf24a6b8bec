import { DataAge, LoadingState, Page, type ScreenProps, useText } from '@navette/ui';
import { timelineOf } from '../../client/index.ts';
import { RefusedBanner } from './delivery/refused-banner.tsx';
import { DeliveryCard } from './delivery-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { dashboardTexts } from './texts.ts';
import { groupOf, useDashboard } from './use-dashboard.ts';
import '../parts/frame.css';
import './animator.css';

/** A1: the deliveries of a group, in the order in which they ask for attention. */
export default function DashboardScreen({ role }: ScreenProps) {
	const text = useText(dashboardTexts);
	const { loading, syncedAt, entries, directory, general, now } = useDashboard(role);
	const gc = groupOf(role);
	const title = general?.gcs[gc]?.nom ?? text.dashboard;
	return (
		<Page title={title} aside={<DataAge syncedAt={syncedAt} />}>
			<RefusedBanner gc={gc} />
			{loading ? <LoadingState /> : null}
			{!loading && entries.length === 0 ? (
				<FirstSteps linked={(role.gps ?? []).length > 0} directory={directory} />
			) : null}
			{timelineOf(entries).map(({ part, entries: own }) => (
				<section key={part} className="ci-part" data-part={part} aria-labelledby={`part-${part}`}>
					<h2 id={`part-${part}`}>{text.parts[part]}</h2>
					<ul className="ci-cards">
						{own.map((entry) => (
							<DeliveryCard
								key={`${entry.gp}.${entry.livr}`}
								entry={entry}
								gc={gc}
								groupement={general?.gps[entry.gp]?.nom ?? entry.gp}
								directory={directory}
								now={now}
							/>
						))}
					</ul>
				</section>
			))}
		</Page>
	);
}
