import { useFormats, useText } from '@navette/ui';
import { type GroupOrderTexts, groupOrderTexts } from './group-order-texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

const reasonOf = (
	{ phase, delivery, now }: GroupOrderView,
	text: GroupOrderTexts,
	moment: (at: number, now: number) => string,
): string => {
	if (phase === 0) return text.cannot.before(moment(delivery?.tOuv ?? now, now));
	if (phase === 2) return text.cannot.closed;
	if (phase === 3) return text.cannot.road;
	return phase === 'X' ? text.cannot.cancelled : text.cannot.archived;
};

/** What typing does now, or why nothing may be written. */
export function EditHint({ view }: { readonly view: GroupOrderView }) {
	const text = useText(groupOrderTexts);
	const { moment } = useFormats();
	const { edition } = view;
	return (
		<p className="ci-hint">
			{edition === 'none' ? reasonOf(view, text, moment) : text.can[edition]}{' '}
			<span className="ca-legend">
				<span className="ca-mark" aria-hidden /> {text.byAnimator}
			</span>
		</p>
	);
}
