import { type Formats, useFormats, useText } from '@navette/ui';
import { whenText } from '../parts/when-text.ts';
import { type GroupOrderTexts, groupOrderTexts } from './group-order-texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

const reasonOf = (
	{ phase, delivery, now }: GroupOrderView,
	text: GroupOrderTexts,
	formats: Formats,
): string => {
	if (phase === 0) return text.cannot.before(whenText(delivery?.tOuv ?? now, now, formats));
	if (phase === 2) return text.cannot.closed;
	if (phase === 3) return text.cannot.road;
	return phase === 'X' ? text.cannot.cancelled : text.cannot.archived;
};

/** What typing does now, or why nothing may be written. */
export function EditHint({ view }: { readonly view: GroupOrderView }) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const { edition } = view;
	return (
		<p className="ci-hint">
			{edition === 'none' ? reasonOf(view, text, formats) : text.can[edition]}{' '}
			<span className="ca-legend">
				<span className="ca-mark" aria-hidden /> {text.byAnimator}
			</span>
		</p>
	);
}
