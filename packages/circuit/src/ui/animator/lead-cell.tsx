import { useFormats, useText } from '@navette/ui';
import { IconCircleHalf2 } from '@tabler/icons-react';
import type { ProductRow } from '../../client/index.ts';
import { amountShort, priceUnit } from '../parts/amount-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';

/** The header of a row: product, price, what the group wants, the half that is missing. */
export function LeadCell({ row }: { readonly row: ProductRow }) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const { perm, act } = row.line;
	return (
		<span className="ca-lead">
			<span className="ca-lead-name">
				<span className="ca-clip">{perm.lib}</span>
				<small>
					{row.offered ? `${formats.money(act.pu)} ${priceUnit(perm, formats)}` : text.unavailable}
				</small>
			</span>
			<span className="ca-lead-total">
				{row.wanted > 0 ? <b>{amountShort(row.wanted, row.mode, formats)}</b> : null}
				{row.halvesMissing === 1 ? (
					<small className="ca-half">
						<IconCircleHalf2 size={14} aria-hidden /> {text.halfMissing}
					</small>
				) : (
					<small>{row.people > 0 ? text.people(row.people) : ''}</small>
				)}
			</span>
		</span>
	);
}
