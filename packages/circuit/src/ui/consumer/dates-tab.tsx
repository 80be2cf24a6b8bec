import { useFormats, useText } from '@navette/ui';
import { IconCheck, IconMapPin } from '@tabler/icons-react';
import { consumerClose, type Delivery, type NextDate, nextDate } from '../../model/index.ts';
import { CalendarLink } from './calendar-link.tsx';
import { DateChanges } from './date-changes.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryView } from './use-delivery.ts';

interface Step {
	readonly date: NextDate['date'];
	readonly at: number;
	readonly until?: number;
}

const stepsOf = (delivery: Delivery, gc: string, avance: number): Step[] => {
	const stop = delivery.pts[gc];
	const atStop: Step[] = stop
		? [
				{ date: 'tLiv', at: stop.tLiv },
				{
					...{ date: 'tDis', at: stop.tDis },
					...(stop.finDis === undefined ? {} : { until: stop.finDis }),
				},
			]
		: [];
	return [
		{ date: 'tOuv', at: delivery.tOuv },
		{ date: 'tClo', at: consumerClose(delivery, avance) },
		{ date: 'tExp', at: delivery.tExp },
		...atStop,
		{ date: 'tArc', at: delivery.tArc },
	];
};

function Steps({ view, delivery }: { readonly view: DeliveryView; readonly delivery: Delivery }) {
	const text = useText(deliveryTexts);
	const { longDate, time, relative } = useFormats();
	const { consumer, now } = view;
	const next = nextDate(delivery, consumer.gc, now, consumer.avance);
	return (
		<ol className="co-steps">
			{stepsOf(delivery, consumer.gc, consumer.avance).map(({ date, at, until }) => {
				const isNext = next?.date === date;
				return (
					<li
						key={date}
						data-state={isNext ? 'next' : at <= now ? 'done' : 'later'}
						aria-current={isNext ? 'step' : undefined}
					>
						<span className="co-step-mark">
							{at <= now ? <IconCheck size={14} aria-hidden /> : null}
						</span>
						<b>{text.steps[date]}</b>
						<span>
							{longDate(at)}, {time(at)}
							{until === undefined ? null : ` ${text.until(time(until))}`}
							{isNext ? <em>{relative(at, now)}</em> : null}
						</span>
					</li>
				);
			})}
		</ol>
	);
}

/** Every date of the delivery for this group, the place, and a calendar file. */
export function DatesTab({ view }: { readonly view: DeliveryView }) {
	const text = useText(deliveryTexts);
	const { delivery, consumer } = view;
	const stop = delivery?.pts[consumer.gc];
	if (!delivery) return null;
	return (
		<div className="co-dates">
			<section aria-label={text.datesTitle}>
				<h2>{text.datesTitle}</h2>
				<Steps view={view} delivery={delivery} />
			</section>
			<section aria-label={text.place}>
				<h2>{text.place}</h2>
				{stop ? (
					<address>
						<IconMapPin size={20} aria-hidden />
						<span>
							{stop.adrD}
							<a href={`geo:0,0?q=${encodeURIComponent(stop.adrD)}`}>{text.map}</a>
						</span>
					</address>
				) : null}
				<CalendarLink view={view} delivery={delivery} />
				<DateChanges delivery={delivery} gc={consumer.gc} />
			</section>
		</div>
	);
}
