import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type RoleView,
	type ScreenProps,
	useNow,
	useText,
	useThread,
} from '@navette/ui';
import { IconTruck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type BoardColumn, boardOf, documentOf, documentsOf, tourOf } from '../../client/index.ts';
import { tourTexts } from './texts.ts';
import { TourCard } from './tour-card.tsx';
import '../parts/frame.css';
import './groupement.css';

/** The groupement of a manager's role. */
const groupementOf = (role: RoleView): string => role.gp ?? role.right.split('/')[1] ?? '';

const COLUMNS: readonly BoardColumn[] = ['open', 'closed', 'shipped', 'planned', 'past'];

/** P1: the tours of a groupement by phase. */
export default function ToursScreen({ role }: ScreenProps) {
	const text = useText(tourTexts);
	const gp = groupementOf(role);
	const now = useNow();
	const calendar = useThread(`CALGP/${gp}`);
	const general = documentOf(useThread('RGC/', { types: ['RG'] }), 'RG', '');
	const deliveries = documentsOf(calendar, 'LIVRG');
	const board = useMemo(
		() => boardOf([...deliveries.values()].map((one) => tourOf(one, now))),
		[deliveries, now],
	);
	const groupName = (gc: string) => general?.gcs[gc]?.nom ?? gc;
	const isReady = calendar.status === 'ready';
	return (
		<Page
			title={general?.gps[gp]?.nom ?? text.title}
			aside={<DataAge syncedAt={calendar.syncedAt} />}
		>
			{calendar.error ? <ErrorState error={calendar.error} /> : null}
			{!isReady && !calendar.error ? <LoadingState /> : null}
			{isReady && deliveries.size === 0 ? (
				<EmptyState icon={IconTruck} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
			) : null}
			{COLUMNS.filter((column) => board[column].length > 0).map((column) => (
				<section key={column} className="ci-part" aria-labelledby={`board-${column}`}>
					<h2 id={`board-${column}`}>{text.columns[column]}</h2>
					<ul className="ci-cards">
						{board[column].map((tour) => (
							<TourCard key={tour.livr} tour={tour} groupName={groupName} now={now} />
						))}
					</ul>
				</section>
			))}
		</Page>
	);
}
