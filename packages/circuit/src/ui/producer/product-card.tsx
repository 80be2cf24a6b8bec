import { Chip, useFormats, useText } from '@navette/ui';
import type { ReactNode } from 'react';
import type { GeneralProduct } from '../../client/index.ts';
import type { Conditions, Product } from '../../model/index.ts';
import { amountInWords, priceUnit } from '../parts/amount-words.ts';
import { productsTexts } from './products-texts.ts';

interface ConditionsProps {
	readonly conditions: Conditions;
	readonly product: Product;
	groupName(gc: string): string;
}

/** A price with all that goes with it. */
export function ConditionsLine({ conditions, product, groupName }: ConditionsProps) {
	const text = useText(productsTexts);
	const formats = useFormats();
	const { pu, pn, pb, dispo, qmax, excl = [] } = conditions;
	const weights =
		product.mode === 'P'
			? []
			: [text.net(formats.weight(pn)), ...(pb === pn ? [] : [text.gross(formats.weight(pb))])];
	const more = [
		...weights,
		...(qmax === undefined ? [] : [text.max(amountInWords(qmax, product, formats))]),
		...(excl.length === 0 ? [] : [text.excluded(excl.map(groupName).join(', '))]),
	];
	return (
		<>
			<b>
				{formats.money(pu)} {priceUnit(product, formats)}
			</b>{' '}
			<Chip tone={dispo === 0 ? 'warn' : 'plain'}>{text.availability[dispo]}</Chip>
			{more.length > 0 ? <small className="nv-quiet">{more.join(' · ')}</small> : null}
		</>
	);
}

/** R4: one product, its conditions in force and those to come. */
export function ProductCard(props: {
	readonly entry: GeneralProduct;
	/** What is proposed for it. */
	readonly children?: ReactNode;
	/** Below the heading of its shelf, which it does not repeat. */
	readonly inShelf?: boolean;
	groupName(gc: string): string;
}) {
	const { entry, groupName, children, inShelf = false } = props;
	const text = useText(productsTexts);
	const { day } = useFormats();
	const { product, current, coming, isRemoved } = entry;
	const Heading = inShelf ? 'h3' : 'h2';
	return (
		<li className="nv-card cp-product">
			<div className="ci-card-head">
				<Heading>
					{product.lib}
					{inShelf ? null : <small className="nv-quiet">{product.rayon}</small>}
				</Heading>
				{isRemoved ? <Chip tone="warn">{text.removed}</Chip> : null}
			</div>
			<dl className="cp-conditions">
				<dt>
					{text.inForce}
					{current ? <small>{text.since(day(String(current.d), 'date'))}</small> : null}
				</dt>
				<dd>
					{current ? (
						<ConditionsLine conditions={current} {...{ product, groupName }} />
					) : (
						<span className="nv-quiet">{text.none}</span>
					)}
				</dd>
				{coming.map((conditions) => (
					<div key={conditions.d} className="cp-coming">
						<dt>
							{text.coming}
							<small>{text.from(day(String(conditions.d), 'date'))}</small>
						</dt>
						<dd>
							<ConditionsLine {...{ conditions, product, groupName }} />
						</dd>
					</div>
				))}
			</dl>
			{coming.length === 0 ? <p className="nv-quiet cp-tight">{text.noComing}</p> : null}
			{children}
		</li>
	);
}
