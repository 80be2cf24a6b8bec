import { useFormats, useText } from '@navette/ui';
import type { OrderSynthesis } from '../../model/index.ts';
import { deliveriesTexts } from './deliveries-texts.ts';
import './consumer.css';

/** The three figures of an order said everywhere: references, gross weight, price. */
export function OrderFigures({ synthesis }: { readonly synthesis: OrderSynthesis }) {
	const text = useText(deliveriesTexts);
	const { money, weight, number } = useFormats();
	const { references, weight: gross, price, state } = synthesis;
	const about = state === 'estimated' ? '≈ ' : '';
	return (
		<dl className="co-figures">
			<div>
				<dt>{text.references(references)}</dt>
				<dd>{number(references)}</dd>
			</div>
			<div>
				<dt>{text.gross}</dt>
				<dd>
					{about}
					{weight(gross)}
				</dd>
			</div>
			<div>
				<dt>{text.price}</dt>
				<dd>
					{about}
					{money(price)}
				</dd>
			</div>
		</dl>
	);
}
