import { Button } from '@mantine/core';
import { useSession, useText } from '@navette/ui';
import { IconCalendarDown } from '@tabler/icons-react';
import { type CalendarRow, calendarEvents, calendarFile } from '../../client/index.ts';
import { calendarsTexts } from './calendars-texts.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { saveCalendar } from './save-calendar.ts';

interface Props {
	readonly rows: readonly CalendarRow[];
	readonly gc: string;
	nameOf(gp: string): string;
}

/** Gives every coming closing and distribution to the person's own calendar. */
export function CalendarsButton({ rows, gc, nameOf }: Props) {
	const text = useText(calendarsTexts);
	const words = useText(deliveryTexts);
	const session = useSession();
	if (rows.length === 0) return null;
	const make = () => {
		const [now, { org }] = [session.now(), session];
		const titles = { closing: words.icsClosing, pickUp: words.icsPickUp };
		const events = calendarEvents(rows, { org, gc, now }, nameOf, titles);
		saveCalendar(calendarFile(events, now), `${text.icsName}.ics`);
	};
	return (
		<Button
			variant="default"
			leftSection={<IconCalendarDown size={18} aria-hidden />}
			onClick={make}
		>
			{text.ics}
		</Button>
	);
}
