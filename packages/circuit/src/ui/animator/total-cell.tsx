import type { Formats } from '@navette/ui';
import type { ProductRow } from '../../client/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import type { SheetCell } from '../parts/sheet/sheet.ts';
import type { GroupOrderTexts } from './group-order-texts.ts';

/** The cells beside the consumers': shipped, received, amount. */
export const totalCell = (
	row: ProductRow,
	id: string,
	text: GroupOrderTexts,
	formats: Formats,
): SheetCell => {
	if (id === 'price') {
		if (row.price === 0) return { content: null, said: text.nothing };
		const shown = `${row.estimated ? '≈ ' : ''}${formats.money(row.price)}`;
		return { content: shown, said: shown };
	}
	const amount = id === 'shipped' ? row.shipped : row.received;
	if (amount === undefined)
		return { content: row.wanted > 0 ? '–' : null, said: text.notDeclared, tone: 'quiet' };
	return {
		content: amountShort(amount, row.mode, formats),
		said: amountInWords(amount, row.line.perm, formats),
		tone: amount === row.wanted ? undefined : 'warn',
	};
};
