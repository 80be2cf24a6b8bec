import { Button } from '@mantine/core';
import { useSession, useText } from '@navette/ui';
import { IconCalendarDown } from '@tabler/icons-react';
import { calendarFile } from '../../client/index.ts';
import { consumerClose, type Delivery } from '../../model/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { saveCalendar } from './save-calendar.ts';
import type { DeliveryView } from './use-delivery.ts';

interface Props {
	readonly view: DeliveryView;
	readonly delivery: Delivery;
}

/** Gives the closing and the distribution to the person's own calendar, without any request. */
export function CalendarLink({ view, delivery }: Props) {
	const text = useText(deliveryTexts);
	const session = useSession();
	const { groupement, consumer, place } = view;
	const { gc, gp, livr } = place;
	const stop = delivery.pts[gc];
	const id = `${session.org}-${gc}-${gp}-${livr}`;
	const make = () => {
		const closing = consumerClose(delivery, consumer.avance);
		const events = [
			{
				uid: `closing-${id}`,
				from: closing - 1_800_000,
				until: closing,
				title: text.icsClosing(groupement),
			},
			...(stop
				? [
						{
							...{ uid: `distribution-${id}`, from: stop.tDis, place: stop.adrD },
							...(stop.finDis === undefined ? {} : { until: stop.finDis }),
							title: text.icsPickUp(groupement),
						},
					]
				: []),
		];
		saveCalendar(calendarFile(events, session.now()), `${text.icsName}-${gp}-${livr}.ics`);
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
