import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useText,
} from '@navette/ui';
import { IconCalendarOff, IconChevronRight } from '@tabler/icons-react';
import { CalendarTable } from './calendar-table.tsx';
import { CalendarsButton } from './calendars-button.tsx';
import { calendarsTexts } from './calendars-texts.ts';
import { useCalendars } from './use-calendars.ts';
import { useGroupementNames } from './use-delivery.ts';
import './consumer.css';

/** Deliveries shown of each groupement before one asks for all. */
const FIRST = 3;

/** C6: the coming deliveries of every groupement; each has its own page of dates. */
export default function CalendarsScreen({ role }: ScreenProps) {
	const text = useText(calendarsTexts);
	const nameOf = useGroupementNames();
	const { consumer, coming, now, loading, error, syncedAt } = useCalendars(role);
	const { gps, gc } = consumer;
	return (
		<Page title={text.title} aside={gps.length > 0 ? <DataAge syncedAt={syncedAt} /> : null}>
			{error ? <ErrorState error={error} /> : null}
			{loading ? <LoadingState /> : null}
			{gps.length === 0 ? (
				<EmptyState icon={IconCalendarOff} title={text.noLinkTitle}>
					{text.noLink}
				</EmptyState>
			) : null}
			{loading ? null : <CalendarsButton {...{ rows: coming, gc, nameOf }} />}
			{(loading ? [] : gps).map((gp) => {
				const rows = coming.filter((row) => row.gp === gp).slice(0, FIRST);
				return (
					<section key={gp} className="co-section" aria-labelledby={`calendar-${gp}`}>
						<h2 id={`calendar-${gp}`}>{nameOf(gp)}</h2>
						{rows.length === 0 ? (
							<p className="nv-quiet">{text.empty}</p>
						) : (
							<CalendarTable rows={rows} caption={nameOf(gp)} now={now} />
						)}
						<ScreenLink className="co-more" to={`calendars/${gp}`}>
							{text.more(nameOf(gp))}
							<IconChevronRight size={18} aria-hidden />
						</ScreenLink>
					</section>
				);
			})}
		</Page>
	);
}
