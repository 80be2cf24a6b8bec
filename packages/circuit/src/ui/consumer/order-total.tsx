import { Button } from '@mantine/core';
import { ScreenLink, useFormats, useText } from '@navette/ui';
import type { OrderSynthesis } from '../../model/index.ts';
import { orderTexts } from './order-texts.ts';

interface Props {
	readonly synthesis: OrderSynthesis;
	/** where its key leads */
	readonly to: string;
	readonly writable: boolean;
}

/** The order in one line: `3 references, 12.5 kg gross, ≈ 42.00 €`. */
export const useTotalWords = (): ((synthesis: OrderSynthesis) => string) => {
	const text = useText(orderTexts);
	const { money, weight } = useFormats();
	return ({ references, weight: gross, price, state }) => {
		const about = state === 'estimated' ? '≈ ' : '';
		const figures = [text.references(references), text.gross(weight(gross)), about + money(price)];
		return figures.join(', ');
	};
};

/** One's own total, pinned at the bottom of the order form. */
export function OrderTotal({ synthesis, to, writable }: Props) {
	const text = useText(orderTexts);
	const { money, weight } = useFormats();
	const { references, weight: gross, price, state } = synthesis;
	const isEstimate = state === 'estimated';
	return (
		<section className="co-total" aria-label={text.total}>
			<div>
				<b>
					{isEstimate ? '≈ ' : ''}
					{money(price)}
				</b>
				<span>
					{text.references(references)} · {text.gross(weight(gross))}
				</span>
				{isEstimate ? <small>{text.estimate}</small> : null}
			</div>
			<Button component={ScreenLink} to={to} size="md">
				{writable ? text.done : text.back}
			</Button>
		</section>
	);
}
