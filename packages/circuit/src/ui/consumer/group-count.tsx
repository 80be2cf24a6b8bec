import { useFormats, useText } from '@navette/ui';
import { IconCircleHalf2, IconUsers } from '@tabler/icons-react';
import type { OrderRow } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { halvesWords } from '../parts/halves-words.ts';
import { orderTexts } from './order-texts.ts';

/** "group: 7½, ½ missing": what the whole group orders of a product, without names. */
export function GroupCount({ row }: { readonly row: OrderRow }) {
	const text = useText(orderTexts);
	const halves = useText(halvesWords);
	const formats = useFormats();
	const { group, perm } = row;
	if (!group || group.amount === 0) return <span className="co-group" />;
	const amount = amountShort(group.amount, perm.mode, formats);
	if (group.missing === 0)
		return (
			<span className="co-group">
				<IconUsers size={16} aria-hidden />
				{text.group(amount)}
			</span>
		);
	const missing = perm.emb === 'caisse' ? halves.missingCrate : halves.missingUnit;
	return (
		<span className="co-group" data-missing>
			<IconCircleHalf2 size={16} aria-hidden />
			{text.groupMissing(amount, missing)}
		</span>
	);
}
