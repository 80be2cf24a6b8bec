import { useFormats, useObservable, useSession, useText } from '@navette/ui';
import { IconClock, IconLock, IconPlaneTilt } from '@tabler/icons-react';
import { consumerClose } from '../../model/index.ts';
import { orderTexts } from './order-texts.ts';
import type { DeliveryView } from './use-delivery.ts';

interface Props {
	readonly view: DeliveryView;
	/** changes kept on this device */
	readonly waiting: number;
}

function Closed({ view }: Pick<Props, 'view'>) {
	const text = useText(orderTexts);
	const { moment } = useFormats();
	const { phase, delivery, now } = view;
	const sentence =
		phase === 1
			? text.blocked
			: phase === 0
				? text.closed[0](delivery ? moment(delivery.tOuv, now) : '')
				: text.closed[phase];
	return (
		<p className="co-banner" data-tone="plain">
			<IconLock size={20} aria-hidden />
			<span>{sentence}</span>
		</p>
	);
}

/** What one must know before writing: until when, offline, or why nothing can be written. */
export function OrderBanner({ view, waiting }: Props) {
	const text = useText(orderTexts);
	const { moment, relative } = useFormats();
	const offline = useObservable(useSession().sync).kind === 'offline';
	const { delivery, now, consumer } = view;
	if (!view.writable || !delivery) return <Closed view={view} />;
	const at = consumerClose(delivery, consumer.avance);
	const said = relative(at, now);
	const when = moment(at, now);
	return (
		<>
			<p className="co-closing">
				<IconClock size={18} aria-hidden />
				{when.startsWith(said) ? text.closesSoon(when) : text.closes(when, said)}
			</p>
			{offline ? (
				<p className="co-banner" data-tone="warn" role="status">
					<IconPlaneTilt size={20} aria-hidden />
					<span>{waiting > 0 ? `${text.draft(waiting)} ${text.draftNote}` : text.offline}</span>
				</p>
			) : null}
		</>
	);
}
