import type { Formats } from '@navette/ui';
import type { ProductRow } from '../../client/index.ts';
import { DEFAULT_TOLERANCE, isBeyondTolerance } from '../../model/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import type { SheetCell } from '../parts/sheet/sheet.ts';
import type { GroupOrderTexts } from './group-order-texts.ts';

/** Whether what came is not what the group wants, beyond the usual tolerance for weights. */
const isFar = (amount: number, { mode, wanted }: ProductRow): boolean =>
	mode === 'P' ? isBeyondTolerance(amount - wanted, wanted, DEFAULT_TOLERANCE) : amount !== wanted;

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
		tone: isFar(amount, row) ? 'warn' : undefined,
	};
};
