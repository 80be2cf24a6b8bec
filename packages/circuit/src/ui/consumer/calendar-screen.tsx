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
import { IconCalendarOff, IconChevronLeft } from '@tabler/icons-react';
import { useId } from 'react';
import type { CalendarRow } from '../../client/index.ts';
import { CalendarTable } from './calendar-table.tsx';
import { CalendarsButton } from './calendars-button.tsx';
import { calendarsTexts } from './calendars-texts.ts';
import { useCalendars } from './use-calendars.ts';
import { useGroupementNames } from './use-delivery.ts';
import './consumer.css';

interface PartProps {
	readonly title: string;
	readonly rows: readonly CalendarRow[];
	readonly now: number;
}

function Part({ title, rows, now }: PartProps) {
	const id = useId();
	if (rows.length === 0) return null;
	return (
		<section className="co-section" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<CalendarTable rows={rows} caption={title} now={now} />
		</section>
	);
}

/** C6, one groupement: every date of its deliveries for the group, coming and past. */
export default function CalendarScreen({ role, params }: ScreenProps) {
	const text = useText(calendarsTexts);
	const nameOf = useGroupementNames();
	const { gp = '' } = params;
	const { consumer, coming, past, now, loading, error, syncedAt } = useCalendars(role, gp);
	const isEmpty = !loading && coming.length === 0 && past.length === 0;
	return (
		<div className="co-delivery">
			<ScreenLink className="co-back" to="calendars">
				<IconChevronLeft size={18} aria-hidden />
				{text.back}
			</ScreenLink>
			<Page title={text.of(nameOf(gp))} aside={<DataAge syncedAt={syncedAt} />}>
				{error ? <ErrorState error={error} /> : null}
				{loading ? <LoadingState /> : null}
				{isEmpty ? (
					<EmptyState icon={IconCalendarOff} title={text.emptyTitle}>
						{text.empty}
					</EmptyState>
				) : null}
				<CalendarsButton {...{ rows: coming, gc: consumer.gc, nameOf }} />
				<Part title={text.coming} rows={coming} now={now} />
				<Part title={text.past} rows={past} now={now} />
			</Page>
		</div>
	);
}
