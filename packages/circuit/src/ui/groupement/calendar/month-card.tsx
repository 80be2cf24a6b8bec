import { ActionIcon } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconPlus } from '@tabler/icons-react';
import type { YearMonth } from '../../../client/index.ts';
import { calendarTexts } from './calendar-texts.ts';
import { EntryRow } from './entry-row.tsx';
import type { CalendarDesk } from './use-calendar.ts';

/** The days of a month, drawn: what they say is listed below. */
function Days({ month }: { readonly month: YearMonth }) {
	const text = useText(calendarTexts);
	return (
		<div className="cg-days" aria-hidden>
			{[...text.weekdays].map((name, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two weekdays share their letter
				<b key={at}>{name}</b>
			))}
			{month.weeks.flat().map((day, at) => (
				<span
					// biome-ignore lint/suspicious/noArrayIndexKey: days before the first have no other name
					key={at}
					data-mark={day?.mark}
					data-today={day?.isToday || undefined}
				>
					{day?.date}
				</span>
			))}
		</div>
	);
}

interface Props {
	readonly month: YearMonth;
	readonly name: string;
	readonly desk: CalendarDesk;
}

/** One month of the year: its days, its deliveries, and a way to add one. */
export function MonthCard({ month, name, desk }: Props) {
	const text = useText(calendarTexts);
	const id = `month-${month.first}`;
	return (
		<section
			className="nv-card cg-month"
			aria-labelledby={id}
			data-empty={month.entries.length === 0}
			data-past={desk.isPast(month.first)}
		>
			<header>
				<h2 id={id}>{name}</h2>
				<ActionIcon
					variant="subtle"
					size={44}
					aria-label={text.createIn(name)}
					onClick={() => desk.askNew(month.first)}
				>
					<IconPlus size={20} aria-hidden />
				</ActionIcon>
			</header>
			<Days month={month} />
			{month.entries.length === 0 ? (
				<p className="nv-quiet cg-none">{text.none}</p>
			) : (
				<ul className="cg-entries">
					{month.entries.map((entry) => (
						<EntryRow key={entry.livr} entry={entry} desk={desk} />
					))}
				</ul>
			)}
		</section>
	);
}
