import { EmptyState, useFormats, useText } from '@navette/ui';
import { IconCalendarClock } from '@tabler/icons-react';
import type { Delivery } from '../../model/index.ts';
import { whenText } from '../parts/when-text.ts';
import { groupOrderTexts } from './group-order-texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

interface Props {
	readonly view: GroupOrderView;
	readonly delivery: Delivery;
}

/** Instead of an empty grid: when orders open, and what to prepare until then. */
export function BeforeOpening({ view, delivery }: Props) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const stop = delivery.pts[view.scope.gc];
	return (
		<div className="ca-before">
			<EmptyState
				icon={IconCalendarClock}
				title={text.emptyTitle(whenText(delivery.tOuv, view.now, formats))}
			>
				{text.emptyPrepare}
			</EmptyState>
			<ul>
				<li>{text.prepareRemind}</li>
				{stop ? (
					<li>{text.preparePlace(stop.adrL, whenText(stop.tLiv, view.now, formats))}</li>
				) : null}
			</ul>
		</div>
	);
}
